/// Charts: curves and lines that JFreeChart draws into canvases of the window.
///
/// May import: lossloupe.app and what it may import, lossloupe.view, JavaFX, and, alone in the window, JFreeChart and
/// awt. Invariant: a chart is drawn at most once per pulse and only after its data changed; JFreeChart draws lines and
/// points, never text, so that awt's fonts are never loaded and every letter is JavaFX's.
@NullMarked
package lossloupe.view.chart;

import org.jspecify.annotations.NullMarked;
