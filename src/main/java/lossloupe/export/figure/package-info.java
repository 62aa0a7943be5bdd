/// Figures for papers and slides, drawn once on a Graphics2D in points and written as PNG, SVG or PDF. May import what
/// `export` may; awt lives here. The same document, kind and style give the same bytes.
@NullMarked
package lossloupe.export.figure;

import org.jspecify.annotations.NullMarked;
