/// The numbers of a document as values: immutable chunked rows, shapes, and the two memory layouts as views of them.
///
/// May import: the JDK only. Must not contain javafx, awt or I/O.
/// Invariant: a [lossloupe.tensor.Chunk] is never written after its creation, so that two planes differ exactly where
/// their chunk references differ.
@NullMarked
package lossloupe.tensor;

import org.jspecify.annotations.NullMarked;
