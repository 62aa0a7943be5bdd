package lossloupe.io;

/// Which index of an array runs fastest in memory.
public enum MemoryOrder {
    /// The last one: row by row.
    C,
    /// The first one: column by column.
    F
}
