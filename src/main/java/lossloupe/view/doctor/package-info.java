/// The doctor's panel: findings with a picture of what each would make of the labels, causes of a loss that is stuck,
/// and faults to be made on purpose. It asks `doctor` and applies edits; it knows nothing about layouts itself.
@NullMarked
package lossloupe.view.doctor;

import org.jspecify.annotations.NullMarked;
