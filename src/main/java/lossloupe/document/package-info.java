/// What a person edits, as values: documents, the edits that lead from one to the next, and their history.
///
/// May import: lossloupe.loss, lossloupe.reduce, lossloupe.tensor. Must not contain javafx or threads.
/// Invariant: a document never changes; an [lossloupe.document.Edit] makes another one that shares all it left alone.
@NullMarked
package lossloupe.document;

import org.jspecify.annotations.NullMarked;
