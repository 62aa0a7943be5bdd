package lossloupe.io;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sound as a series: RIFF WAVE with integers of 8 to 32 bits or floats, its channels averaged. Integers become
/// −1 to 1, as every audio library has them. Read here and not by `javax.sound`, which looks for devices.
final class WavFile {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;

    /// What the chunk `fmt ` says.
    private record Format(int code, int channels, long rate, int bits) {
        int bytes() {
            return (bits + 7) / 8;
        }

        boolean isKnown() {
            boolean integers = code == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
            return integers || (code == FLOAT && (bits == 32 || bits == 64));
        }
    }

    private WavFile() {}

    static ArraySet read(Path file) throws BadFileException {
        return SourceFile.reading(file, () -> {
            try (var in = new DataInputStream(Files.newInputStream(file))) {
                return read(in, SourceFile.stem(file), Files.size(file));
            }
        });
    }

    private static ArraySet read(DataInputStream in, String name, long size) throws IOException, BadFileException {
        in.skipNBytes(Math.min(12, size));
        Format format = null;
        for (long at = 12; at + 8 <= size; ) {
            var head = little(in, 8);
            var id = new byte[4];
            head.get(id);
            long length = head.getInt() & 0xFFFF_FFFFL;
            long there = Math.min(length, size - at - 8);
            if (new String(id, StandardCharsets.ISO_8859_1).equals("fmt ")) {
                format = format(little(in, (int) Math.min(there, 40)));
                in.skipNBytes(Math.max(0, there - 40));
            } else if (new String(id, StandardCharsets.ISO_8859_1).equals("data")) {
                // A recorder that was cut off leaves 0 or all ones for the length: what follows is the sound.
                boolean open = length == 0 || length == 0xFFFF_FFFFL;
                return sound(in, name, format, open ? size - at - 8 : length, size - at - 8);
            } else {
                in.skipNBytes(there);
            }
            at += 8 + there;
            if ((there & 1) == 1 && at < size) {
                in.skipNBytes(1);
                at++;
            }
        }
        throw BadFileException.of("error.wav.noData");
    }

    private static Format format(ByteBuffer chunk) throws BadFileException {
        if (chunk.capacity() < 16) {
            throw BadFileException.of("error.wav.noData");
        }
        int code = chunk.getShort(0) & 0xFFFF;
        boolean extended = code == EXTENSIBLE && chunk.capacity() >= 26;
        return new Format(
                extended ? chunk.getShort(24) & 0xFFFF : code,
                chunk.getShort(2) & 0xFFFF,
                chunk.getInt(4) & 0xFFFF_FFFFL,
                chunk.getShort(14) & 0xFFFF);
    }

    private static ArraySet sound(
            DataInputStream in,
            String name,
            @org.jspecify.annotations.Nullable Format format,
            long promised,
            long there)
            throws IOException, BadFileException {
        if (format == null || format.channels() == 0 || format.rate() == 0) {
            throw BadFileException.of("error.wav.noData");
        }
        if (!format.isKnown()) {
            throw BadFileException.of("error.wav.coding", format.code(), format.bits());
        }
        if (promised > there) {
            throw BadFileException.of("error.wav.truncated", promised, there);
        }
        int frame = format.bytes() * format.channels();
        long samples = promised / frame;
        if (samples == 0) {
            throw BadFileException.of("error.wav.noData");
        }
        boolean wide = format.bits() == 64 || (format.code() == PCM && format.bits() == 32);
        MemoryLimit.check(samples, wide ? Double.BYTES : Float.BYTES);
        var values = wide ? new Values.Doubles(new double[(int) samples]) : new Values.Floats(new float[(int) samples]);
        fill(in, format, values);
        return new ArraySet(
                List.of(ArrayData.of(name, values, (int) samples)),
                List.of(),
                List.of(),
                List.of(),
                TimeAxis.instants((double) format.rate()));
    }

    private static void fill(DataInputStream in, Format format, Values values) throws IOException {
        int frame = format.bytes() * format.channels();
        for (int done = 0; done < values.size(); done += ValueStore.BLOCK) {
            int count = Math.min(ValueStore.BLOCK, values.size() - done);
            var block = little(in, count * frame);
            for (int i = 0; i < count; i++) {
                double sum = 0;
                for (int c = 0; c < format.channels(); c++) {
                    sum += sample(block, i * frame + c * format.bytes(), format);
                }
                double mean = sum / format.channels();
                switch (values) {
                    case Values.Doubles(var out) -> out[done + i] = mean;
                    case Values.Floats(var out) -> out[done + i] = (float) mean;
                    case Values.Bytes b -> throw new IllegalStateException("sound has more than 8 bits");
                }
            }
        }
    }

    private static double sample(ByteBuffer block, int at, Format format) {
        return switch (format.bits()) {
            case 8 -> ((block.get(at) & 0xFF) - 0x80) / 0x1p7;
            case 16 -> block.getShort(at) / 0x1p15;
            case 24 -> ((block.getShort(at) & 0xFFFF) | block.get(at + 2) << 16) / 0x1p23;
            case 32 -> format.code() == FLOAT ? block.getFloat(at) : block.getInt(at) / 0x1p31;
            default -> block.getDouble(at);
        };
    }

    private static ByteBuffer little(DataInputStream in, int count) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
