package lossloupe.view;

import javafx.scene.Node;

/// Whether a node is there: what is not seen takes no room either.
public final class Presence {
    private Presence() {}

    public static void set(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }
}
