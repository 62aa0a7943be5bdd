package lossloupe.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lossloupe.app.Panel;
import lossloupe.view.equality.EqualityPanel;

/// Which class draws which panel: one line each.
public final class Panels {
    private static final Map<Panel, Function<Ui, PanelView>> MAKERS = new EnumMap<>(Panel.class);

    static {
        MAKERS.put(Panel.EQUALITY, EqualityPanel::new);
    }

    private Panels() {}

    /// The panels that can be opened.
    public static Set<Panel> all() {
        return MAKERS.keySet();
    }

    static PanelView make(Panel panel, Ui ui) {
        var maker = MAKERS.get(panel);
        if (maker == null) {
            throw new IllegalArgumentException("no such panel: " + panel);
        }
        return maker.apply(ui);
    }
}
