/// From a document to its losses, so that an edit costs what it touches: results are kept per chunk, and a chunk's
/// result is taken over iff the very objects it was computed from are the same.
///
/// May import: lossloupe.document, lossloupe.loss, lossloupe.reduce, lossloupe.kernel, lossloupe.tensor. Must not
/// contain javafx or threads of its own; a full pass may fan out over the common pool.
/// Invariant: what is asked, when, in which order, on how many threads and after which edits never changes a bit of any
/// number. Sums are merged in one stated order: chunks within a row, rows within an example, examples.
@NullMarked
package lossloupe.compute;

import org.jspecify.annotations.NullMarked;
