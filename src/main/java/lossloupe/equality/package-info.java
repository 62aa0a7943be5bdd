/// Why two floats that should be equal are not: the script of the question this program began with, run in our own
/// arithmetic and in that of a library with packets and a scalar tail; number formats; stated identities put to the
/// test.
///
/// May import: lossloupe.compute, lossloupe.document, lossloupe.loss, lossloupe.reduce, lossloupe.kernel,
/// lossloupe.tensor. Invariant: every result is a value that depends on its arguments alone, bit for bit, on every
/// machine.
@NullMarked
package lossloupe.equality;

import org.jspecify.annotations.NullMarked;
