package lossloupe.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lossloupe.io.PythonLexer.Kind;
import lossloupe.io.PythonTokens.NotLiteral;
import org.jspecify.annotations.Nullable;

/// Reads one value of Python text: nested lists and tuples, arrays as code or as NumPy, PyTorch, TensorFlow and JAX
/// print them, lists of strings, dictionaries. Commas between numbers are optional, because NumPy prints none.
final class PythonParser {
    private final PythonTokens in;
    private NestedNumbers numbers = new NestedNumbers();
    private List<String> words = new ArrayList<>();
    private @Nullable NumpyType type;
    private int calls;

    PythonParser(PythonTokens in) {
        this.in = in;
    }

    /// The value that begins at the token at hand.
    ///
    /// @throws NotLiteral where it is computed rather than written
    /// @throws BadFileException where it is written, but wrong
    PythonValue value() throws NotLiteral, BadFileException {
        if (in.at("{")) {
            return dictionary();
        }
        int rows = start();
        item();
        return finished(rows);
    }

    /// The value of an expression of which the leading name has been read already.
    PythonValue valueOf(String name) throws NotLiteral, BadFileException {
        int rows = start();
        name(name);
        methods();
        return finished(rows);
    }

    private int start() {
        numbers = new NestedNumbers();
        words = new ArrayList<>();
        type = null;
        calls = 0;
        return in.names().count();
    }

    private PythonValue finished(int rows) throws NotLiteral, BadFileException {
        if (!words.isEmpty()) {
            if (!numbers.isEmpty()) {
                throw in.notLiteral();
            }
            return new PythonValue.Words(words);
        }
        if (numbers.shape().length == 0) {
            throw in.notLiteral();
        }
        return new PythonValue.Numbers(numbers.array("", type), in.names().since(rows));
    }

    private PythonValue dictionary() throws NotLiteral, BadFileException {
        if (in.depth() >= NestedNumbers.DEEPEST) {
            throw BadFileException.of("error.nested.deep", NestedNumbers.DEEPEST);
        }
        in.take("{");
        var entries = new LinkedHashMap<String, PythonValue>();
        for (in.skipBlank(); !in.at("}"); in.skipBlank()) {
            if (!in.at(Kind.STRING) && !in.at(Kind.NAME) && !in.at(Kind.NUMBER)) {
                throw broken();
            }
            var key = in.next().text();
            in.take(":");
            in.skipBlank();
            try {
                entries.put(key, value());
            } catch (NotLiteral e) {
                in.skipArgument();
            }
            in.skipBlank();
            if (!in.at("}")) {
                in.take(",");
            }
        }
        in.next();
        return new PythonValue.Named(entries);
    }

    private void item() throws NotLiteral, BadFileException {
        if (in.at("[") || in.at("(")) {
            list();
        } else if (in.at("<")) {
            printedTensor();
        } else if (in.at(Kind.NAME)) {
            name(dotted());
        } else if (in.at(Kind.STRING)) {
            word(in.next().text());
        } else if (in.at(Kind.ELLIPSIS)) {
            throw BadFileException.of("error.python.summarised", in.now().line());
        } else {
            number();
        }
        methods();
    }

    private void methods() throws NotLiteral, BadFileException {
        while (in.at(".")) {
            method();
        }
    }

    private void list() throws NotLiteral, BadFileException {
        int line = in.now().line();
        var close = in.next().is("[") ? "]" : ")";
        numbers.open();
        boolean row = false;
        for (in.skipBlank(); !in.at(close); in.skipBlank()) {
            if (in.at(Kind.END)) {
                throw BadFileException.of("error.python.unclosed", line);
            }
            boolean leaf = !in.at("[") && !in.at("(");
            if (leaf && !row) {
                in.names().begin();
                row = true;
            }
            item();
            in.skipBlank();
            if (in.at(",")) {
                in.next();
            }
        }
        numbers.close();
        if (row) {
            in.names().end(in.now().line());
        }
        in.next();
    }

    private void number() throws NotLiteral, BadFileException {
        boolean minus = false;
        while (in.at("-") || in.at("+") || in.at("−")) {
            minus ^= !in.next().is("+");
        }
        if (in.at(Kind.NAME)) {
            special(dotted(), minus);
            return;
        }
        if (!in.at(Kind.NUMBER)) {
            if (in.at(Kind.END)) {
                throw BadFileException.of("error.python.unclosed", in.now().line());
            }
            throw in.notLiteral();
        }
        PythonNumber.literal(in.next(), minus, numbers);
    }

