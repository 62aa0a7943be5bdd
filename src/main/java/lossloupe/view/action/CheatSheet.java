package lossloupe.view.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossloupe.view.Shown;
import lossloupe.view.Ui;
import lossloupe.view.dialog.Card;

/// Every key and every gesture of the mouse on one card.
final class CheatSheet {
    /// Gestures of the mouse, which no action stands for; each is `cheat.mouse.<id>` and `cheat.mouse.<id>.how`.
    private static final List<String> MOUSE = List.of(
            "paint", "erase", "run", "edge", "reach", "logit", "finer", "wheel", "type", "series", "zoom", "pan",
            "class", "height");

    /// Groups of a column, below the mouse if it stands there.
    private record Column(boolean hasMouse, List<Group> groups) {}

    private static final List<Column> COLUMNS = List.of(
            new Column(false, List.of(Group.NAVIGATE, Group.FILE, Group.EXPORT)),
            new Column(false, List.of(Group.EDIT, Group.TOOLS, Group.WEIGHTS, Group.HELP)),
            new Column(true, List.of(Group.VIEW)));

    /// A line: what is done, and the keys that do it.
    record Line(String name, String keys) {}

    private CheatSheet() {}

    static Card card(Ui ui, List<Action> table) {
        var texts = ui.texts();
        var card = new Card("cheat-sheet", texts.of("cheat.title"));
        var columns = new FlowPane(28, 16);
        columns.setRowValignment(VPos.TOP);
        Runnable fill = () -> {
            columns.getChildren().clear();
            for (var column : COLUMNS) {
                var box = new VBox(16);
                if (column.hasMouse()) {
                    box.getChildren().add(section(texts.now("cheat.mouse"), mouse(ui)));
                }
                column.groups()
                        .forEach(g -> box.getChildren().add(section(texts.now(g.nameKey()), lines(ui, table, g))));
                columns.getChildren().add(box);
            }
        };
        texts.stringsProperty().when(Shown.in(columns)).subscribe(s -> fill.run());
        fill.run();
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("card-scroll");
        card.body(scroll);
        card.cancel(texts.of("ask.close"), () -> {});
        return card.light();
    }

    /// The lines of a group: actions of one family share one, and what has no key has none.
    static List<Line> lines(Ui ui, List<Action> table, Group group) {
        var texts = ui.texts();
        Map<String, List<Action>> byLine = new LinkedHashMap<>();
        for (var action : table) {
            boolean here = action.group() == group
                    || (group == Group.VIEW && action.group() == Group.TRACKS)
                    || (group == Group.FILE && action.group() == Group.WINDOW);
            if (here && !action.keys().isEmpty()) {
                var line = action.family().isEmpty() ? action.id() : action.family();
                byLine.computeIfAbsent(line, k -> new ArrayList<>()).add(action);
            }
        }
        var lines = new ArrayList<Line>();
        byLine.forEach((line, actions) -> lines.add(
                actions.size() == 1
                        ? new Line(actions.getFirst().name(texts), keys(actions.getFirst()))
                        : new Line(
                                texts.now("cheat." + line),
                                texts.now("cheat." + line + ".keys", Keys.shortcutName()))));
        return lines;
    }

    private static String keys(Action action) {
        return action.keys().stream().map(Keys::text).distinct().limit(2).collect(Collectors.joining("  "));
    }

    private static List<Line> mouse(Ui ui) {
        return MOUSE.stream()
                .map(id -> new Line(
                        ui.texts().now("cheat.mouse." + id),
                        ui.texts().now("cheat.mouse." + id + ".how", Keys.shortcutName())))
                .toList();
    }

    private static VBox section(String title, List<Line> lines) {
        var heading = new Label(title);
        heading.getStyleClass().add("cheat-heading");
        var box = new VBox(4, heading);
        box.getStyleClass().add("cheat-section");
        for (var line : lines) {
            var name = new Label(line.name());
            name.getStyleClass().add("cheat-name");
            var space = new Region();
            space.setMinWidth(12);
            HBox.setHgrow(space, Priority.ALWAYS);
            var row = new HBox(name, space);
            for (var key : line.keys().split("  ", -1)) {
                var cap = new Label(key);
                cap.getStyleClass().add("key-cap");
                cap.setMinWidth(Region.USE_PREF_SIZE);
                row.getChildren().add(cap);
            }
            row.getStyleClass().add("cheat-line");
            box.getChildren().add(row);
        }
        return box;
    }
}
