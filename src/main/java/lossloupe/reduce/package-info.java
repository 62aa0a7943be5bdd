/// From elementwise losses to the numbers that an optimiser gets: reductions by the names of their libraries, and
/// weights.
///
/// May import: lossloupe.kernel, lossloupe.tensor. Must not contain javafx, awt or I/O.
/// Invariant: a reduction is one constant; it sees a sum and sizes, never elements, so it cannot depend on how they
/// were computed.
@NullMarked
package lossloupe.reduce;

import org.jspecify.annotations.NullMarked;
