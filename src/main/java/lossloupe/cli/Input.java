package lossloupe.cli;

import java.util.List;
import java.util.Map;
import lossloupe.io.ImportPlan.Role;

/// Arrays that belong together, by where they are.
sealed interface Input {
    /// One file that holds them all.
    record File(String path) implements Input {
        @Override
        public String name() {
            return path;
        }

        @Override
        public List<String> sources() {
            return List.of(path);
        }
    }

    /// Each in a file of its own, or in a member of one.
    record Parts(Map<Role, String> paths) implements Input {
        @Override
        public String name() {
            return paths.getOrDefault(Role.LOGITS, paths.values().iterator().next());
        }

        @Override
        public List<String> sources() {
            return List.copyOf(paths.values());
        }
    }

    /// How results call it.
    String name();

    List<String> sources();

    /// The name of files made from it: without folders and ending, a member of an archive after a point.
    default String stem() {
        var path = name().equals("-") ? "stdin" : name();
        var base = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int colon = base.indexOf(".npz:");
        if (colon > 0) {
            return base.substring(0, colon) + "." + base.substring(colon + 5);
        }
        int point = base.lastIndexOf('.');
        return point > 0 ? base.substring(0, point) : base;
    }
}
