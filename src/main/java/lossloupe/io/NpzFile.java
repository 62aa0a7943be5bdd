package lossloupe.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip archive of `.npy` members. Member names are names and never become paths. What an archive claims about the
/// size of a
/// member is checked against its compressed size before memory is reserved: DEFLATE cannot expand by more than 1032.
public final class NpzFile {
    private static final int GREATEST_EXPANSION = 1032;

    /// Above this many bytes, a member that expands more than [#SUSPICIOUS] times is taken for a trap.
    private static final long LARGE = 128L << 20;

    private static final int SUSPICIOUS = 500;

    private NpzFile() {}

    /// All arrays. An archive without members is a set without arrays; one with other members only is refused.
    public static ArraySet read(Path file) throws BadFileException {
        return read(file, name -> true);
    }

    /// The arrays of which the name (without `.npy`) is wanted; the others are not even unpacked.
    public static ArraySet read(Path file, Predicate<String> wanted) throws BadFileException {
        return SourceFile.reading(file, () -> {
            FileKind.requireZip(file);
            try (var zip = new ZipFile(file.toFile())) {
                return read(zip, wanted);
            } catch (ZipException e) {
                throw BadFileException.of("error.npz.broken", SourceFile.reason(e));
            }
        });
    }

    /// The names of all members that are arrays.
    public static List<String> names(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            FileKind.requireZip(file);
            try (var zip = new ZipFile(file.toFile())) {
                return List.copyOf(members(zip, new ArrayList<>()).keySet());
            } catch (ZipException e) {
                throw BadFileException.of("error.npz.broken", SourceFile.reason(e));
            }
        });
    }

    private static ArraySet read(ZipFile zip, Predicate<String> wanted) throws IOException, BadFileException {
        var arrays = new ArrayList<ArrayData>();
        var classNames = new ArrayList<String>();
        var skipped = new ArrayList<String>();
        for (var member : members(zip, skipped).entrySet()) {
            var name = member.getKey();
            if (wanted.test(name)) {
                try {
                    readMember(zip, name, member.getValue(), arrays, classNames, skipped);
                } catch (BadFileException e) {
                    throw e.in(name);
                }
            }
        }
        return new ArraySet(arrays, classNames, skipped);
    }

    private static Map<String, ZipEntry> members(ZipFile zip, List<String> skipped) throws BadFileException {
        var members = new LinkedHashMap<String, ZipEntry>();
        for (var entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
            var path = entry.getName();
            if (path.startsWith("/")
                    || path.contains("\\")
                    || List.of(path.split("/")).contains("..")) {
                throw BadFileException.of("error.npz.traversal", NpyHeaderText.shortened(path));
            }
            if (!path.endsWith(".npy")) {
                skipped.add(path);
            } else if (members.put(path.substring(0, path.length() - 4), entry) != null) {
                throw BadFileException.of("error.npz.duplicate", NpyHeaderText.shortened(path));
            }
        }
        if (members.isEmpty() && !skipped.isEmpty()) {
            boolean torch = skipped.stream().anyMatch(s -> s.endsWith("data.pkl"));
            throw torch
                    ? BadFileException.of("error.file.pickle")
                    : BadFileException.of("error.npz.noArrays", NpyHeaderText.shortened(String.join(", ", skipped)));
        }
        return members;
    }

    private static void readMember(
            ZipFile zip,
            String name,
            ZipEntry entry,
            List<ArrayData> arrays,
            List<String> classNames,
            List<String> skipped)
            throws IOException, BadFileException {
        long size = believable(entry);
        var sum = new CRC32();
        try (var in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            var reader = new NpyReader(in, size);
            var header = reader.header();
            var text = NpyText.of(header);
            if (text.isPresent()) {
                var words = text.get().read(reader);
                if (name.toLowerCase(Locale.ROOT).contains("class") && classNames.isEmpty()) {
                    classNames.addAll(words);
                } else {
                    skipped.add(name);
                }
            } else {
                arrays.add(reader.data(name, NpyHeaderText.numeric(header)));
            }
            in.transferTo(OutputStream.nullOutputStream());
            if (sum.getValue() != entry.getCrc()) {
                throw BadFileException.of("error.npz.corrupt");
            }
        } catch (ZipException | EOFException e) {
            throw BadFileException.of("error.npz.corrupt");
        }
    }

    private static long believable(ZipEntry entry) throws BadFileException {
        long size = entry.getSize();
        long packed = entry.getCompressedSize();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        if (size < 0 || packed < 0 || (stored ? size != packed : size / GREATEST_EXPANSION > packed)) {
            throw BadFileException.of("error.npz.corrupt");
        }
        if (size > LARGE && size / SUSPICIOUS > packed) {
            throw BadFileException.of("error.npz.inflates", packed, size);
        }
        return size;
    }
}
