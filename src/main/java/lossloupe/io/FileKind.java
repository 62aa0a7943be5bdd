package lossloupe.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// What a file is by its first bytes, whatever its name says.
enum FileKind {
    NPY,
    ZIP,
    PICKLE,
    WAV,
    HDF5,
    BINARY,
    TEXT,
    EMPTY;

    static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, NpyReader.MAGIC)) {
            return NPY;
        }
        if (startsWith(head, (byte) 'P', (byte) 'K', (byte) 3, (byte) 4)
                || startsWith(head, (byte) 'P', (byte) 'K', (byte) 5, (byte) 6)) {
            return ZIP;
        }
        if (head.length > 1 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
            return PICKLE;
        }
        if (startsWith(head, (byte) 'R', (byte) 'I', (byte) 'F', (byte) 'F')
                && head.length >= 12
                && new String(head, 8, 4, StandardCharsets.ISO_8859_1).equals("WAVE")) {
            return WAV;
        }
        if (startsWith(
                head, (byte) 0x89, (byte) 'H', (byte) 'D', (byte) 'F', (byte) '\r', (byte) '\n', (byte) 26, (byte)
                        '\n')) {
            return HDF5;
        }
        return isText(head) ? TEXT : BINARY;
    }

    /// Why bytes that should have begun an `.npy` do not.
    static BadFileException notNpy(byte[] head) {
        return switch (of(head)) {
            case PICKLE -> BadFileException.of("error.file.pickle");
            case TEXT ->
                BadFileException.of(
                        "error.npy.text", NpyHeaderText.shortened(new String(head, StandardCharsets.UTF_8)));
            default ->
                BadFileException.of(
                        "error.npy.magic", HexFormat.ofDelimiter(" ").formatHex(head));
        };
    }

    /// @throws BadFileException where `file` does not begin as a zip archive
    static void requireZip(Path file) throws IOException, BadFileException {
        var head = head(file);
        switch (of(head)) {
            case ZIP -> {}
            case PICKLE -> throw BadFileException.of("error.file.pickle");
            case TEXT -> throw BadFileException.of("error.npz.text");
            case EMPTY -> throw BadFileException.of("error.file.empty");
            default ->
                throw BadFileException.of(
                        "error.npz.magic", HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(8, head.length)));
        }
    }

    /// The first bytes of a file, enough to tell its kind.
    static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(512);
        }
    }

    private static boolean startsWith(byte[] head, byte... magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return head[0] != (byte) 0x93 && head[0] != (byte) 0x89;
    }
}
