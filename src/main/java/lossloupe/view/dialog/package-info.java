/// What the window asks and is told: cards over the window, pop-overs, and the road of files into and out of it.
///
/// May import: lossloupe.view, lossloupe.app and what it may import, JavaFX, ControlsFX. Must not contain awt.
/// Invariant: nothing of the document changes before a person accepts, and cancelling leaves all as it was.
@NullMarked
package lossloupe.view.dialog;

import org.jspecify.annotations.NullMarked;
