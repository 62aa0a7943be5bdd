package lossloupe.view.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.app.Notice;
import lossloupe.clash.AxisNames;
import lossloupe.clash.Clash;
import lossloupe.clash.ClashText;
import lossloupe.clash.Mend;
import lossloupe.clash.Mends;
import lossloupe.clash.Stretch;
import lossloupe.tensor.Shape;
import lossloupe.view.Presence;
import lossloupe.view.SystemClipboard;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// A framework's complaint about shapes is pasted, or two shapes are typed: what each axis is, what would repair it,
/// and how arrays stretch where no framework complains.
final class ClashPage extends VBox {
    private static final double PICTURES = 350;

    private final Ui ui;
    private final TextArea field = new TextArea();
    private final Label verdict = new Label();
    private final ShapeBoxes boxes;
    private final VBox pictures = new VBox();
    private final VBox mends = new VBox();
    private @Nullable Shape shape;

    ClashPage(Ui ui) {
        this.ui = ui;
        boxes = new ShapeBoxes(ui.looks());
        getStyleClass().add("doctor-page");
        field.setId("doctor-shapes");
        field.getStyleClass().add("mono");
        field.setPrefRowCount(1);
        field.setWrapText(true);
        field.promptTextProperty().bind(ui.texts().of("clash.prompt"));
        field.accessibleTextProperty().bind(ui.texts().of("clash.prompt"));
        field.textProperty().subscribe(t -> fill());
        verdict.getStyleClass().add("doctor-verdict");
        verdict.setId("clash-verdict");
        verdict.setWrapText(true);
        mends.getStyleClass().add("doctor-rows");
        pictures.getStyleClass().add("clash-pictures");
        pictures.setMaxWidth(PICTURES);
        var words = new VBox(8, verdict, mends);
        HBox.setHgrow(words, Priority.ALWAYS);
        var drawn = new VBox(12, boxes, pictures);
        drawn.setMinWidth(USE_PREF_SIZE);
        var answer = new HBox(28, drawn, words);
        getChildren().setAll(field, answer);
        fill();
    }

    /// Asks about a message.
    void ask(String message) {
        field.setText(message);
    }

    void show(Frame frame) {
        var next = frame.evaluation().document().shape();
        if (!next.equals(shape)) {
            shape = next;
            fill();
        }
    }

    void retold() {
        fill();
    }

    private void fill() {
        mends.getChildren().clear();
        pictures.getChildren().clear();
        var clash = ClashText.readTyped(field.getText()).orElse(null);
        var document = shape;
        Presence.set(boxes, clash != null);
        if (clash == null || document == null) {
            verdict.setText(
                    field.getText().isBlank()
                            ? ui.texts().now("clash.about")
                            : ui.texts().now("clash.unknown"));
            return;
        }
        var names = AxisNames.of(clash, document);
        boxes.show(clash, names);
        var found = Mends.of(clash, names);
        var stretch = Stretch.of(clash.a().dims(), clash.b().dims()).filter(Stretch::repeats);
        verdict.setText(verdict(clash, found, stretch.isPresent()));
        stretch.ifPresent(s -> stretched(clash, names, s));
        found.forEach(m -> mends.getChildren().add(row(m)));
    }

    private String verdict(Clash clash, List<Mend> found, boolean stretches) {
        var a = clash.a().name() + " " + clash.a().dims().text();
        var b = clash.b().name() + " " + clash.b().dims().text();
        if (clash.a().dims().equals(clash.b().dims()) && clash.a().dims().count() > 0) {
            return ui.texts().now("clash.same");
        }
        if (stretches && clash.rule() == Clash.Rule.BROADCAST) {
            return ui.texts().now("clash.silent", a, b);
        }
        var key = found.isEmpty() ? "none" : clash.rule().name().toLowerCase(Locale.ROOT);
        return ui.texts().now("clash.rule." + key, a, b);
    }

    private void stretched(Clash clash, AxisNames names, Stretch stretch) {
        var axes = names.b().size() >= names.a().size() ? names.b() : names.a();
        ghost(clash.a().name(), stretch, stretch.repeatsA(), axes);
        ghost(clash.b().name(), stretch, stretch.repeatsB(), axes);
        if (stretch.grows(clash.a().dims(), clash.b().dims())) {
            pictures.getChildren().add(words("clash.grows", stretch.result().text()));
        }
    }

    /// What an array is stretched to; nothing where it stays as it is.
    private void ghost(String name, Stretch stretch, List<Integer> repeats, List<String> axes) {
        if (repeats.stream().allMatch(r -> r == 1)) {
            return;
        }
        var along = IntStream.range(0, repeats.size())
                .filter(i -> repeats.get(i) > 1)
                .mapToObj(i -> ui.texts().now("clash.times", repeats.get(i), axis(axes, repeats.size(), i)))
                .collect(Collectors.joining(", "));
        var picture = new StretchPicture(ui.looks());
        picture.show(stretch.result(), repeats);
        pictures.getChildren().addAll(words("clash.repeated", name, along), picture);
    }

    /// The letter of an axis, or its number where it has none.
    private static String axis(List<String> names, int rank, int index) {
        int own = index - (rank - names.size());
        return own < 0 || names.get(own).equals(AxisNames.NONE) ? Integer.toString(index) : names.get(own);
    }

    private Label words(String key, Object... args) {
        var label = new Label(ui.texts().now(key, args));
        label.getStyleClass().add("finding-evidence");
        label.setWrapText(true);
        return label;
    }

    private Node row(Mend mend) {
        var lines = new ArrayList<Node>();
        var sentence = new Label(ui.texts().now("mend." + mend.id(), mend.args().toArray()));
        sentence.getStyleClass().add(mend.sure() ? "finding-title" : "finding-evidence");
        sentence.setWrapText(true);
        sentence.setId("mend-" + mend.id());
        lines.add(sentence);
        if (!mend.code().isEmpty()) {
            lines.add(code(mend.code()));
        }
        var row = new VBox(4);
        row.getStyleClass().add("finding");
        row.getChildren().setAll(lines);
        return row;
    }

    private Node code(String code) {
        var text = new Label(code);
        text.getStyleClass().add("mono");
        var copy = new Button();
        copy.getStyleClass().add("chip");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.textProperty().bind(ui.texts().of("clash.copy"));
        copy.setOnAction(e -> {
            SystemClipboard.put(code);
            ui.model().say(Notice.info("notice.valuesCopied"));
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(10, text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
