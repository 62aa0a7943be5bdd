package lossloupe.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StringsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /// A dotted lower-case text in the sources that may be a key.
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_-]+)+)\"");

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(StringsTest.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        var english = bundle("strings.properties");
        var japanese = bundle("strings_ja.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(japanese.stringPropertyNames()));
        for (var key : english.stringPropertyNames()) {
            assertEquals(placeholders(english.getProperty(key)), placeholders(japanese.getProperty(key)), "key " + key);
        }
    }

    @Test
    void everyTextCanBeFormatted() throws IOException {
        for (var locale : Strings.LOCALES) {
            var strings = Strings.of(locale);
            for (var key : bundle("strings.properties").stringPropertyNames()) {
                assertTrue(!strings.text(key, 1, 2, 3, 4, 5, 6, 7).isBlank(), key);
            }
        }
    }

    @Test
    void everyKeyNamedInTheSourcesExists() throws IOException {
        var english = bundle("strings.properties");
        var roots = english.stringPropertyNames().stream()
                .map(k -> k.substring(0, k.indexOf('.') + 1))
                .collect(Collectors.toSet());
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                QUOTED.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(key -> {
                            if (!key.endsWith(".css") && roots.contains(key.substring(0, key.indexOf('.') + 1))) {
                                assertTrue(english.containsKey(key), file + " names " + key);
                            }
                        });
            }
        }
    }

    /// As the window writes counts of its own: 1000, 12,288.
    @Test
    void thousandsAreSetApartFromTenThousandOn() throws IOException {
        var strings = Strings.of(Locale.ENGLISH);
        assertTrue(strings.text("equality.document.cut", 1234).contains("1234"));
        assertTrue(strings.text("equality.document.cut", 12_345).contains("12,345"));
        for (var name : List.of("strings.properties", "strings_ja.properties")) {
            bundle(name)
                    .forEach((key, text) -> assertFalse(
                            text.toString().matches("(?s).*(^|[^0-9,])[0-9],[0-9]{3}([^0-9,].*|$)"),
                            () -> key + " " + text));
        }
    }

    @Test
    void japaneseForJapaneseElseEnglish() {
        assertEquals(Locale.JAPANESE, Strings.of(Locale.JAPAN).locale());
        assertEquals(Locale.ENGLISH, Strings.of(Locale.FRANCE).locale());
    }
}
