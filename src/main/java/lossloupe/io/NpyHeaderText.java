package lossloupe.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lossloupe.io.PythonLexer.Kind;
import lossloupe.io.PythonLexer.Token;
import org.jspecify.annotations.Nullable;

/// Reads the dictionary at the head of an `.npy` file. A header is data: nothing in it is evaluated, and a call, a name
/// or an
/// operator in it makes it invalid.
final class NpyHeaderText {
    /// A header of which only the element type may still be one that we do not read.
    ///
    /// @param descr a String, or a Sequence for a structured type
    @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
    record Raw(Object descr, boolean fortran, long[] shape) {}

    private record Sequence(boolean tuple, List<Object> items) {}

    private record Digits(String text) {}

    private static final int DEEPEST = 16;

    private final PythonLexer lexer;
    private Token token;

    private NpyHeaderText(String text) {
        lexer = new PythonLexer(text);
        token = lexer.next();
    }

    static Raw parse(String text) throws BadFileException {
        return new NpyHeaderText(text).raw();
    }

    /// The header of an array of numbers.
    ///
    /// @throws BadFileException where the elements are something else
    static NumpyHeader numeric(Raw raw) throws BadFileException {
        if (!(raw.descr() instanceof String descr)) {
            throw structured(raw);
        }
        return numeric(descr, raw);
    }

    /// The header of each field of a structured array, in their order.
    ///
    /// @throws BadFileException where a field is no number, or is an array itself
    static SequencedMap<String, NumpyHeader> fields(Raw raw) throws BadFileException {
        var fields = new LinkedHashMap<String, NumpyHeader>();
        for (var item : raw.descr() instanceof Sequence all ? all.items() : List.of()) {
            boolean plain = item instanceof Sequence field
                    && field.items().size() == 2
                    && field.items().getFirst() instanceof String name
                    && field.items().get(1) instanceof String descr
                    && fields.put(name, numeric(descr, raw)) == null;
            if (!plain) {
                throw structured(raw);
            }
        }
        if (fields.isEmpty()) {
            throw structured(raw);
        }
        return fields;
    }

    static BadFileException structured(Raw raw) {
        return BadFileException.of("error.npy.structured", fieldNames(raw.descr()));
    }

    private static NumpyHeader numeric(String descr, Raw raw) throws BadFileException {
        boolean marked = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
        var code = marked ? descr.substring(1) : descr;
        if (code.startsWith("O")) {
            throw BadFileException.of("error.npy.object");
        }
        var type = NumpyType.ofCode(code);
        if (type.isEmpty()) {
            throw BadFileException.of("error.npy.dtype", shortened(descr));
        }
        return new NumpyHeader(type.get(), descr, raw.fortran() ? MemoryOrder.F : MemoryOrder.C, raw.shape());
    }

    private Raw raw() throws BadFileException {
        var entries = dictionary();
        var missing = new TreeSet<>(List.of("descr", "fortran_order", "shape"));
        missing.removeAll(entries.keySet());
        if (!missing.isEmpty()) {
            throw BadFileException.of("error.npy.keyMissing", String.join(", ", missing));
        }
        if (entries.size() > 3) {
            throw BadFileException.of("error.npy.keyExtra", shortened(String.join(", ", entries.keySet())));
        }
        if (!(entries.get("fortran_order") instanceof Boolean fortran)) {
            throw BadFileException.of("error.npy.fortran", written(entries.get("fortran_order")));
        }
        var descr = entries.get("descr");
        if (!(descr instanceof String) && !(descr instanceof Sequence)) {
            throw BadFileException.of("error.npy.dtype", written(descr));
        }
        return new Raw(descr, fortran, shape(entries.get("shape")));
    }

    private static long[] shape(@Nullable Object value) throws BadFileException {
        if (!(value instanceof Sequence sequence)
                || !sequence.tuple()
                || sequence.items().size() > 32) {
            throw BadFileException.of("error.npy.shape", written(value));
        }
        var shape = new long[sequence.items().size()];
        for (int i = 0; i < shape.length; i++) {
            if (!(sequence.items().get(i) instanceof Digits digits)) {
                throw BadFileException.of("error.npy.shape", written(value));
            }
            if (digits.text().startsWith("-")) {
                throw BadFileException.of("error.npy.negative", shortened(digits.text()));
            }
            try {
                shape[i] = Long.parseLong(digits.text().replaceFirst("[Ll]$", ""));
            } catch (NumberFormatException e) {
                throw BadFileException.of("error.npy.shape", written(value));
            }
        }
        return shape;
    }

    private Map<String, Object> dictionary() throws BadFileException {
        take("{");
        var entries = new LinkedHashMap<String, Object>();
        while (!token.is("}")) {
            if (token.kind() != Kind.STRING) {
                throw unreadable();
            }
            var key = token.text();
            advance();
            take(":");
            entries.put(key, value(0));
            if (!token.is("}")) {
                take(",");
            }
        }
        advance();
        while (token.kind() == Kind.NEWLINE) {
            advance();
        }
        if (token.kind() != Kind.END) {
            throw unreadable();
        }
        return entries;
    }

    private Object value(int depth) throws BadFileException {
        if (token.is("(") || token.is("[")) {
            return sequence(depth);
        }
        boolean minus = token.is("-");
        if (minus) {
            advance();
        }
        var now = token;
        advance();
        if (now.kind() == Kind.NUMBER) {
            return new Digits((minus ? "-" : "") + now.text());
        }
        if (now.kind() == Kind.STRING && !minus) {
            return now.text();
        }
        if (now.kind() == Kind.NAME
                && !minus
                && (now.text().equals("True") || now.text().equals("False"))) {
            return now.text().equals("True");
        }
        throw unreadable();
    }

    private Sequence sequence(int depth) throws BadFileException {
        boolean round = token.is("(");
        var close = round ? ")" : "]";
        advance();
        var items = new ArrayList<Object>();
        boolean comma = false;
        while (!token.is(close)) {
            if (depth > DEEPEST) {
                throw unreadable();
            }
            items.add(value(depth + 1));
            if (!token.is(close)) {
                take(",");
                comma = true;
            }
        }
        advance();
        return new Sequence(round && (comma || items.isEmpty()), items);
    }

    private void take(String symbol) throws BadFileException {
        if (!token.is(symbol)) {
            throw unreadable();
        }
        advance();
    }

    private void advance() {
        token = lexer.next();
    }

    private BadFileException unreadable() {
        var found = token.kind() == Kind.END ? "end" : shortened(token.text());
        return BadFileException.of("error.npy.header", found);
    }

    private static String fieldNames(Object descr) {
        return descr instanceof Sequence fields
                ? shortened(fields.items().stream()
                        .map(f -> f instanceof Sequence s && !s.items().isEmpty()
                                ? written(s.items().getFirst())
                                : "?")
                        .collect(Collectors.joining(", ")))
                : "?";
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Digits d -> shortened(d.text());
            case Boolean b -> b ? "True" : "False";
            case Sequence s ->
                shortened(s.items().stream()
                        .map(NpyHeaderText::written)
                        .collect(Collectors.joining(", ", s.tuple() ? "(" : "[", s.tuple() ? ")" : "]")));
            default -> shortened(value.toString());
        };
    }

    /// Text from a file, fit to be shown in a sentence: one short line of printable characters.
    static String shortened(String text) {
        var clean = text.codePoints()
                .limit(61)
                .map(c -> Character.isISOControl(c) ? '·' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.codePointCount(0, clean.length()) > 60
                ? clean.substring(0, clean.offsetByCodePoints(0, 60)) + "…"
                : clean;
    }
}
