package lossloupe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lossloupe.app.AppModel;
import lossloupe.compute.LossResult;
import lossloupe.document.Edit;
import lossloupe.document.LossChoice;
import lossloupe.document.LossSetup;
import lossloupe.loss.LossInfo;
import lossloupe.loss.Losses;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.DType;
import lossloupe.view.dialog.LossPopover.Which;

/// A loss, a reduction or an arithmetic that a person may choose, whether in a menu, a row or the command palette.
///
/// @param menu that has it, as `lossA`; the step of undo is called `edit.<menu>`
public record SetupChoice(String menu, String name, Predicate<LossSetup> isChosen, UnaryOperator<LossSetup> change) {
    /// All losses; softmax stands here over classes and over positions, every other parameter is in the form.
    public static List<SetupChoice> losses(Texts texts, Which which) {
        var all = new ArrayList<SetupChoice>();
        for (var info : Losses.ALL) {
            var plain = LossChoice.of(info.id());
            all.add(loss(texts, which, info, plain));
            if (info.params().stream().anyMatch(p -> p.id().equals("axis"))) {
                all.add(loss(texts, which, info, plain.with("axis", "position")));
            }
        }
        return all;
    }

    private static SetupChoice loss(Texts texts, Which which, LossInfo info, LossChoice choice) {
        return new SetupChoice(
                which == Which.A ? "lossA" : "lossB",
                name(texts, choice, info.name()),
                setup -> {
                    var now = which.of(setup);
                    return choice.id().equals(now.id())
                            && Objects.equals(
                                    choice.params().get("axis"), now.params().get("axis"));
                },
                setup -> which.with(setup, choice));
    }

    /// A loss's name, with the axis where that is another than usual.
    static String name(Texts texts, LossChoice choice, String plain) {
        return choice.params().containsKey("axis") ? texts.now("toolbar.wrongAxis", plain) : plain;
    }

    /// Those that apply to what a loss returns.
    public static Stream<Reduction> reductions(LossResult result) {
        return Stream.of(Reduction.values()).filter(r -> r.appliesTo(result));
    }

    /// One that gives an array leaves the mean on top.
    public static SetupChoice of(Reduction reduction) {
        var id = reduction.id();
        return new SetupChoice(
                "reduction", id, setup -> setup.reduction().equals(id), setup -> setup.withReduction(id));
    }

    public static List<SetupChoice> dtypes() {
        return Stream.of(DType.FLOAT64, DType.FLOAT32)
                .map(type -> new SetupChoice(
                        "dtype", type.id(), setup -> setup.dtype() == type, setup -> setup.withDType(type)))
                .toList();
    }

    /// Makes it the document's, as a step of undo; where it is that already, nothing happens.
    public void choose(AppModel model) {
        model.edit(new Edit.Setup(change.apply(model.document().setup()), "edit." + menu));
    }
}
