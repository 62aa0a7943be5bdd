package lossloupe.view;

import lossloupe.app.Panel;
import lossloupe.view.changes.ChangesPanel;
import lossloupe.view.doctor.DoctorPanel;
import lossloupe.view.equality.EqualityPanel;
import lossloupe.view.ranking.RankingPanel;
import lossloupe.view.tape.TapePanel;

/// Which class draws which panel: one line each.
final class Panels {
    private Panels() {}

    static PanelView make(Panel panel, Ui ui) {
        return switch (panel) {
            case EQUALITY -> new EqualityPanel(ui);
            case DOCTOR -> new DoctorPanel(ui);
            case TAPE -> new TapePanel(ui);
            case RANKING -> new RankingPanel(ui);
            case CHANGES -> new ChangesPanel(ui);
        };
    }
}
