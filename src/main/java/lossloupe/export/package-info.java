/// Files for other programs to show: pictures.
///
/// May import: lossloupe.io, lossloupe.paint and what they may import, lossloupe.i18n. Must not contain javafx; awt and
/// jfree belong to figures, here and in lossloupe.view.chart alone.
/// Invariant: output files appear whole or not at all.
@NullMarked
package lossloupe.export;

import org.jspecify.annotations.NullMarked;
