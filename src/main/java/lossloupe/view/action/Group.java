package lossloupe.view.action;

/// Where an action stands in the menu and on the cheat sheet; its name is `menu.<id>`.
public enum Group {
    FILE("file"),
    EXPORT("export"),
    EDIT("edit"),
    LOGITS("logits"),
    WEIGHTS("weights"),
    NAVIGATE("navigate"),
    VIEW("view"),
    TRACKS("tracks"),
    TOOLS("tools"),
    THEME("theme"),
    LANGUAGE("language"),
    MOTION("motion"),
    HELP("help"),
    WINDOW("window");

    private final String id;

    Group(String id) {
        this.id = id;
    }

    public String nameKey() {
        return "menu." + id;
    }
}
