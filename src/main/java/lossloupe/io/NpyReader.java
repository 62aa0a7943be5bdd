package lossloupe.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads one `.npy` from a stream of which the length is known, in the formats 1.0, 2.0 and 3.0
/// (numpy/lib/format.py). A header may claim anything; memory is reserved only for what the stream is long enough to
/// hold.
final class NpyReader {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /// NumPy itself refuses more than 10,000 characters.
    private static final int LONGEST_HEADER = 1 << 16;

    private final InputStream in;
    private long left;

    /// @param available bytes that the stream will give
    NpyReader(InputStream in, long available) {
        this.in = in;
        this.left = available;
    }

    /// The header, after which the stream stands at the data.
    NpyHeaderText.Raw header() throws IOException, BadFileException {
        long whole = left;
        if (whole == 0) {
            throw BadFileException.of("error.file.empty");
        }
        var magic = take((int) Math.min(left, MAGIC.length + 2));
        int compared = Math.min(magic.length, MAGIC.length);
        if (!Arrays.equals(magic, 0, compared, MAGIC, 0, compared)) {
            throw FileKind.notNpy(magic);
        }
        if (magic.length < MAGIC.length + 2) {
            throw BadFileException.of("error.npy.truncatedHeader", MAGIC.length + 4, whole);
        }
        int major = magic[MAGIC.length];
        int minor = magic[MAGIC.length + 1];
        if (major < 1 || major > 3 || minor != 0) {
            throw BadFileException.of("error.npy.version", (major & 0xFF) + "." + (minor & 0xFF));
        }
        int sizeBytes = major == 1 ? 2 : 4;
        long length = left < sizeBytes ? sizeBytes : headerLength(take(sizeBytes));
        if (length > left) {
            throw BadFileException.of("error.npy.truncatedHeader", whole - left + length, whole);
        }
        if (length > LONGEST_HEADER) {
            throw BadFileException.of("error.npy.longHeader", length, LONGEST_HEADER);
        }
        var text = take((int) length);
        return NpyHeaderText.parse(new String(text, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    ArrayData data(String name, NumpyHeader header) throws IOException, BadFileException {
        int size = checkedSize(header);
        boolean scattered = header.order() == MemoryOrder.F && header.shape().length > 1;
        var store = new ValueStore(header.type(), size, scattered);
        var order = new FortranOrder(size == 0 ? new long[0] : header.shape());
        int width = header.type().bytes();
        var buffer =
                ByteBuffer.allocate(Math.min(size, ValueStore.BLOCK) * width).order(header.byteOrder());
        for (int done = 0; done < size; done += ValueStore.BLOCK) {
            int count = Math.min(ValueStore.BLOCK, size - done);
            if (in.readNBytes(buffer.array(), 0, count * width) < count * width) {
                throw truncated(header, (long) done * width);
            }
            store.take(buffer, count, order);
        }
        return new ArrayData(name, header, store.values(), store.inexact());
    }

    private int checkedSize(NumpyHeader header) throws BadFileException {
        var bytes = header.bytes();
        if (bytes.isPresent() && bytes.getAsLong() > left) {
            throw truncated(header, left);
        }
        if (bytes.isEmpty() || Arrays.stream(header.shape()).anyMatch(l -> l > Integer.MAX_VALUE)) {
            throw BadFileException.of("error.npy.overflow", header.shapeText());
        }
        long size = bytes.getAsLong() / header.type().bytes();
        int kept = switch (header.type().kind()) {
            case FLOAT64 -> Double.BYTES;
            case FLOAT32 -> Float.BYTES;
            case INTEGER, BOOL -> Byte.BYTES;
        };
        MemoryLimit.check(size, kept);
        return (int) size;
    }

    private static BadFileException truncated(NumpyHeader header, long there) {
        return BadFileException.of(
                "error.npy.truncatedData",
                header.shapeText(),
                header.type().id(),
                header.bytes().orElse(Long.MAX_VALUE),
                there);
    }

    private static long headerLength(byte[] littleEndian) {
        long length = 0;
        for (int i = littleEndian.length - 1; i >= 0; i--) {
            length = (length << 8) | (littleEndian[i] & 0xFF);
        }
        return length;
    }

    /// The next bytes; a stream shorter than was promised ends as a truncated header does.
    byte[] take(int count) throws IOException, BadFileException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw BadFileException.of("error.npy.truncatedHeader", count, bytes.length);
        }
        left -= count;
        return bytes;
    }

    long left() {
        return left;
    }
}
