package lossloupe.app;

import lossloupe.paint.GridGeometry;
import lossloupe.paint.Palette;

/// Where and how a grid is to be painted.
///
/// @param scale device pixels per logical pixel
public record Surface(GridGeometry grid, Palette palette, double scale) {}
