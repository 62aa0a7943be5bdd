package lossloupe.view.equality;

import java.util.List;
import lossloupe.document.Document;
import lossloupe.equality.Arithmetic;
import lossloupe.equality.Draw;
import lossloupe.equality.Recorded;
import lossloupe.equality.Run;
import lossloupe.tensor.DType;

/// What the controls of the script say.
///
/// @param isDummy the question's dummy data; otherwise the document's
/// @param packet lanes of an emulated packet, 0 for our own arithmetic, [#RECORDED] for what TensorFlow itself computed
record Setting(boolean isDummy, long seed, Size size, int packet, DType dtype) {
    static final int RECORDED = -1;

    /// Seed 2 prints the tuple of the question in TensorFlow.
    static final Setting FIRST = new Setting(true, 2, new Size(5, 10), RECORDED, DType.FLOAT64);
    static final List<Integer> PACKETS = List.of(RECORDED, 0, 1, 2, 4, 8, 16);

    /// Sizes that show what a tail does: 5 x 10 and 3 x 7 have one, the others fill their packets.
    static final List<Size> SIZES = List.of(new Size(5, 10), new Size(4, 12), new Size(5, 16), new Size(3, 7));

    /// Classes and positions.
    record Size(int classes, int length) {
        @Override
        public String toString() {
            return classes + "×" + length;
        }
    }

    boolean isRecorded() {
        return packet == RECORDED;
    }

    /// The arithmetic; where losses are recorded, the one that is nearest to theirs.
    Arithmetic arithmetic() {
        return isRecorded() ? Recorded.ARITHMETIC : new Arithmetic(packet, dtype);
    }

    Run run(Document document, int example) {
        if (isRecorded()) {
            return Recorded.run(seed);
        }
        var draw = isDummy ? Draw.python(seed, size.classes(), size.length()) : Draw.of(document, example);
        return Run.of(draw, arithmetic());
    }

    Setting withDummy(boolean next) {
        return new Setting(next, seed, size, next ? packet : live(), dtype);
    }

    Setting nextDraw() {
        return new Setting(true, isRecorded() ? (seed + 1) % Recorded.SEEDS : seed + 1, size, packet, dtype);
    }

    Setting withSize(Size next) {
        return new Setting(true, seed, next, next.equals(size) ? packet : live(), dtype);
    }

    Setting withPacket(int next) {
        return next == RECORDED
                ? new Setting(true, seed % Recorded.SEEDS, FIRST.size, RECORDED, DType.FLOAT64)
                : new Setting(isDummy, seed, size, next, dtype);
    }

    /// Registers hold twice as many float32 as float64, so the packet follows.
    Setting withDtype(DType next) {
        int lanes = live();
        if (next != dtype && lanes > 1) {
            lanes = next == DType.FLOAT32 ? lanes * 2 : lanes / 2;
        }
        return new Setting(isDummy, seed, size, next == dtype ? packet : Math.min(16, lanes), next);
    }

    /// Records exist of one size and dtype only; elsewhere their packets are emulated.
    private int live() {
        return isRecorded() ? Recorded.ARITHMETIC.packet() : packet;
    }
}
