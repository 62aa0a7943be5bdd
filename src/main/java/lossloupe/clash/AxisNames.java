package lossloupe.clash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lossloupe.tensor.Axis;
import lossloupe.tensor.Shape;

/// What the axes of both arrays are, by symbol: `b`, `n`, `l`, or `?` where nothing tells.
///
/// A shape of three begins with examples. Of the other two, the sizes of the document at hand decide; failing that, the
/// smaller one is classes; failing that, the place where the framework looks for them.
///
/// @param a symbols of the first array, outermost axis first
/// @param b symbols of the second
public record AxisNames(List<String> a, List<String> b) {
    /// The letter of an axis that nothing tells.
    public static final String NONE = "?";

    private static final String EXAMPLES = Axis.BATCH.symbol();
    static final String CLASSES = Axis.CLASS.symbol();
    private static final String POSITIONS = Axis.POSITION.symbol();

    public AxisNames {
        a = List.copyOf(a);
        b = List.copyOf(b);
    }

    /// Names the axes of a clash.
    ///
    /// @param document sizes of what is open
    public static AxisNames of(Clash clash, Shape document) {
        var a = clash.a().dims();
        var b = clash.b().dims();
        if (b.rank() >= a.rank()) {
            var whole = whole(clash, b, document);
            boolean haveNoClasses = clash.rule() == Clash.Rule.INDICES && a.rank() < b.rank();
            return new AxisNames(like(a, b, whole, haveNoClasses), whole);
        }
        var whole = whole(clash, a, document);
        return new AxisNames(whole, like(b, a, whole, false));
    }

    private static List<String> whole(Clash clash, Dims dims, Shape document) {
        return switch (dims.rank()) {
            case 1 -> List.of(dims.at(0) == document.classes() ? CLASSES : POSITIONS);
            case 2 ->
                clash.rule() == Clash.Rule.INDICES
                        ? List.of(EXAMPLES + "·" + POSITIONS, CLASSES)
                        : two(clash, dims, document);
            case 3 -> {
                var rest = two(clash, dims.without(0), document);
                yield List.of(EXAMPLES, rest.getFirst(), rest.getLast());
            }
            default -> Collections.nCopies(dims.rank(), NONE);
        };
    }

    /// Class and position axis in the order in which they stand.
    private static List<String> two(Clash clash, Dims dims, Shape document) {
        int first = dims.at(0);
        int second = dims.at(1);
        boolean classesFirst;
        if (first != second && isOf(document, first, second)) {
            classesFirst = true;
        } else if (first != second && isOf(document, second, first)) {
            classesFirst = false;
        } else if (first >= 0 && second >= 0 && first != second) {
            classesFirst = first < second;
        } else {
            classesFirst = clash.framework().classAxis(3) == 1;
        }
        return classesFirst ? List.of(CLASSES, POSITIONS) : List.of(POSITIONS, CLASSES);
    }

    private static boolean isOf(Shape document, int classes, int positions) {
        return Dims.fit(classes, document.classes()) && Dims.fit(positions, document.length());
    }

    private interface Kin {
        /// Whether axis `i` of the one array may be axis `k` of the other.
        boolean may(int i, int k);
    }

    /// Names of the other array: the same size is the same axis, the same place first; what is left goes by what
    /// may fit, what is told before what is not; nearly the same size in the same place comes last.
    private static List<String> like(Dims dims, Dims model, List<String> names, boolean haveNoClasses) {
        var result = new ArrayList<>(Collections.nCopies(dims.rank(), NONE));
        var free = new ArrayList<>(Collections.nCopies(model.rank(), true));
        if (haveNoClasses && names.contains(CLASSES)) {
            free.set(names.indexOf(CLASSES), false);
        }
        int shift = model.rank() - dims.rank();
        Kin samePlace = (i, k) -> k == i + shift;
        Kin sameSize = (i, k) -> dims.at(i) == model.at(k) && dims.at(i) != Dims.UNKNOWN;
        Kin mayFit = (i, k) -> Dims.fit(dims.at(i), model.at(k));
        Kin told = (i, k) -> dims.at(i) != Dims.UNKNOWN && mayFit.may(i, k);
        Kin examples = (i, k) -> i == 0 && k == 0 && dims.at(0) == model.at(0);
        Kin nearly = (i, k) -> shift == 0 && Dims.nearlyEqual(dims.at(i), model.at(k));
        for (var kin : List.of(
                examples,
                both(sameSize, samePlace),
                sameSize,
                both(told, samePlace),
                told,
                mayFit,
                both(nearly, samePlace))) {
            assign(result, names, free, kin);
        }
        return result;
    }

    private static Kin both(Kin one, Kin other) {
        return (i, k) -> one.may(i, k) && other.may(i, k);
    }

    private static void assign(List<String> result, List<String> names, List<Boolean> free, Kin kin) {
        for (int i = 0; i < result.size(); i++) {
            for (int k = 0; k < names.size(); k++) {
                if (result.get(i).equals(NONE) && free.get(k) && kin.may(i, k)) {
                    result.set(i, names.get(k));
                    free.set(k, false);
                }
            }
        }
    }
}
