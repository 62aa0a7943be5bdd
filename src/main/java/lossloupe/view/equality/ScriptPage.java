package lossloupe.view.equality;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.app.Notice;
import lossloupe.document.Document;
import lossloupe.equality.Claim;
import lossloupe.equality.Run;
import lossloupe.equality.Tally;
import lossloupe.tensor.DType;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// The script: choices, the eleven tests, and why the chosen one came out as it did.
final class ScriptPage extends VBox {
    private static final int RUNS = 400;
    /// Below this width the reasons stand under the tests.
    private static final double NARROW = 860;

    private final Ui ui;
    private final Controls controls;
    private final ClaimTable table;
    private final MemoryView memory;
    private final BitsView bits;
    private final Label reason = note("equality-reason");
    private final Label legend = note("remark");
    private final Label tallied = note("remark");
    private final HBox body = new Beside();
    private final VBox right = new VBox();
    private Setting setting = Setting.FIRST;
    private Claim claim = Claim.E2;
    private int cell = -1;
    private boolean isRoomy;
    private @Nullable Frame frame;
    private @Nullable Run run;
    private @Nullable Tally tally;

    ScriptPage(Ui ui) {
        this.ui = ui;
        getStyleClass().add("equality-page");
        controls = new Controls(ui, this::set, this::many);
        table = new ClaimTable(ui, this::choose);
        memory = new MemoryView(ui, this::pick);
        bits = new BitsView(ui);
        reason.setId("equality-reason");
        tallied.setId("equality-tally");
        right.getChildren().setAll(reason, tallied, memory, legend, bits);
        right.getStyleClass().add("equality-why");
        right.setMinWidth(0);
        right.setPrefWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        body.getStyleClass().add("equality-body");
        body.getChildren().setAll(table, right);
        getChildren().setAll(controls, body);
        widthProperty().subscribe(w -> stack());
    }

    /// Told whether there is so much height that letters are large; the reasons then stand under the tests too.
    void setRoomy(boolean roomy) {
        isRoomy = roomy;
        stack();
    }

    private void stack() {
        boolean isNarrow = isRoomy || getWidth() < NARROW;
        boolean isStacked = getChildren().contains(right);
        if (isNarrow && !isStacked) {
            body.getChildren().remove(right);
            getChildren().add(right);
        } else if (!isNarrow && isStacked) {
            getChildren().remove(right);
            body.getChildren().add(right);
        }
    }

    void show(Frame now) {
        var before = frame;
        frame = now;
        boolean isNew = before == null
                || (!setting.isDummy()
                        && (document(before) != document(now)
                                || before.view().example() != now.view().example()));
        if (isNew) {
            compute();
        }
    }

    void retold() {
        controls.retold();
        fill();
    }

    private static Document document(Frame frame) {
        return frame.evaluation().document();
    }

    private void set(Setting now) {
        setting = now;
        tally = null;
        compute();
    }

    private void compute() {
        var now = frame;
        if (now != null) {
            run = setting.run(document(now), now.view().example());
            choose(claim);
        }
    }

    private void choose(Claim next) {
        claim = next;
        var now = run;
        if (now != null) {
            int worst = now.verdict(next).worst();
            int last = Math.max(0, next.to(now.draw()) - 1);
            cell = next.isOfMeans() ? 0 : worst >= 0 ? worst : last;
            fill();
        }
    }

    private void pick(int of) {
        cell = of;
        fill();
    }

    private void fill() {
        var now = run;
        if (now == null) {
            return;
        }
        controls.show(setting);
        table.show(now, claim);
        memory.show(now, claim, cell);
        reason.setText(Words.reason(ui, now, claim, cell));
        legend.setText(ui.texts().now(legend(now)) + ofDocument(now));
        bits.show(lines(now));
        var counted = tally;
        tallied.setText(counted == null ? "" : Words.tally(ui, counted, setting.isRecorded()));
        tallied.setManaged(counted != null);
    }

    /// What of the document was taken, where that is not plain.
    private String ofDocument(Run now) {
        var seen = frame;
        if (setting.isDummy() || seen == null) {
            return "";
        }
        var shape = document(seen).shape();
        boolean isCut = shape.classes() > now.draw().classes()
                || shape.length() > now.draw().length();
        var size = new Setting.Size(now.draw().classes(), now.draw().length()).toString();
        return " "
                + ui.texts().now(shape.batch() == 1 ? "equality.document.one" : "equality.document.two")
                + (isCut ? " " + ui.texts().now("equality.document.cut", size) : "");
    }

    private String legend(Run now) {
        if (setting.isRecorded()) {
            return "equality.legend.recorded";
        }
        return now.arithmetic().isOurs() ? "equality.legend.ours" : "equality.legend";
    }

    /// Both sides of the comparison, then the way of one loss through `tf.losses`.
    private List<BitsView.Line> lines(Run now) {
        double left = now.left(claim, cell);
        double right = now.right(claim, cell);
        boolean isFloat = now.arithmetic().dtype() == DType.FLOAT32;
        var tensor = claim.left(now.draw(), cell);
        var first = claim.isOfMeans() ? "reduce_mean" : tensor.code();
        var second =
                claim.isOfMeans() ? "tf.losses" : claim.right(now.draw(), cell).code();
        if (isFloat) {
            return List.of(
                    BitsView.Line.ofFloat(first, (float) left, (float) right),
                    BitsView.Line.ofFloat(second, (float) right, (float) left));
        }
        double loss = claim.isOfMeans() ? left : now.loss(tensor, cell);
        float cast = (float) loss;
        return List.of(
                BitsView.Line.of(first, left, right),
                BitsView.Line.of(second, right, left),
                BitsView.Line.ofFloat("→ float32", cast, cast),
                BitsView.Line.of("→ float64", cast, loss));
    }

    private void many() {
        var asked = setting;
        ui.model()
                .jobs()
                .start(
                        "equality.counting",
                        "",
                        p -> Tally.of(
                                0, RUNS, asked.size().classes(), asked.size().length(), asked.arithmetic(), p::check),
                        done -> {
                            if (asked.equals(setting)) {
                                tally = done;
                                fill();
                            }
                        },
                        failed -> ui.model().say(Notice.error("equality.failed", String.valueOf(failed.getMessage()))));
    }

    private static Label note(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
