package lossloupe.io;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.OpaqueDataType;
import io.jhdf.object.datatype.Reference;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The values of a set in HDF5, of whatever type they are stored in, as arrays of numbers.
final class Hdf5Values {
    private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE");

    /// The columns of h5py's complex numbers, which are not labels or logits of any kind.
    private static final Set<String> COMPLEX = Set.of("r", "i");

    /// Says that a set holds bytes without a meaning.
    static final String OPAQUE = "error.hdf5.opaque";

    private static final String NESTED = "error.hdf5.nested";

    private Hdf5Values() {}

    /// Why the cells of a set are no numbers though there may be numbers in them: the key of a sentence; null where
    /// nothing speaks against them.
    static @Nullable String unlike(Dataset set) {
        return switch (set.getDataType()) {
            case OpaqueDataType bytes -> OPAQUE;
            case ArrayDataType arrays -> NESTED;
            case VariableLength rows when !rows.isVariableLengthString() -> NESTED;
            default -> null;
        };
    }

    /// All values of a set in C order: an array of primitives, of texts, or one of those for each column of a
    /// compound set. Null where there is nothing that could be numbers.
    static @Nullable Object of(Dataset set) throws BadFileException {
        boolean empty = set.isEmpty() && set.getSize() == 0;
        if (set.isScalar() || empty || set.getDataType() instanceof Reference || isText(set)) {
            return null;
        }
        MemoryLimit.check(2 * set.getSize(), Double.BYTES);
        if (set.getDataType() instanceof EnumDataType names) {
            var numbers = Hdf5Blocks.read(set, names.getBaseType());
            return TRUTHS.containsAll(names.getEnumMapping().values()) ? truths(numbers) : numbers;
        }
        boolean plain = set.getJavaType().isPrimitive();
        return plain && Hdf5Blocks.isPartial(set) ? Hdf5Blocks.read(set, set.getDataType()) : set.getDataFlat();
    }

    private static boolean[] truths(Object numbers) {
        var truths = new boolean[Array.getLength(numbers)];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = Array.getInt(numbers, i) != 0;
        }
        return truths;
    }

    /// MATLAB stores text as numbers of characters and says so beside them.
    private static boolean isText(Dataset set) {
        Attribute stored = set.getAttribute("MATLAB_class");
        return stored != null && "char".equals(stored.getData());
    }

    /// The numbers among `values` under a name; none where they are texts or nothing.
    ///
    /// @throws BadFileException where a column that is wanted by its name holds an array in each cell
    static ArraySet arrays(String name, @Nullable Object values, int[] shape) throws BadFileException {
        if (!(values instanceof Map<?, ?> columns)) {
            var array = array(name, values, shape);
            return new ArraySet(array == null ? List.of() : List.of(array), List.of(), List.of());
        }
        var fields = new ArrayList<ArrayData>();
        if (columns.keySet().equals(COMPLEX)) {
            return StructuredNpy.timed(fields);
        }
        for (var column : columns.entrySet()) {
            var field = name + "." + column.getKey();
            var array = array(field, column.getValue(), shape);
            if (array != null) {
                fields.add(array);
            } else if (isNested(column.getValue()) && RoleGuess.isNamed(field)) {
                throw BadFileException.of(NESTED).in(String.valueOf(column.getKey()));
            }
        }
        return StructuredNpy.timed(fields);
    }

    private static boolean isNested(Object column) {
        var cell = column.getClass().getComponentType();
        return cell != null && cell.isArray();
    }

    static @Nullable ArrayData array(String name, @Nullable Object values, int... shape) {
        return switch (values) {
            case double[] doubles -> ArrayData.of(name, new Values.Doubles(doubles), shape);
            case float[] floats -> ArrayData.of(name, new Values.Floats(floats), shape);
            case boolean[] bits ->
                NumberList.array(name, wide(bits.length, i -> bits[i] ? 1 : 0), NumpyType.BOOL, shape);
            case String[] words
            when words.length > 0 && TRUTHS.contains(words[0]) ->
                NumberList.array(name, wide(words.length, i -> words[i].equals("TRUE") ? 1 : 0), NumpyType.BOOL, shape);
            case null -> null;
            default -> {
                var whole = whole(values);
                yield whole == null ? null : NumberList.array(name, whole, NumpyType.INT64, shape);
            }
        };
    }

    private static double @Nullable [] whole(Object values) {
        return switch (values) {
            case long[] whole -> wide(whole.length, i -> whole[i]);
            case int[] whole -> wide(whole.length, i -> whole[i]);
            case short[] whole -> wide(whole.length, i -> whole[i]);
            case byte[] whole -> wide(whole.length, i -> whole[i]);
            case BigInteger[] whole -> wide(whole.length, i -> whole[i].doubleValue());
            default -> null;
        };
    }

    private static double[] wide(int length, IntToDoubleFunction at) {
        var values = new double[length];
        Arrays.setAll(values, at);
        return values;
    }

    /// The number that an attribute holds, be it alone or the only one of an array; else NaN.
    static double single(@Nullable Object value) {
        boolean one = value != null && value.getClass().isArray() && Array.getLength(value) == 1;
        return one ? single(Array.get(value, 0)) : value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
