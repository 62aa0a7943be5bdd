package lossloupe.view.equality;

import java.util.List;
import lossloupe.document.Document;
import lossloupe.equality.Arithmetic;
import lossloupe.equality.Draw;
import lossloupe.tensor.DType;

/// What the controls of the script say.
///
/// @param isDummy the question's dummy data; otherwise the document's
/// @param packet lanes of an emulated packet, 0 for our own arithmetic
record Setting(boolean isDummy, long seed, Size size, int packet, DType dtype) {
    /// Seed 2 prints the tuple of the question in TensorFlow.
    static final Setting FIRST = new Setting(true, 2, new Size(5, 10), 4, DType.FLOAT64);
    static final List<Integer> PACKETS = List.of(0, 1, 2, 4, 8, 16);

    /// Sizes that show what a tail does: 5 x 10 and 3 x 7 have one, the others fill their packets.
    static final List<Size> SIZES = List.of(new Size(5, 10), new Size(4, 12), new Size(5, 16), new Size(3, 7));

    /// Classes and positions.
    record Size(int classes, int length) {
        @Override
        public String toString() {
            return classes + "×" + length;
        }
    }

    Arithmetic arithmetic() {
        return new Arithmetic(packet, dtype);
    }

    Draw draw(Document document, int example) {
        return isDummy ? Draw.python(seed, size.classes(), size.length()) : Draw.of(document, example);
    }

    Setting withDummy(boolean next) {
        return new Setting(next, seed, size, packet, dtype);
    }

    Setting withSeed(long next) {
        return new Setting(isDummy, next, size, packet, dtype);
    }

    Setting withSize(Size next) {
        return new Setting(true, seed, next, packet, dtype);
    }

    Setting withPacket(int next) {
        return new Setting(isDummy, seed, size, next, dtype);
    }

    /// Registers hold twice as many float32 as float64, so the packet follows.
    Setting withDtype(DType next) {
        int lanes = next == dtype || packet < 2 ? packet : next == DType.FLOAT32 ? packet * 2 : packet / 2;
        return new Setting(isDummy, seed, size, Math.min(16, lanes), next);
    }
}