    private void name(String name) throws NotLiteral, BadFileException {
        if (!in.at("(")) {
            special(name, false);
            return;
        }
        var last = name.substring(name.lastIndexOf('.') + 1);
        var scalar = NumpyType.ofName(last);
        boolean single = PythonNames.makesFloat32(name, last);
        if ((!PythonNames.ARRAYS.contains(last) && scalar.isEmpty()) || ++calls > NestedNumbers.DEEPEST) {
            throw in.notLiteral();
        }
        call(single);
        calls--;
    }

    /// A call that wraps its first argument.
    ///
    /// @param single whether decimals become float32 unless another type is said, as PyTorch and TensorFlow have it
    private void call(boolean single) throws NotLiteral, BadFileException {
        int line = in.now().line();
        in.take("(");
        in.skipBlank();
        item();
        if (single && numbers.depth() == 0 && type == null && numbers.type() == NumpyType.FLOAT64) {
            type = NumpyType.FLOAT32;
        }
        in.skipBlank();
        while (in.at(",")) {
            in.next();
            in.skipBlank();
            if (in.at(Kind.NAME)) {
                argument();
            }
            in.skipArgument();
        }
        if (in.at(Kind.END)) {
            throw BadFileException.of("error.python.unclosed", line);
        }
        in.take(")");
    }

    /// `dtype=np.float32`, or a type without its name; any other argument says nothing about the values.
    private void argument() throws NotLiteral, BadFileException {
        var name = dotted();
        if (in.at("=")) {
            in.next();
            if (!name.equals("dtype") || !(in.at(Kind.NAME) || in.at(Kind.STRING))) {
                return;
            }
            int line = in.now().line();
            name = in.at(Kind.STRING) ? in.next().text() : dotted();
            if (PythonNames.type(name) == null) {
                throw BadFileException.of("error.python.dtype", line, NpyHeaderText.shortened(name));
            }
        }
        var named = PythonNames.type(name);
        if (named != null) {
            type = named;
        }
    }

    /// `<tf.Tensor: shape=(2,), dtype=float32, numpy=array([…])>`.
    private void printedTensor() throws NotLiteral, BadFileException {
        while (!in.at(Kind.END) && !(in.at(Kind.NAME) && in.now().text().equals("numpy"))) {
            in.next();
        }
        in.next();
        in.take("=");
        in.skipBlank();
        item();
        in.skipBlank();
        in.take(">");
    }

    /// `.astype(…)`, and what leaves the values alone.
    private void method() throws NotLiteral, BadFileException {
        in.next();
        var name = in.now().text();
        if (!PythonNames.METHODS.contains(name)) {
            throw in.notLiteral();
        }
        in.next();
        in.take("(");
        if (name.equals("astype") && (in.at(Kind.NAME) || in.at(Kind.STRING))) {
            type = PythonNames.type(in.at(Kind.STRING) ? in.next().text() : dotted());
        }
        while (!in.at(Kind.END) && !in.at(")")) {
            in.next();
        }
        in.take(")");
    }

    private void special(String name, boolean minus) throws NotLiteral, BadFileException {
        if (!PythonNumber.named(name.substring(name.lastIndexOf('.') + 1), minus, numbers)) {
            throw in.notLiteral();
        }
    }

    private void word(String text) throws BadFileException {
        var cell = new CellReader();
        if (cell.read(text) == CellReader.Found.NUMBER) {
            numbers.number(cell.value(), cell.written());
        } else {
            words.add(text);
        }
    }

    String dotted() throws NotLiteral {
        var name = new StringBuilder(in.next().text());
        while (in.at(".")) {
            in.next();
            if (!in.at(Kind.NAME)) {
                throw in.notLiteral();
            }
            name.append('.').append(in.next().text());
        }
        return name.toString();
    }

    private BadFileException broken() {
        return in.at(Kind.END)
                ? BadFileException.of("error.python.unclosed", in.now().line())
                : BadFileException.of(
                        "error.python.syntax",
                        in.now().line(),
                        NpyHeaderText.shortened(in.now().text()));
    }
}
