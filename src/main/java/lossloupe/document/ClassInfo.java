package lossloupe.document;

import java.util.List;

/// Name and colour of a class; the colour is `0xRRGGBB`.
public record ClassInfo(String name, int rgb) {
    /// Okabe and Ito's colour-blind safe set, in the order of the drawing; yellow is darkened to keep its edge on
    /// white. Four more hues follow, told from the first by their darkness.
    private static final List<Integer> HUES = List.of(
            0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0xD55E00, 0x56B4E9, 0xC9B900, 0x7F7F7F, 0x8C564B, 0x6B8E23,
            0x9C2F6B, 0x3F51A3);

    /// The colour that the class at `index` gets unless a person chooses another.
    public static int defaultColour(int index) {
        return HUES.get(index % HUES.size());
    }

    /// Named «class 1», «class 2», … as in the question that this program began with.
    public static ClassInfo numbered(int index) {
        return new ClassInfo("class " + (index + 1), defaultColour(index));
    }
}
