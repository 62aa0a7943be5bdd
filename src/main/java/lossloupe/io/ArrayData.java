package lossloupe.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An array of any rank as it was read: its name, what the source says of its type, shape and memory order, and its
/// values,
/// which are in C order whatever the order in the file. Immutable; what its axes mean is for an import to say.
public final class ArrayData {
    private static final int BLOCK = 4096;

    private final String name;
    private final NumpyType type;
    private final String descr;
    private final int[] shape;
    private final MemoryOrder order;
    private final Values values;
    private final long inexact;

    ArrayData(String name, NumpyHeader header, Values values, long inexact) {
        this.name = name;
        this.type = header.type();
        this.descr = header.descr();
        this.shape = Arrays.stream(header.shape()).mapToInt(Math::toIntExact).toArray();
        this.order = header.order();
        this.values = values;
        this.inexact = inexact;
    }

    /// An array made in memory, in C order. Its type follows the storage: float64, float32 or uint8.
    public static ArrayData of(String name, Values values, int... shape) {
        var type = switch (values) {
            case Values.Doubles d -> NumpyType.FLOAT64;
            case Values.Floats f -> NumpyType.FLOAT32;
            case Values.Bytes b -> NumpyType.UINT8;
        };
        return of(name, type, values, shape);
    }

    static ArrayData of(String name, NumpyType type, Values values, int... shape) {
        var header = NumpyHeader.of(type, MemoryOrder.C, longs(shape));
        if (header.size().orElse(-1) != values.size()) {
            throw new IllegalArgumentException(values.size() + " values for shape " + header.shapeText());
        }
        return new ArrayData(name, header, values, 0);
    }

    /// The member's name in an archive, the file's without its ending, or the variable's.
    public String name() {
        return name;
    }

    public ArrayData named(String other) {
        return new ArrayData(other, header(), values, inexact);
    }

    /// The same values in the same order under another shape of the same size.
    public ArrayData shaped(int... other) {
        return new ArrayData(name, new NumpyHeader(type, descr, order, longs(other)), values, inexact);
    }

    public NumpyType type() {
        return type;
    }

    /// NumPy's name of the element type, as `float32`.
    public String dtype() {
        return type.id();
    }

    /// The element type as the file's header writes it, byte order included: `<f4`.
    public String descr() {
        return descr;
    }

    /// `float16` where the numbers were widened to be stored, else null.
    public @Nullable String widenedFrom() {
        return type == NumpyType.FLOAT16 ? type.id() : null;
    }

    /// How many 64-bit integers lay beyond 2^53 and became the nearest double.
    public long inexact() {
        return inexact;
    }

    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    public int length(int axis) {
        return shape[axis];
    }

    /// As «[4, 12]».
    public String shapeText() {
        return Arrays.toString(shape);
    }

    public int size() {
        return values.size();
    }

    /// The memory order in the source.
    public MemoryOrder order() {
        return order;
    }

    public Values values() {
        return values;
    }

    /// The value at a flat index in C order.
    public double at(int flat) {
        return values.at(flat);
    }

    /// Some values that follow each other.
    public interface Block {
        /// Looks at the first `count` of `numbers`, which are overwritten afterwards.
        void of(double[] numbers, int count);
    }

    /// Shows all values in C order, block by block: a short method that is called often is compiled sooner than a
    /// loop over millions, and need not ask for each.
    public void blocks(Block each) {
        var numbers = new double[BLOCK];
        for (int from = 0; from < size(); from += BLOCK) {
            int count = Math.min(BLOCK, size() - from);
            values.copy(from, numbers, count);
            each.of(numbers, count);
        }
    }

    /// Whether the other holds the same numbers in the same order, under the same shape but for axes of length 1.
    boolean hasNumbersOf(ArrayData other) {
        boolean same = Arrays.equals(longAxes(), other.longAxes());
        for (int i = 0; same && i < size(); i++) {
            same = Double.compare(at(i), other.at(i)) == 0;
        }
        return same;
    }

    private int[] longAxes() {
        return Arrays.stream(shape).filter(l -> l != 1).toArray();
    }

    /// Whether every value is 0 or 1, and there are any.
    public boolean isBinary() {
        for (int i = 0; i < size(); i++) {
            double v = at(i);
            if (v != 0 && v != 1) {
                return false;
            }
        }
        return size() > 0;
    }

    private static long[] longs(int[] shape) {
        return Arrays.stream(shape).asLongStream().toArray();
    }

    private NumpyHeader header() {
        return new NumpyHeader(type, descr, order, longs(shape));
    }

    @Override
    public String toString() {
        return name + " " + dtype() + shapeText();
    }
}
