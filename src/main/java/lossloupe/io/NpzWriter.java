package lossloupe.io;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.function.IntToDoubleFunction;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a NumPy archive. Every member carries the same date, so that the same numbers give the same bytes.
public final class NpzWriter implements Closeable {
    /// Whether members are packed.
    public enum Packing {
        /// As `np.savez`: plain bytes, which can be mapped and read at once.
        STORED,
        /// As `np.savez_compressed`.
        DEFLATED
    }

    private static final FileTime DATE = FileTime.fromMillis(315_532_800_000L);

    private final ZipOutputStream zip;
    private final Packing packing;

    /// @param out is closed with this
    public NpzWriter(OutputStream out, Packing packing) {
        this.zip = new ZipOutputStream(out);
        this.packing = packing;
    }

    public void array(String name, NumpyType type, MemoryOrder order, int[] shape, IntToDoubleFunction at)
            throws IOException {
        member(name + ".npy", out -> NpyFile.write(out, type, order, shape, at));
    }

    public void array(ArrayData array) throws IOException {
        array(array.name(), array.type(), array.order(), array.shape(), array::at);
    }

    /// A member that is not an array; NumPy reads past it.
    public void bytes(String name, byte[] content) throws IOException {
        member(name, out -> out.write(content));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Stored members need their length and checksum in front of the data, so they are made twice: once to measure.
    private void member(String name, AtomicFile.Writer content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(DATE);
        if (packing == Packing.STORED) {
            var sum = new CRC32();
            var counted = new long[1];
            content.write(new CheckedOutputStream(
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            counted[0]++;
                        }

                        @Override
                        public void write(byte[] bytes, int from, int length) {
                            counted[0] += length;
                        }
                    },
                    sum));
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(counted[0]);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        content.write(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // The archive goes on after this member.
            }
        });
        zip.closeEntry();
    }
}
