package lossloupe.view.action;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What a menu writes beside a name. It matches no key: were it a real accelerator, JavaFX would also let the letter T
/// turn the layout while a class is being renamed.
final class KeyHint extends KeyCombination {
    private final String text;

    KeyHint(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
