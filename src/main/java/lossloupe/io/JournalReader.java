package lossloupe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lossloupe.tensor.Chunk;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.jspecify.annotations.Nullable;

/// Reads a journal as far as it is whole: what a dying process left half-written at its end is passed over.
public final class JournalReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Where a chunk belongs.
    private record Slot(int plane, int chunk) {}

    private record Frame(byte kind, ByteBuffer payload) {}

    private final Map<Slot, ByteBuffer> chunks = new HashMap<>();
    private final Map<Slot, ByteBuffer> unfinishedChunks = new HashMap<>();
    private @Nullable JsonNode description;
    private @Nullable JsonNode unfinishedDescription;

    private JournalReader() {}

    /// The last finished state; empty where there is none.
    ///
    /// @throws IOException where the file cannot be read
    public static Optional<JournalState> last(Path file) throws IOException {
        var reader = new JournalReader();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (var frame = next(in); frame != null; frame = next(in)) {
                reader.take(frame);
            }
        }
        return reader.state();
    }

    private static @Nullable Frame next(DataInputStream in) throws IOException {
        try {
            byte kind = in.readByte();
            int length = Integer.reverseBytes(in.readInt());
            if (length < 0) {
                return null;
            }
            var payload = ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
            boolean whole = payload.remaining() == length
                    && Integer.reverseBytes(in.readInt()) == JournalFile.checksum(kind, payload);
            return whole ? new Frame(kind, payload) : null;
        } catch (EOFException e) {
            return null;
        }
    }

    private void take(Frame frame) throws IOException {
        switch (frame.kind()) {
            case JournalFile.DESCRIPTION ->
                unfinishedDescription = JSON.readTree(
                        StandardCharsets.UTF_8.decode(frame.payload()).toString());
            case JournalFile.CHUNK ->
                unfinishedChunks.put(
                        new Slot(frame.payload().getInt(), frame.payload().getInt()), frame.payload());
            case JournalFile.END -> finish();
            default -> {
                // A later version's; what this one knows still holds.
            }
        }
    }

    private void finish() {
        chunks.putAll(unfinishedChunks);
        unfinishedChunks.clear();
        if (unfinishedDescription != null) {
            description = unfinishedDescription;
            unfinishedDescription = null;
        }
    }

    private Optional<JournalState> state() {
        if (description == null) {
            return Optional.empty();
        }
        var planes = new ArrayList<Plane>();
        for (var plane : description.path("planes")) {
            planes.add(plane(planes.size(), plane));
        }
        try {
            return Optional.of(JournalState.of(description, List.copyOf(planes)));
        } catch (BadFileException e) {
            return Optional.empty();
        }
    }

    private Plane plane(int index, JsonNode described) {
        var dtype = DType.valueOf(described.path("dtype").asText().toUpperCase(Locale.ROOT));
        var parts = new Chunk[described.path("chunks").asInt()];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = chunk(dtype, chunks.getOrDefault(new Slot(index, k), ByteBuffer.allocate(4)));
        }
        return Plane.ofChunks(dtype, parts);
    }

    private static Chunk chunk(DType dtype, ByteBuffer payload) {
        int length = payload.getInt();
        return switch (dtype) {
            case FLOAT64 -> {
                var out = new double[length];
                payload.asDoubleBuffer().get(out);
                yield Chunk.of(out);
            }
            case FLOAT32 -> {
                var out = new float[length];
                payload.asFloatBuffer().get(out);
                yield Chunk.of(out);
            }
            case UINT8 -> {
                var out = new byte[length];
                payload.get(out);
                yield Chunk.of(out);
            }
        };
    }
}
