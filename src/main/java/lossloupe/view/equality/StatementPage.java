package lossloupe.view.equality;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lossloupe.app.Notice;
import lossloupe.equality.Identity;
import lossloupe.equality.Proof;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// Statements that can be tried on 1,000 draws, each with its parameter, its answer and the smallest draw against it.
final class StatementPage extends VBox {
    static final long SEED = 1;
    private static final double GREATEST = 1000;

    private final Ui ui;
    private final GridPane grid = new GridPane();
    private final Map<Identity, Row> rows = new EnumMap<>(Identity.class);
    private final Map<Identity, Proof> proofs = new EnumMap<>(Identity.class);

    private final OwnStatement own;

    private record Row(TextField parameter, StatementAnswer answer) {}

    StatementPage(Ui ui) {
        this.ui = ui;
        this.own = new OwnStatement(ui);
        getStyleClass().add("equality-page");
        grid.getStyleClass().add("statement-grid");
        var all = new Button();
        all.getStyleClass().add("chip");
        all.setId("equality-try");
        all.textProperty().bind(ui.texts().of("equality.try"));
        all.setOnAction(e -> tryAll());
        var hint = new Label();
        hint.getStyleClass().add("remark");
        hint.setWrapText(true);
        hint.textProperty().bind(ui.texts().of("equality.try.hint"));
        var top = new HBox(10, all, hint);
        top.setAlignment(Pos.CENTER_LEFT);
        own.addTo(grid);
        for (var identity : Identity.values()) {
            add(identity);
        }
        getChildren().setAll(top, grid);
    }

    void retold() {
        rows.forEach((identity, row) -> {
            var proof = proofs.get(identity);
            if (proof != null) {
                row.answer().show(proof);
            }
        });
        own.retold();
    }

    private void add(Identity identity) {
        var statement = new Label(identity.statement());
        statement.getStyleClass().add("claim-code");
        statement.setMinWidth(USE_PREF_SIZE);
        var parameter = parameter(identity.parameter());
        parameter.setOnAction(e -> tryAll());
        parameter.setVisible(identity.hasParameter());
        var answer = new StatementAnswer(ui.texts());
        answer.sentence().setId("statement-" + identity.name());
        var c = new Label(identity.hasParameter() ? "c =" : "");
        c.getStyleClass().add("remark");
        var choice = new HBox(4, c, parameter);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.setMinWidth(USE_PREF_SIZE);
        c.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(answer.sentence(), Priority.ALWAYS);
        grid.addRow(OwnStatement.ROWS + rows.size(), statement, choice, answer.mark(), answer.sentence());
        rows.put(identity, new Row(parameter, answer));
    }

    /// A parameter as typed: so small that rounding stays far from what a false statement shows.
    ///
    /// @throws NumberFormatException where it is no number or too large
    static double parsed(String text) {
        double c = Numbers.parse(text);
        if (!(Math.abs(c) <= GREATEST)) {
            throw new NumberFormatException(text);
        }
        return c;
    }

    /// A field for the parameter c.
    static TextField parameter(double value) {
        var field = new TextField(Numbers.shortest(value));
        field.getStyleClass().add("statement-parameter");
        field.setPrefColumnCount(4);
        field.setMinWidth(USE_PREF_SIZE);
        field.setAccessibleText("c");
        return field;
    }

    private void tryAll() {
        var parameters = new EnumMap<Identity, Double>(Identity.class);
        for (var entry : rows.entrySet()) {
            var text = entry.getValue().parameter().getText();
            try {
                parameters.put(entry.getKey(), parsed(text));
            } catch (NumberFormatException e) {
                ui.model().say(Notice.error("equality.parameter", text));
                return;
            }
        }
        ui.model().jobs().start("equality.trying", "", p -> prove(parameters, p::check), this::show, this::failed);
    }

    private static Map<Identity, Proof> prove(Map<Identity, Double> parameters, Runnable check) {
        var made = new EnumMap<Identity, Proof>(Identity.class);
        parameters.forEach((identity, c) -> made.put(identity, Proof.of(identity, c, SEED, check)));
        return made;
    }

    private void show(Map<Identity, Proof> made) {
        proofs.putAll(made);
        retold();
    }

    private void failed(Exception e) {
        ui.model().say(Notice.error("equality.failed", String.valueOf(e.getMessage())));
    }
}
