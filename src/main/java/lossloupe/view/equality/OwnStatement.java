package lossloupe.view.equality;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lossloupe.equality.Equation;
import lossloupe.equality.FormulaException;
import lossloupe.equality.Proof;
import lossloupe.view.Tip;
import lossloupe.view.Ui;
import org.jspecify.annotations.Nullable;

/// A line for an equation of the person's own, tried by Enter.
final class OwnStatement {
    /// Rows of the grid that it takes.
    static final int ROWS = 2;

    private static final double START = 2;

    private final Ui ui;
    private final TextField equation = new TextField();
    private final TextField parameter = StatementPage.parameter(START);
    private final StatementAnswer answer;
    private @Nullable Proof proof;

    OwnStatement(Ui ui) {
        this.ui = ui;
        this.answer = new StatementAnswer(ui.texts());
        equation.setId("own-statement");
        equation.getStyleClass().addAll("claim-code", "own-statement");
        equation.promptTextProperty().bind(ui.texts().of("equality.own.prompt"));
        equation.accessibleTextProperty().bind(ui.texts().of("equality.own"));
        Tip.on(equation, ui.texts().of("equality.own.names"));
        equation.setOnAction(e -> tryIt());
        parameter.setOnAction(e -> tryIt());
        answer.sentence().setId("own-answer");
    }

    /// Puts the line and a line of the names it may use into the first rows of a grid.
    void addTo(GridPane grid) {
        var c = new Label("c =");
        c.getStyleClass().add("remark");
        c.setMinWidth(Region.USE_PREF_SIZE);
        var choice = new HBox(4, c, parameter);
        choice.setAlignment(Pos.CENTER_LEFT);
        grid.addRow(0, equation, choice, answer.mark(), answer.sentence());
        var names = new Label();
        names.getStyleClass().add("remark");
        names.setWrapText(true);
        names.textProperty().bind(ui.texts().of("equality.own.names"));
        grid.add(names, 0, 1, GridPane.REMAINING, 1);
    }

    void retold() {
        if (proof != null) {
            answer.show(proof);
        }
    }

    private void tryIt() {
        if (equation.getText().isBlank()) {
            return;
        }
        try {
            var stated = Equation.parse(equation.getText());
            double c = StatementPage.parsed(parameter.getText());
            ui.model()
                    .jobs()
                    .start(
                            "equality.trying",
                            "",
                            p -> Proof.of(stated, c, StatementPage.SEED, p::check),
                            this::show,
                            e -> answer.refuse(ui.texts().now("equality.failed", String.valueOf(e.getMessage()))));
        } catch (FormulaException e) {
            proof = null;
            answer.refuse(ui.texts().now("equality.own." + e.reason().name().toLowerCase(Locale.ROOT), e.found()));
        } catch (NumberFormatException e) {
            proof = null;
            answer.refuse(ui.texts().now("equality.parameter", parameter.getText()));
        }
    }

    private void show(Proof made) {
        proof = made;
        retold();
    }
}
