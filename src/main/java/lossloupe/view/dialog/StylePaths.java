package lossloupe.view.dialog;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks where styles of figures are; null where the person thought better of it.
record StylePaths(Supplier<@Nullable Path> toOpen, Supplier<@Nullable Path> toSave) {}
