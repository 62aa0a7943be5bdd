/// The equality lab in the drawer: the script's tests, where each number lies in memory, its bits, and statements put
/// to the test.
///
/// May import: lossloupe.view, lossloupe.app and below. Numbers come from lossloupe.equality; nothing is computed here.
/// Invariant: what is shown belongs to one draw, one arithmetic and one chosen comparison.
@NullMarked
package lossloupe.view.equality;

import org.jspecify.annotations.NullMarked;
