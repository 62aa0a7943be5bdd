package lossloupe.view.action;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import lossloupe.app.AppModel;
import lossloupe.app.Panel;

/// Opens and shuts the panels of the drawer.
final class PanelActions {
    private PanelActions() {}

    static List<Action> of(AppModel model) {
        var list = new ArrayList<Action>();
        for (var panel : Panel.values()) {
            list.add(Action.of("panel." + panel.id(), Group.TOOLS, () -> toggle(model, panel))
                    .named("panel." + panel.id())
                    .keys(Keys.plain(key(panel)))
                    .checked(Bindings.createBooleanBinding(() -> model.view().panel() == panel, model.viewProperty())));
        }
        return list;
    }

    private static KeyCode key(Panel panel) {
        return switch (panel) {
            case EQUALITY -> KeyCode.Q;
            case DOCTOR -> KeyCode.F8;
            case TAPE -> KeyCode.M;
            case RANKING -> KeyCode.R;
            case CHANGES -> KeyCode.D;
        };
    }

    private static void toggle(AppModel model, Panel panel) {
        model.look(v -> v.withPanel(v.panel() == panel ? null : panel));
    }
}
