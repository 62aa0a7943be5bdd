/// Files and pasted text in and out: NumPy arrays and archives, tables, JSON, Python literals, sessions.
///
/// May import: lossloupe.document and what it may import, Jackson, FastCSV. Must not contain javafx.
/// Invariant: whatever bytes come in, the only exception that comes out is [lossloupe.io.BadFileException], and no
/// memory is
/// reserved for what a file claims to hold before the claim has been checked against the bytes that are there.
@NullMarked
package lossloupe.io;

import org.jspecify.annotations.NullMarked;
