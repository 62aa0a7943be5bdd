package lossloupe.view;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The condition under which a node listens to what outlives it: `value.when(Shown.in(node)).subscribe(…)` ends when
/// the node leaves its scene.
public final class Shown {
    private Shown() {}

    /// Whether a node stands in a scene. `isNotNull()` would not do: what it listens to holds it weakly, so that it
    /// may be collected before the node is shown, and the node would never hear of anything.
    public static ObservableValue<Boolean> in(Node node) {
        return node.sceneProperty().map(Objects::nonNull);
    }
}
