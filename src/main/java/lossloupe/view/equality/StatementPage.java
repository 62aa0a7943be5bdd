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
import lossloupe.equality.Distance;
import lossloupe.equality.Identity;
import lossloupe.equality.Proof;
import lossloupe.view.Numbers;
import lossloupe.view.Ui;

/// Statements that can be tried on 1,000 draws, each with its parameter, its answer and the smallest draw against it.
final class StatementPage extends VBox {
    private static final long SEED = 1;

    private final Ui ui;
    private final GridPane grid = new GridPane();
    private final Map<Identity, Row> rows = new EnumMap<>(Identity.class);
    private final Map<Identity, Proof> proofs = new EnumMap<>(Identity.class);

    private record Row(TextField parameter, Label mark, Label answer) {}

    StatementPage(Ui ui) {
        this.ui = ui;
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
        for (var identity : Identity.values()) {
            add(identity);
        }
        getChildren().setAll(top, grid);
    }

    void retold() {
        proofs.forEach(this::write);
    }

    private void add(Identity identity) {
        var statement = new Label(identity.statement());
        statement.getStyleClass().add("claim-code");
        statement.setMinWidth(USE_PREF_SIZE);
        var parameter = new TextField(Numbers.shortest(identity.parameter()));
        parameter.getStyleClass().add("statement-parameter");
        parameter.setPrefColumnCount(4);
        parameter.setOnAction(e -> tryAll());
        parameter.setVisible(identity.hasParameter());
        parameter.setAccessibleText("c");
        var mark = new Label();
        mark.getStyleClass().add("claim-mark");
        var answer = new Label();
        answer.setId("statement-" + identity.name());
        answer.getStyleClass().add("statement-answer");
        answer.setWrapText(true);
        var c = new Label(identity.hasParameter() ? "c =" : "");
        c.getStyleClass().add("remark");
        var choice = new HBox(4, c, parameter);
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.setMinWidth(USE_PREF_SIZE);
        c.setMinWidth(USE_PREF_SIZE);
        parameter.setMinWidth(USE_PREF_SIZE);
        mark.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(answer, Priority.ALWAYS);
        grid.addRow(rows.size(), statement, choice, mark, answer);
        rows.put(identity, new Row(parameter, mark, answer));
    }

    private void tryAll() {
        var parameters = new EnumMap<Identity, Double>(Identity.class);
        for (var entry : rows.entrySet()) {
            var text = entry.getValue().parameter().getText();
            try {
                parameters.put(entry.getKey(), Numbers.parse(text));
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

    private void write(Identity identity, Proof proof) {
        var row = rows.get(identity);
        if (row == null) {
            return;
        }
        row.mark()
                .setText(
                        switch (proof.answer()) {
                            case EXACT -> "=";
                            case ROUNDED -> "≈";
                            case FLOAT32 -> "~";
                            case FALSE -> "≠";
                        });
        row.mark().getStyleClass().removeAll("is-exact", "is-within_ulps", "is-different");
        row.mark()
                .getStyleClass()
                .add(
                        switch (proof.answer()) {
                            case EXACT -> "is-exact";
                            case ROUNDED, FLOAT32 -> "is-within_ulps";
                            case FALSE -> "is-different";
                        });
        row.answer().setText(text(proof));
    }

    private String text(Proof proof) {
        var against = proof.against();
        if (against != null) {
            return ui.texts()
                    .now(
                            "equality.answer.false",
                            Words.list(against.logits()),
                            Words.list(against.labels()),
                            Numbers.shortest(against.left()),
                            Numbers.shortest(against.right()));
        }
        return proof.answer() == Proof.Answer.EXACT
                ? ui.texts().now("equality.answer.exact")
                : ui.texts()
                        .now(
                                proof.answer() == Proof.Answer.FLOAT32
                                        ? "equality.answer.float32"
                                        : "equality.answer.rounded",
                                Integer.toString(proof.exact()),
                                Distance.steps(proof.ulps()),
                                Distance.small(proof.relative()));
    }
}
