package lossloupe.view.action;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import lossloupe.app.AppModel;
import lossloupe.document.Document;
import lossloupe.document.Edit;
import lossloupe.document.WeightEdit;
import lossloupe.document.WeightPresets;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Span;

/// Weights and the ignore mask: along which axes they differ, and the usual ways to fill them.
final class WeightActions {
    private final AppModel model;

    private WeightActions(AppModel model) {
        this.model = model;
    }

    static List<Action> of(AppModel model) {
        return new WeightActions(model).list();
    }

    private List<Action> list() {
        var list = new ArrayList<Action>();
        list.add(Action.of("weights.ignore", Group.WEIGHTS, this::ignoreSelection)
                .keys(Keys.plain(KeyCode.I)));
        list.add(along("class", Axis.CLASS));
        list.add(along("position", Axis.POSITION));
        list.add(along("example", Axis.BATCH).when(document(d -> d.shape().batch() > 1)));
        list.add(along("element", Axis.CLASS, Axis.POSITION));
        list.add(put("weights.balanced", WeightPresets::balanced));
        list.add(put("weights.unlabelled", WeightPresets::ignoringUnlabelled));
        list.add(put("weights.reread", WeightPresets::reread)
                .when(document(d -> !d.weights().mistakableFor(d.shape()).isEmpty())));
        list.add(put("weights.remove", d -> WeightGrid.none())
                .when(document(d -> !d.weights().isNone())));
        return list;
    }

    private Action along(String id, Axis... axes) {
        Set<Axis> wanted = EnumSet.copyOf(List.of(axes));
        return Action.of("weights." + id, Group.WEIGHTS, () -> change(new WeightEdit.Along(wanted)))
                .inFamily("weightAxes")
                .checked(document(d -> d.weights().axes().equals(wanted)));
    }

    private Action put(String id, Function<Document, WeightGrid> weights) {
        return Action.of(id, Group.WEIGHTS, () -> change(new WeightEdit.Put(weights.apply(model.document()))));
    }

    /// Leaves the selected cells out, or takes them in again where all of them are out.
    private void ignoreSelection() {
        var selection = model.view().selection();
        int example = model.view().example();
        var document = model.document();
        var edits = new ArrayList<Edit>();
        double value = isOut(document, example, selection.classes(), selection.span()) ? 1 : 0;
        for (int c = selection.classes().from(); c < selection.classes().to(); c++) {
            edits.add(new WeightEdit.Paint(example, c, selection.span(), value));
        }
        change(new Edit.Several(edits, value == 0 ? "edit.weights.ignore" : "edit.weights.paint"));
    }

    private static boolean isOut(Document document, int example, Span classes, Span span) {
        for (int c = classes.from(); c < classes.to(); c++) {
            for (int p = span.from(); p < span.to(); p++) {
                if (document.weights().at(example, c, p) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void change(Edit edit) {
        model.editInSight(edit);
    }

    private ObservableBooleanValue document(Predicate<Document> condition) {
        return Bindings.createBooleanBinding(
                () -> condition.test(model.document()), model.store().documentProperty());
    }
}
