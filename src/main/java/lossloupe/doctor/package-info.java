/// What is odd about labels, logits and their layout: hypotheses tried on the numbers, findings with their evidence,
/// and faults to be made on purpose. Imports `compute` and below; no toolkit, no words. A finding never changes a
/// document: its repair is an edit, which a person applies and can undo.
@NullMarked
package lossloupe.doctor;

import org.jspecify.annotations.NullMarked;
