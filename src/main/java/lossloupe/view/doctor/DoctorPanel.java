package lossloupe.view.doctor;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.app.Frame;
import lossloupe.view.LiveScroll;
import lossloupe.view.PanelView;
import lossloupe.view.Presence;
import lossloupe.view.Segments;
import lossloupe.view.Ui;

/// Pages: what was found, what a plateau means, shapes that clash, and faults to be tried.
public final class DoctorPanel implements PanelView {
    private enum Tab {
        FINDINGS,
        SYMPTOM,
        SHAPES,
        FAULTS;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final VBox root = new VBox();
    private final FindingsPage findings;
    private final SymptomPage symptom;
    private final ClashPage shapes;
    private final FaultPage faults;
    private final Map<Tab, Region> pages = new EnumMap<>(Tab.class);

    public DoctorPanel(Ui ui) {
        symptom = new SymptomPage(ui);
        shapes = new ClashPage(ui);
        faults = new FaultPage(ui);
        findings = new FindingsPage(ui, faults);
        pages.put(Tab.FINDINGS, findings);
        pages.put(Tab.SYMPTOM, symptom);
        pages.put(Tab.SHAPES, shapes);
        pages.put(Tab.FAULTS, faults);
        var tabs = new Segments<>(List.of(Tab.values()), this::open);
        for (var tab : Tab.values()) {
            tabs.button(tab).textProperty().bind(ui.texts().of("doctor.tab." + tab.id()));
            tabs.button(tab).setId("doctor-" + tab.id());
        }
        tabs.setMaxWidth(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(new VBox(findings, symptom, shapes, faults));
        LiveScroll.uncache(scroll);
        scroll.getStyleClass().add("stack-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().add("doctor-panel");
        root.setMinSize(0, 0);
        root.getChildren().setAll(new HBox(tabs), scroll);
        tabs.show(Tab.FINDINGS);
        open(Tab.FINDINGS);
        ui.model().shapeMessageProperty().subscribe(message -> {
            if (!message.isEmpty()) {
                shapes.ask(message);
                tabs.show(Tab.SHAPES);
                open(Tab.SHAPES);
            }
        });
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void show(Frame frame) {
        findings.show(frame);
        symptom.show(frame);
        shapes.show(frame);
        faults.show(frame);
    }

    @Override
    public void retold() {
        findings.retold();
        symptom.retold();
        shapes.retold();
        faults.retold();
    }

    private void open(Tab tab) {
        pages.forEach((other, page) -> {
            Presence.set(page, other == tab);
        });
    }
}
