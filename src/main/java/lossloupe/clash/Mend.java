package lossloupe.clash;

import java.util.List;

/// A repair of a clash. Its sentence is `mend.<id>` in the bundles.
///
/// @param args of the sentence
/// @param code one line that does it; empty where there is none
/// @param sure whether the arrays then go together as the framework asks and no other reading is as good
public record Mend(String id, List<Object> args, String code, boolean sure) {
    public Mend {
        args = List.copyOf(args);
    }

    static Mend sure(String id, String code, Object... args) {
        return new Mend(id, List.of(args), code, true);
    }

    static Mend maybe(String id, String code, Object... args) {
        return new Mend(id, List.of(args), code, false);
    }
}
