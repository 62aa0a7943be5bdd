/// The losses: for each its value, gradient, probability and lower bound, and how it explains itself. No weights,
/// reductions, layouts or words of a language in here; a loss sees chunks of numbers and the type to compute in.
///
/// May import: lossloupe.kernel, lossloupe.tensor. Must not contain javafx, awt or I/O.
/// Invariant: losses are values without state: equal losses give equal bits, whoever asks and on whichever thread.
@NullMarked
package lossloupe.loss;

import org.jspecify.annotations.NullMarked;
