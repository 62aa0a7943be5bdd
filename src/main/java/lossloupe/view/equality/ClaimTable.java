package lossloupe.view.equality;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.equality.Claim;
import lossloupe.equality.Distance;
import lossloupe.equality.Run;
import lossloupe.view.Ui;

/// The eleven tests as rows: the code of the script, the verdict as shape, word and colour, the greatest distance.
final class ClaimTable extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int NAME = 52;
    private static final int MARK = 18;
    private static final int WORD = 104;
    private static final int STEPS = 52;
    private static final int NUMBER = 66;

    private final Ui ui;
    private final Map<Claim, Row> rows = new EnumMap<>(Claim.class);

    private record Row(Button button, Label mark, Label word, Label ulps, Label largest) {}

    ClaimTable(Ui ui, Consumer<Claim> chosen) {
        this.ui = ui;
        getStyleClass().add("claim-table");
        getChildren().add(head());
        for (var claim : Claim.values()) {
            var row = row(claim);
            row.button().setOnAction(e -> chosen.accept(claim));
            rows.put(claim, row);
            getChildren().add(row.button());
        }
    }

    void show(Run run, Claim current) {
        rows.forEach((claim, row) -> {
            var verdict = run.verdict(claim);
            row.button().pseudoClassStateChanged(CURRENT, claim == current);
            row.mark().setText(verdict.outcome().sign());
            row.word()
                    .setText(ui.texts()
                            .now("equality.outcome." + verdict.outcome().name(), Distance.steps(verdict.ulps())));
            for (var label : new Label[] {row.mark(), row.word()}) {
                label.getStyleClass().removeAll("is-exact", "is-within_ulps", "is-close", "is-different");
                label.getStyleClass().add("is-" + verdict.outcome().name().toLowerCase(java.util.Locale.ROOT));
            }
            row.ulps().setText(verdict.isTrue() ? "0" : Distance.steps(verdict.ulps()));
            row.largest().setText(verdict.isTrue() ? "0" : Distance.small(verdict.largest()));
            row.button().setAccessibleText(claim.code() + ": " + row.word().getText());
        });
    }

    private HBox head() {
        var code = new Label();
        var ulps = cell(STEPS, "claim-head");
        var largest = cell(NUMBER, "claim-head");
        code.getStyleClass().add("claim-head");
        code.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(code, Priority.ALWAYS);
        code.textProperty().bind(ui.texts().of("equality.head.test"));
        ulps.setText("ulp");
        largest.textProperty().bind(ui.texts().of("equality.head.largest"));
        var head = new HBox(code, ulps, largest);
        head.getStyleClass().add("claim-line");
        return head;
    }

    private static Row row(Claim claim) {
        var name = new Label(claim.id());
        name.getStyleClass().add("claim-name");
        name.setMinWidth(NAME);
        var code = new Label(claim.code());
        code.getStyleClass().add("claim-code");
        code.setGraphic(name);
        code.setGraphicTextGap(0);
        code.setMinWidth(0);
        code.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(code, Priority.ALWAYS);
        var mark = cell(MARK, "claim-mark");
        mark.setAlignment(Pos.CENTER);
        var word = cell(WORD, "claim-word");
        word.setAlignment(Pos.CENTER_LEFT);
        var ulps = cell(STEPS, "claim-number");
        var largest = cell(NUMBER, "claim-number");
        var line = new HBox(code, mark, word, ulps, largest);
        line.getStyleClass().add("claim-line");
        var button = new Button();
        button.setGraphic(line);
        button.setId("claim-" + claim.id());
        button.getStyleClass().add("claim-row");
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        return new Row(button, mark, word, ulps, largest);
    }

    private static Label cell(int width, String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }
}
