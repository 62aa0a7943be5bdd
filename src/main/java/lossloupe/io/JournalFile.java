package lossloupe.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.Plane;
import org.jspecify.annotations.Nullable;

/// A file that grows by what changed. Each state is appended as the chunks that are not the same objects as in the
/// state before, its description where that differs, and a mark that it is whole; so a drag over a million positions
/// appends one chunk, and whatever moment the process dies at, the file holds the last state that was finished.
///
/// A frame is its kind (one byte), the length of its payload (four, little-endian), the payload, and the CRC-32 of kind
/// and payload (four). Not for several threads at once.
public final class JournalFile implements AutoCloseable {
    static final byte DESCRIPTION = 1;
    static final byte CHUNK = 2;
    static final byte END = 3;

    /// Bytes of a frame around its payload.
    static final int AROUND = 9;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SPARE_BYTES = 32L << 20;

    private final Path path;
    private FileChannel channel;
    private byte[] description = {};
    private List<Plane> planes = List.of();
    private long wholeBytes;

    /// Begins a journal in a new file.
    ///
    /// @throws IOException where it cannot be written
    public JournalFile(Path path, JournalState first) throws IOException {
        this.path = path;
        this.channel = begin(first);
    }

    /// Appends what differs from the state before, and forces it to the disk. A file that grew to several times one
    /// state begins anew.
    ///
    /// @throws IOException where it cannot be written; what was finished before stays readable, and may be appended
    /// to
    public void append(JournalState state) throws IOException {
        long whole = channel.position();
        if (whole > 4 * wholeBytes + SPARE_BYTES) {
            var full = channel;
            channel = begin(state);
            full.close();
            return;
        }
        try {
            write(state, channel);
        } catch (IOException e) {
            channel.truncate(whole); // a torn state in the middle would hide all that come after it
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// A whole state in a new file, which takes the old one's place only once it is complete.
    private FileChannel begin(JournalState state) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".part");
        description = new byte[0];
        planes = List.of();
        try (var out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(state, out);
            wholeBytes = out.position();
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        var appending = FileChannel.open(path, StandardOpenOption.WRITE);
        return appending.position(wholeBytes);
    }

    private void write(JournalState state, FileChannel out) throws IOException {
        var text = JSON.writeValueAsBytes(state.description());
        var now = state.planes();
        if (!Arrays.equals(text, description)) {
            frame(out, DESCRIPTION, ByteBuffer.wrap(text));
        }
        for (int p = 0; p < now.size(); p++) {
            for (int k = 0; k < now.get(p).chunkCount(); k++) {
                var chunk = now.get(p).chunk(k);
                if (chunk != before(p, k)) {
                    frame(out, CHUNK, payload(p, k, chunk));
                }
            }
        }
        frame(out, END, ByteBuffer.allocate(0));
        out.force(false);
        description = text;
        planes = new ArrayList<>(now);
    }

    private @Nullable Chunk before(int plane, int k) {
        return plane < planes.size() && k < planes.get(plane).chunkCount()
                ? planes.get(plane).chunk(k)
                : null;
    }

    /// Where a chunk belongs, its type, and its numbers.
    private static ByteBuffer payload(int plane, int k, Chunk chunk) {
        var bytes = ByteBuffer.allocate(12 + chunk.length() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(plane).putInt(k).putInt(chunk.length());
        for (int i = 0; i < chunk.length(); i++) {
            switch (chunk.dtype()) {
                case FLOAT64 -> bytes.putDouble(chunk.get(i));
                case FLOAT32 -> bytes.putFloat((float) chunk.get(i));
                case UINT8 -> bytes.put((byte) (int) chunk.get(i));
            }
        }
        return bytes.flip();
    }

    private static void frame(FileChannel out, byte kind, ByteBuffer payload) throws IOException {
        var frame = ByteBuffer.allocate(AROUND + payload.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(kind).putInt(payload.remaining()).put(payload.duplicate());
        frame.putInt(checksum(kind, payload)).flip();
        while (frame.hasRemaining()) {
            out.write(frame);
        }
    }

    static int checksum(byte kind, ByteBuffer payload) {
        var crc = new CRC32();
        crc.update(kind);
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }
}
