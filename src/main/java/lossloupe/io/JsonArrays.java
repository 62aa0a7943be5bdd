package lossloupe.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Arrays in JSON: nested lists, or objects of named ones. Read as a stream, so that a tree of a million boxed numbers
/// is
/// never built. `"NaN"`, `"Infinity"` and `"-Infinity"` as strings or bare are numbers, `null` is NaN.
public final class JsonArrays {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final int DEEPEST_OBJECT = 8;

    private final JsonParser in;
    private final Map<String, ArrayData> arrays = new LinkedHashMap<>();
    private final List<String> classNames = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final CellReader cells = new CellReader();

    private JsonArrays(JsonParser in) {
        this.in = in;
    }

    public static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var stream = Files.newInputStream(file);
                    var parser = FACTORY.createParser(stream)) {
                return new JsonArrays(parser).document(SourceFile.stem(file));
            }
        });
    }

    private ArraySet document(String name) throws IOException, BadFileException {
        try {
            var first = in.nextToken();
            if (first == JsonToken.START_ARRAY) {
                var array = list(name);
                if (array == null) {
                    throw BadFileException.of("error.json.records");
                }
                arrays.put(name, array);
            } else if (first == JsonToken.START_OBJECT) {
                object("", 0);
            }
            if (in.nextToken() != null) {
                throw BadFileException.of("error.json.more", line(), column());
            }
        } catch (JsonProcessingException e) {
            throw BadFileException.of(
                    "error.json.syntax",
                    line(),
                    column(),
                    NpyHeaderText.shortened(String.valueOf(e.getOriginalMessage())));
        }
        if (arrays.isEmpty()) {
            throw BadFileException.of("error.json.noArrays");
        }
        return new ArraySet(List.copyOf(arrays.values()), classNames, skipped);
    }

    private void object(String prefix, int depth) throws IOException, BadFileException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = prefix + in.currentName();
            var token = in.nextToken();
            if (token == JsonToken.START_ARRAY) {
                named(name);
            } else if (token == JsonToken.START_OBJECT && depth < DEEPEST_OBJECT) {
                object(name + ".", depth + 1);
            } else if (token.isNumeric() && RoleGuess.isNameOf(ImportPlan.Role.WEIGHTS, name)) {
                // One weight for everything; any other single number is a setting and no array.
                var one = new Values.Doubles(new double[] {in.getDoubleValue()});
                arrays.put(name, ArrayData.of(name, one));
            } else {
                in.skipChildren();
            }
        }
    }

    private void named(String name) throws IOException, BadFileException {
        try {
            var array = list(name);
            if (array == null) {
                skipped.add(name);
            } else if (arrays.put(name, array) != null) {
                throw BadFileException.of("error.json.duplicate");
            }
        } catch (BadFileException e) {
            throw e.in(name);
        }
    }

    /// The array that begins here, or null where it holds anything but numbers; class names are kept on the way.
    private @Nullable ArrayData list(String name) throws IOException, BadFileException {
        var numbers = new NestedNumbers();
        var words = new ArrayList<String>();
        boolean numeric = true;
        numbers.open();
        while (numbers.depth() > 0) {
            switch (in.nextToken()) {
                case null -> throw BadFileException.of("error.json.syntax", line(), column(), "end");
                case START_ARRAY -> numbers.open();
                case END_ARRAY -> numbers.close();
                case START_OBJECT -> {
                    in.skipChildren();
                    numeric = false;
                }
                case VALUE_NUMBER_INT -> numbers.number(in.getDoubleValue(), NumberList.Written.WHOLE);
                case VALUE_NUMBER_FLOAT -> numbers.number(in.getDoubleValue(), NumberList.Written.REAL);
                case VALUE_TRUE -> numbers.number(1, NumberList.Written.BOOL);
                case VALUE_FALSE -> numbers.number(0, NumberList.Written.BOOL);
                case VALUE_NULL -> numbers.number(Double.NaN, NumberList.Written.REAL);
                default -> numeric &= word(numbers, words);
            }
        }
        if (numeric && words.isEmpty()) {
            return numbers.array(name, null);
        }
        if (!numbers.isEmpty() && !words.isEmpty()) {
            throw BadFileException.of("error.json.notNumber", NpyHeaderText.shortened(words.getFirst()));
        }
        if (classNames.isEmpty() && name.contains("class")) {
            classNames.addAll(words);
        }
        return null;
    }

    private boolean word(NestedNumbers numbers, List<String> words) throws IOException, BadFileException {
        var text = in.getText();
        if (cells.read(text) == CellReader.Found.NUMBER) {
            numbers.number(cells.value(), cells.written());
            return true;
        }
        words.add(text);
        return false;
    }

    private int line() {
        return in.currentLocation().getLineNr();
    }

    private int column() {
        return in.currentLocation().getColumnNr();
    }
}
