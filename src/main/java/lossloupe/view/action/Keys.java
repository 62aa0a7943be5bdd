package lossloupe.view.action;

import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// Key combinations, made shortly and written as people read them.
final class Keys {
    private static final boolean IS_MAC = System.getProperty("os.name", "").startsWith("Mac");
    private static final Map<KeyCode, String> SIGNS = Map.ofEntries(
            Map.entry(KeyCode.LEFT, "←"),
            Map.entry(KeyCode.RIGHT, "→"),
            Map.entry(KeyCode.UP, "↑"),
            Map.entry(KeyCode.DOWN, "↓"),
            Map.entry(KeyCode.EQUALS, "+"),
            Map.entry(KeyCode.PLUS, "+"),
            Map.entry(KeyCode.ADD, "+"),
            Map.entry(KeyCode.MINUS, "−"),
            Map.entry(KeyCode.SUBTRACT, "−"),
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.PAGE_UP, "PgUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PgDn"),
            Map.entry(KeyCode.ESCAPE, "Esc"));

    private Keys() {}

    static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    static KeyCombination altShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /// Ctrl, or Command on a Mac.
    static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    static KeyCombination shortcutShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /// Ctrl with or without Shift, for signs that stand on the shifted half of some keyboards.
    static KeyCombination shortcutSign(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    /// As «Ctrl+Shift+S», or «⇧⌘S» on a Mac.
    static String text(KeyCombination keys) {
        if (!(keys instanceof KeyCodeCombination combination)) {
            return keys.getDisplayText();
        }
        if (combination.getCode() == KeyCode.SLASH && combination.getShift() == ModifierValue.DOWN) {
            return "?";
        }
        var out = new StringBuilder();
        modifier(out, combination.getControl(), "Ctrl+", "⌃");
        modifier(out, combination.getAlt(), "Alt+", "⌥");
        modifier(out, combination.getShortcut(), "Ctrl+", "⌘");
        modifier(out, combination.getShift(), "Shift+", "⇧");
        return out.append(key(combination.getCode())).toString();
    }

    /// What the key beside the shortcuts is called here.
    static String shortcutName() {
        return IS_MAC ? "⌘" : "Ctrl";
    }

    /// The key alone.
    static String key(KeyCode code) {
        return SIGNS.getOrDefault(code, code.getName());
    }

    private static void modifier(StringBuilder out, ModifierValue value, String name, String macSign) {
        if (value == ModifierValue.DOWN) {
            out.append(IS_MAC ? macSign : name);
        }
    }
}
