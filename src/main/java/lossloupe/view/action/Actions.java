package lossloupe.view.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lossloupe.app.Journal;
import lossloupe.view.Ui;
import lossloupe.view.dialog.Files;
import lossloupe.view.dialog.Overlay;
import lossloupe.view.dialog.Recovery;

/// The one table of everything that can be done; menus, keys, the cheat sheet and the command palette are made from it.
public final class Actions {
    private final Ui ui;
    private final Overlay overlay = new Overlay();
    private final Hooks hooks;
    private final Files files;
    private final List<Action> table;
    private final AppMenu menu;

    /// @param typeSelectedLogit opens the field in which the selected logit is typed
    public Actions(Ui ui, Runnable typeSelectedLogit) {
        this(ui, typeSelectedLogit, System::nanoTime);
    }

    Actions(Ui ui, Runnable typeSelectedLogit, LongSupplier nanos) {
        this.ui = ui;
        hooks = new Hooks(typeSelectedLogit);
        files = new Files(ui, overlay, hooks::window);
        var moves = new Moves(ui.model());
        var list = new ArrayList<Action>();
        list.addAll(FileActions.of(ui, files, overlay, hooks));
        list.addAll(EditActions.of(ui.model(), new CellEdits(ui.model(), nanos), hooks));
        list.addAll(PopoverActions.of(ui, hooks));
        list.addAll(SetupActions.of(hooks));
        list.addAll(WeightActions.of(ui.model()));
        list.addAll(MoveActions.of(ui.model(), moves));
        list.addAll(ViewActions.of(ui.model(), moves, hooks));
        list.addAll(PanelActions.of(ui.model()));
        list.add(Action.of("palette", Group.HELP, () -> overlay.show(CommandPalette.card(ui, named())))
                .keys(Keys.shortcutShift(KeyCode.P)));
        list.add(Action.of("keys", Group.HELP, () -> overlay.show(CheatSheet.card(ui, all())))
                .keys(Keys.shift(KeyCode.SLASH))
                .typed("?"));
        table = List.copyOf(list);
        menu = new AppMenu(ui, files);
    }

    /// Every action, in the order of menus.
    public List<Action> all() {
        return table;
    }

    /// Every action that has a name to be found by.
    private List<Action> named() {
        return Stream.concat(table.stream(), SetupActions.choices(ui).stream()).toList();
    }

    public Action byId(String id) {
        return table.stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    /// The items of the whole menu: files first, a submenu for each other group, help last.
    public List<MenuItem> menus() {
        return menu.all(table);
    }

    /// The items of one group, by its lower-case name, as `export`.
    public List<MenuItem> items(String group) {
        return menu.group(table, Group.valueOf(group.toUpperCase(Locale.ROOT)));
    }

    /// Lets a scene's keys do what the table says, takes files dropped on it, and lays the cards over it.
    public void install(Scene scene) {
        hooks.installed(scene);
        overlay.cover(scene);
        new ActionKeys(table, overlay).install(scene);
        files.acceptDrops(scene);
    }

    /// Asks before the window closes over unsaved work.
    public void guard(Stage stage) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            files.guard(stage::close);
        });
    }

    /// Opens files as the menu would.
    public void open(List<Path> paths) {
        files.open(paths);
    }

    /// Offers what former runs left in `folder` without saving it, then goes on.
    public void recover(Journal journal, Path folder, Runnable then) {
        new Recovery(ui, overlay, journal, then).offer(folder);
    }

    Overlay overlay() {
        return overlay;
    }

    Files files() {
        return files;
    }
}
