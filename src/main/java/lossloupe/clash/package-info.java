/// Shapes that do not go together: what a framework's error message says, what each axis is, what would repair it, and
/// how arrays stretch where nothing is said at all. Imports `tensor`; no toolkit, no words.
@NullMarked
package lossloupe.clash;

import org.jspecify.annotations.NullMarked;
