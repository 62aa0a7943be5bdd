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

    /// Bytes of a frame before its payload: kind and length.
    private static final int BEFORE = 5;

    /// Bytes of a frame around its payload.
    static final int AROUND = BEFORE + 4;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SPARE_BYTES = 32L << 20;

    /// Of a chunk: which plane, which chunk of it, how long.
    private static final int CHUNK_HEADER = 12;

    private static final int LARGEST_CHUNK = AROUND + CHUNK_HEADER + Chunk.SIZE * Double.BYTES;

    private final Path path;

    /// Every frame is put together here: a million positions are two hundred frames, and would be as much garbage.
    private ByteBuffer frame = room(LARGEST_CHUNK);

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
            write(DESCRIPTION, text, out);
        }
        for (int p = 0; p < now.size(); p++) {
            for (int k = 0; k < now.get(p).chunkCount(); k++) {
                var chunk = now.get(p).chunk(k);
                if (chunk != before(p, k)) {
                    write(p, k, chunk, out);
                }
            }
        }
        write(END, new byte[0], out);
        out.force(false);
        description = text;
        planes = new ArrayList<>(now);
    }

    private @Nullable Chunk before(int plane, int k) {
        return plane < planes.size() && k < planes.get(plane).chunkCount()
                ? planes.get(plane).chunk(k)
                : null;
    }

    /// Where a chunk belongs, its length, and its numbers.
    private void write(int plane, int k, Chunk chunk, FileChannel out) throws IOException {
        beginFrame(CHUNK, CHUNK_HEADER + chunk.length() * Double.BYTES);
        frame.putInt(plane).putInt(k).putInt(chunk.length());
        for (int i = 0; i < chunk.length(); i++) {
            switch (chunk.dtype()) {
                case FLOAT64 -> frame.putDouble(chunk.get(i));
                case FLOAT32 -> frame.putFloat((float) chunk.get(i));
                case UINT8 -> frame.put((byte) (int) chunk.get(i));
            }
        }
        endFrame(out);
    }

    private void write(byte kind, byte[] payload, FileChannel out) throws IOException {
        beginFrame(kind, payload.length);
        frame.put(payload);
        endFrame(out);
    }

    /// Begins a frame; its length is known at its end.
    private void beginFrame(byte kind, int atMost) {
        if (frame.capacity() < AROUND + atMost) {
            frame = room(AROUND + atMost);
        }
        frame.clear().put(kind).putInt(0);
    }

    private void endFrame(FileChannel out) throws IOException {
        int length = frame.position() - BEFORE;
        frame.putInt(1, length);
        frame.putInt(checksum(frame.get(0), frame.slice(BEFORE, length))).flip();
        while (frame.hasRemaining()) {
            out.write(frame);
        }
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int checksum(byte kind, ByteBuffer payload) {
        var crc = new CRC32();
        crc.update(kind);
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }
}
