/// The right-hand column: both reduced values, the selected cell, all reductions, the history.
///
/// May import: lossloupe.app and what it may import, lossloupe.view, lossloupe.view.chart, JavaFX, ControlsFX.
/// Invariant: every number shown is the frame's; what a person changes goes through the model, and comes back with a
/// frame.
@NullMarked
package lossloupe.view.inspector;

import org.jspecify.annotations.NullMarked;
