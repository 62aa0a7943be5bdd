package lossloupe.view.equality;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import lossloupe.equality.Distance;
import lossloupe.equality.Proof;
import lossloupe.view.Numbers;
import lossloupe.view.Texts;

/// What became of a statement: a mark, and a sentence with the smallest draw against it.
final class StatementAnswer {
    private final Texts texts;
    private final Label mark = new Label();
    private final Label sentence = new Label();

    StatementAnswer(Texts texts) {
        this.texts = texts;
        mark.getStyleClass().add("claim-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("statement-answer");
        sentence.setWrapText(true);
    }

    Label mark() {
        return mark;
    }

    Label sentence() {
        return sentence;
    }

    void show(Proof proof) {
        mark.setText(
                switch (proof.answer()) {
                    case EXACT -> "=";
                    case ROUNDED -> "≈";
                    case FLOAT32 -> "~";
                    case FALSE -> "≠";
                });
        colour(
                switch (proof.answer()) {
                    case EXACT -> "is-exact";
                    case ROUNDED, FLOAT32 -> "is-within_ulps";
                    case FALSE -> "is-different";
                });
        sentence.setText(text(proof));
    }

    /// Says why there is no answer.
    void refuse(String why) {
        mark.setText("");
        colour("is-different");
        sentence.setText(why);
    }

    private void colour(String style) {
        mark.getStyleClass().removeAll("is-exact", "is-within_ulps", "is-different");
        mark.getStyleClass().add(style);
    }

    private String text(Proof proof) {
        var against = proof.against();
        if (against != null) {
            return texts.now(
                    "equality.answer.false",
                    Words.list(against.logits()),
                    Words.list(against.labels()),
                    Numbers.shortest(against.left()),
                    Numbers.shortest(against.right()));
        }
        return proof.answer() == Proof.Answer.EXACT
                ? texts.now("equality.answer.exact")
                : texts.now(
                        proof.answer() == Proof.Answer.FLOAT32 ? "equality.answer.float32" : "equality.answer.rounded",
                        Integer.toString(proof.exact()),
                        Distance.steps(proof.ulps()),
                        Distance.small(proof.relative()));
    }
}
