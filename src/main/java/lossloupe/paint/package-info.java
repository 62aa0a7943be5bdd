/// From numbers to pixels without a toolkit: colours, geometry of grids, and painters that fill `int[]`.
///
/// May import: lossloupe.compute and what that may import. Must not contain javafx or awt.
/// Invariant: the same field, geometry and palette give the same pixels on every machine.
@NullMarked
package lossloupe.paint;

import org.jspecify.annotations.NullMarked;
