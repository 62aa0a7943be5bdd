/// The running program without its looks: what is now, what is seen of it, and the one road from a gesture to a frame.
///
/// May import: lossloupe.io, export, paint and what they may import, i18n, and JavaFX's properties. Must not contain
/// javafx.scene or javafx.stage; threads only in LatestWorker and Jobs; Platform.runLater only in FxThread.
/// Invariant: state flows one way: edit, store, document, pipeline, frame, panes.
@NullMarked
package lossloupe.app;

import org.jspecify.annotations.NullMarked;
