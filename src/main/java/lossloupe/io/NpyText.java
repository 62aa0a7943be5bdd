package lossloupe.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An array of short texts (`<U10`, `|S3`), as archives keep the names of classes.
record NpyText(boolean unicode, ByteOrder order, int width, long count) {
    private static final int MOST = 4096;

    static Optional<NpyText> of(NpyHeaderText.Raw raw) {
        if (!(raw.descr() instanceof String descr)
                || !descr.matches("[<>|=]?[US]\\d{1,4}")
                || raw.shape().length != 1) {
            return Optional.empty();
        }
        boolean unicode = descr.contains("U");
        int width = Integer.parseInt(descr.replaceAll("\\D", "")) * (unicode ? 4 : 1);
        var order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return Optional.of(new NpyText(unicode, order, width, raw.shape()[0]));
    }

    /// The texts, none of them blank; an empty list where there are more than any set of classes has.
    List<String> read(NpyReader reader) throws IOException, BadFileException {
        if (count > MOST) {
            return List.of();
        }
        if (width * count > reader.left()) {
            throw BadFileException.of(
                    "error.npy.truncatedData", "[" + count + "]", "str", width * count, reader.left());
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(word(reader.take(width), i));
        }
        return words;
    }

    private String word(byte[] bytes, int index) {
        var word = new StringBuilder();
        if (unicode) {
            var points = ByteBuffer.wrap(bytes).order(order).asIntBuffer();
            while (points.hasRemaining()) {
                int point = points.get();
                if (point != 0) {
                    word.appendCodePoint(Character.isValidCodePoint(point) ? point : '\uFFFD');
                }
            }
        } else {
            word.append(new String(bytes, StandardCharsets.UTF_8).replace("\0", ""));
        }
        var clean = NpyHeaderText.shortened(word.toString()).strip();
        return clean.isEmpty() ? "class " + (index + 1) : clean;
    }
}
