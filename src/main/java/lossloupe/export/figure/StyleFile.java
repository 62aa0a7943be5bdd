package lossloupe.export.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import lossloupe.io.AtomicFile;
import lossloupe.io.BadFileException;
import lossloupe.io.NotWrittenException;
import lossloupe.paint.Palette;

/// A style as a small JSON file, so that all figures of a paper look alike. Every key may be missing; the title is no
/// part of it, since each figure has its own.
public final class StyleFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 16;
    private static final Set<String> KEYS =
            Set.of("size", "text", "theme", "dpi", "without", "loss_top", "gradient_top", "logit_top");

    private StyleFile() {}

    /// Writes what [#read] reads.
    ///
    /// @throws NotWrittenException where the file cannot be written
    public static void write(FigureStyle style, Path file) throws NotWrittenException {
        AtomicFile.write(file, out -> out.write((text(style) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /// The style in a file, over [FigureStyle#PAPER].
    ///
    /// @throws BadFileException where it holds no style
    /// @throws IOException where it cannot be read
    public static FigureStyle read(Path file) throws BadFileException, IOException {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            return style(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (BadFileException e) {
            throw e.in(name);
        }
    }

    /// The style as JSON.
    public static String text(FigureStyle style) {
        var root = JSON.createObjectNode();
        root.put("size", style.size().words());
        root.put("text", style.text());
        root.put("theme", style.mode().name().toLowerCase(Locale.ROOT));
        root.put("dpi", style.dpi());
        root.put("loss_top", style.ranges().losses());
        root.put("gradient_top", style.ranges().gradients());
        root.put("logit_top", style.ranges().logits());
        var without = root.putArray("without");
        for (var part : Part.values()) {
            if (style.without().contains(part)) {
                without.add(part.id());
            }
        }
        return root.toPrettyString();
    }

    /// The style that such text states.
    ///
    /// @throws BadFileException where it states none, or what cannot be drawn
    public static FigureStyle style(String text) throws BadFileException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw BadFileException.of("error.style.json", e.getOriginalMessage());
        }
        if (!root.isObject()) {
            throw BadFileException.of("error.style.object");
        }
        for (var names = root.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!KEYS.contains(name)) {
                throw BadFileException.of(
                        "error.style.key",
                        name,
                        String.join(", ", KEYS.stream().sorted().toList()));
            }
        }
        var ranges = new Ranges(top(root, "loss_top"), top(root, "gradient_top"), top(root, "logit_top"));
        return FigureStyle.PAPER
                .sized(size(root))
                .withText(textSize(root))
                .in(mode(root))
                .at(dpi(root))
                .within(ranges)
                .without(without(root));
    }

    private static FigureSize size(JsonNode root) throws BadFileException {
        try {
            return root.has("size") ? FigureSize.of(root.path("size").asText()) : FigureStyle.PAPER.size();
        } catch (IllegalArgumentException e) {
            throw bad(root, "size", "85mm, 3.35in, 175x90mm, 1600x900, slide, square");
        }
    }

    private static double textSize(JsonNode root) throws BadFileException {
        double points =
                root.path("text").asDouble(root.has("text") ? -1 : size(root).text());
        if (!FigureStyle.isText(points)) {
            throw bad(root, "text", (int) FigureStyle.LEAST_TEXT + "\u2013" + (int) FigureStyle.MOST_TEXT);
        }
        return points;
    }

    private static int dpi(JsonNode root) throws BadFileException {
        int dpi = root.path("dpi").asInt(root.has("dpi") ? -1 : FigureStyle.PAPER.dpi());
        if (!FigureStyle.isDpi(dpi)) {
            throw bad(root, "dpi", FigureStyle.LEAST_DPI + "\u2013" + FigureStyle.MOST_DPI);
        }
        return dpi;
    }

    private static Palette.Mode mode(JsonNode root) throws BadFileException {
        return switch (root.path("theme").asText("light")) {
            case "light" -> Palette.Mode.LIGHT;
            case "dark" -> Palette.Mode.DARK;
            default -> throw bad(root, "theme", "light, dark");
        };
    }

    private static double top(JsonNode root, String key) throws BadFileException {
        double top = root.path(key).asDouble(root.has(key) ? -1 : 0);
        if (!(top >= 0 && Double.isFinite(top))) {
            throw bad(root, key, "\u2265 0");
        }
        return top;
    }

    private static Set<Part> without(JsonNode root) throws BadFileException {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : root.path("without")) {
            try {
                parts.add(Part.of(name.asText()));
            } catch (IllegalArgumentException e) {
                throw bad(root, "without", "headings, axes, legend, bars");
            }
        }
        return parts;
    }

    private static BadFileException bad(JsonNode root, String key, String allowed) {
        return BadFileException.of("error.style.value", key, root.path(key), allowed);
    }
}
