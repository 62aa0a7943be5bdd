package lossloupe.view.action;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import lossloupe.view.Texts;
import org.jspecify.annotations.Nullable;

/// Something a person can do, whichever way they reach it.
///
/// @param nameKey key of its name in the bundles; `action.<id>` unless another text says it already
/// @param family actions that share a line of the cheat sheet, named `cheat.<family>`; empty where it has its own
/// @param keys the first is the one shown in menus
/// @param typed characters that also start it, wherever the keyboard has them
/// @param checked whether it is the present choice; null where it is no choice
public record Action(
        String id,
        Group group,
        String nameKey,
        List<Object> nameArgs,
        String family,
        List<KeyCombination> keys,
        String typed,
        ObservableBooleanValue enabled,
        @Nullable ObservableBooleanValue checked,
        Runnable handler) {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    public Action {
        nameArgs = List.copyOf(nameArgs);
        keys = List.copyOf(keys);
    }

    static Action of(String id, Group group, Runnable handler) {
        return new Action(id, group, "action." + id, List.of(), "", List.of(), "", ALWAYS, null, handler);
    }

    Action keys(KeyCombination... combinations) {
        return new Action(
                id, group, nameKey, nameArgs, family, List.of(combinations), typed, enabled, checked, handler);
    }

    Action typed(String characters) {
        return new Action(id, group, nameKey, nameArgs, family, keys, characters, enabled, checked, handler);
    }

    Action named(String key, Object... args) {
        return new Action(id, group, key, List.of(args), family, keys, typed, enabled, checked, handler);
    }

    Action inFamily(String name) {
        return new Action(id, group, nameKey, nameArgs, name, keys, typed, enabled, checked, handler);
    }

    Action when(ObservableBooleanValue condition) {
        return new Action(id, group, nameKey, nameArgs, family, keys, typed, condition, checked, handler);
    }

    Action checked(ObservableBooleanValue choice) {
        return new Action(id, group, nameKey, nameArgs, family, keys, typed, enabled, choice, handler);
    }

    /// Its name in the language now chosen.
    public String name(Texts texts) {
        return texts.now(nameKey, nameArgs.toArray());
    }

    public boolean isEnabled() {
        return enabled.get();
    }

    /// Does it, unless it cannot be done now.
    public void run() {
        if (isEnabled()) {
            handler.run();
        }
    }
}
