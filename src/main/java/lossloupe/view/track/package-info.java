/// The tracks in the middle of the window: grids and lines that share one position axis, in either layout.
///
/// May import: lossloupe.app and what it may import, lossloupe.view, JavaFX. Must not contain awt.
/// Invariant: a track draws what the frame holds; gestures become edits and view states, never pixels.
@NullMarked
package lossloupe.view.track;

import org.jspecify.annotations.NullMarked;
