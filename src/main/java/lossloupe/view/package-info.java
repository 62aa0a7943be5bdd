/// The window: panes that show frames and turn gestures into edits.
///
/// May import: lossloupe.app and what it may import, JavaFX, ControlsFX. Must not contain awt; JFreeChart only in
/// lossloupe.view.chart.
/// Invariant: panes draw from the model's frame and change nothing but through the model.
@NullMarked
package lossloupe.view;

import org.jspecify.annotations.NullMarked;
