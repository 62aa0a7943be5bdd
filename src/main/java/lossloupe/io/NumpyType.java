package lossloupe.io;

import java.util.Locale;
import java.util.Optional;

/// The element types of NumPy that are real numbers; the ids are NumPy's.
public enum NumpyType {
    BOOL('b', 1, Kind.BOOL),
    INT8('i', 1, Kind.INTEGER),
    INT16('i', 2, Kind.INTEGER),
    INT32('i', 4, Kind.INTEGER),
    INT64('i', 8, Kind.INTEGER),
    UINT8('u', 1, Kind.INTEGER),
    UINT16('u', 2, Kind.INTEGER),
    UINT32('u', 4, Kind.INTEGER),
    UINT64('u', 8, Kind.INTEGER),
    FLOAT16('f', 2, Kind.FLOAT32),
    FLOAT32('f', 4, Kind.FLOAT32),
    FLOAT64('f', 8, Kind.FLOAT64);

    /// What the numbers are to us. Half precision is widened to float32, which holds every one of its values.
    public enum Kind {
        FLOAT64,
        FLOAT32,
        INTEGER,
        BOOL
    }

    private final char letter;
    private final int bytes;
    private final Kind kind;

    NumpyType(char letter, int bytes, Kind kind) {
        this.letter = letter;
        this.bytes = bytes;
        this.kind = kind;
    }

    /// As NumPy prints it: `float32`, `uint8`, `bool`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Bytes per element in a file.
    public int bytes() {
        return bytes;
    }

    public Kind kind() {
        return kind;
    }

    boolean isSigned() {
        return letter == 'i';
    }

    /// As in the header of a file written here: little-endian, or `|` where order has no meaning.
    String descr() {
        return (bytes == 1 ? "|" : "<") + letter + bytes;
    }

    /// The type of a header's `descr` without its byte order, as `f4`; `?` is another spelling of bool.
    static Optional<NumpyType> ofCode(String code) {
        for (var type : values()) {
            if (code.equals("" + type.letter + type.bytes)) {
                return Optional.of(type);
            }
        }
        return code.equals("?") ? Optional.of(BOOL) : Optional.empty();
    }

    /// The type of a name as code and prints give it: `float32`, `double`, `half`, `long`, `<f4`, `bool_`.
    static Optional<NumpyType> ofName(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        for (var type : values()) {
            if (plain.equals(type.id())) {
                return Optional.of(type);
            }
        }
        return switch (plain) {
            case "double", "float", "float_" -> Optional.of(FLOAT64);
            case "single" -> Optional.of(FLOAT32);
            case "half", "bfloat16" -> Optional.of(FLOAT16);
            case "long", "int", "int_" -> Optional.of(INT64);
            case "short" -> Optional.of(INT16);
            case "bool_" -> Optional.of(BOOL);
            default -> ofCode(plain.isEmpty() || "<>|=".indexOf(plain.charAt(0)) < 0 ? plain : plain.substring(1));
        };
    }
}
