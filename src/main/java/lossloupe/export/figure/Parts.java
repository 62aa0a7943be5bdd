package lossloupe.export.figure;

/// What a figure may go without.
///
/// @param headings above each track
/// @param axes the names of axes; their numbers stay
/// @param legend what is drawn in which colour
/// @param bars the keys of colour scales
public record Parts(boolean headings, boolean axes, boolean legend, boolean bars) {
    public static final Parts ALL = new Parts(true, true, true, true);
}
