package lossloupe.view.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lossloupe.view.Ui;
import lossloupe.view.dialog.Files;

/// The table as menus. The keys beside the names are shown by the menu and heard by [ActionKeys].
final class AppMenu {
    private static final List<Group> SUBMENUS = List.of(
            Group.EXPORT,
            Group.EDIT,
            Group.LOGITS,
            Group.NAVIGATE,
            Group.VIEW,
            Group.TRACKS,
            Group.WEIGHTS,
            Group.TOOLS,
            Group.THEME,
            Group.LANGUAGE,
            Group.MOTION);

    private final Ui ui;
    private final Files files;

    AppMenu(Ui ui, Files files) {
        this.ui = ui;
        this.files = files;
    }

    List<MenuItem> all(List<Action> table) {
        var items = new ArrayList<MenuItem>();
        items.addAll(group(table, Group.FILE));
        items.add(3, recent());
        items.add(new SeparatorMenuItem());
        for (var group : SUBMENUS) {
            var menu = new Menu();
            menu.textProperty().bind(ui.texts().of(group.nameKey()));
            menu.setId("menu-" + group.name());
            menu.getItems().setAll(group(table, group));
            items.add(menu);
        }
        items.add(new SeparatorMenuItem());
        items.addAll(group(table, Group.HELP));
        items.addAll(group(table, Group.WINDOW));
        return items;
    }

    List<MenuItem> group(List<Action> table, Group group) {
        var items = new ArrayList<MenuItem>();
        table.stream()
                .filter(a -> a.group() == group)
                .filter(a -> !isSpelledOut(a))
                .forEach(a -> items.add(item(a)));
        return items;
    }

    /// Moves that every list and text field has are on the cheat sheet but not in the menu.
    private static boolean isSpelledOut(Action action) {
        return action.family().equals("move")
                || action.family().equals("extend")
                || action.family().equals("page")
                || action.family().equals("class");
    }

    private MenuItem item(Action action) {
        var checked = action.checked();
        MenuItem item;
        if (checked == null) {
            item = new MenuItem();
        } else {
            var check = new CheckMenuItem();
            check.setSelected(checked.get());
            item = check;
        }
        item.textProperty().bind(ui.texts().stringsProperty().map(s -> action.name(ui.texts())));
        item.setMnemonicParsing(false); // channels_first has an underscore of its own
        item.setId("menu-" + action.id());
        item.disableProperty().bind(action.enabled().map(yes -> !yes));
        action.keys().stream().findFirst().ifPresent(keys -> item.setAccelerator(new KeyHint(Keys.text(keys))));
        item.setOnAction(e -> action.run());
        return item;
    }

    private MenuItem recent() {
        var menu = new Menu();
        menu.textProperty().bind(ui.texts().of("menu.recent"));
        menu.setId("menu-recent");
        for (var together : ui.model().preferences().recentFilesProperty().get()) {
            var others = together.size() == 1 ? "" : " + " + (together.size() - 1);
            var item = new MenuItem(shortName(together.getFirst()) + others);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> files.open(together));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    /// The file with the folder it lies in.
    private static String shortName(Path path) {
        int count = path.getNameCount();
        return count <= 2 ? path.toString() : "…/" + path.subpath(count - 2, count);
    }
}
