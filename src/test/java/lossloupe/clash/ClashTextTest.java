package lossloupe.clash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The sentences of the frameworks, as they print them, with what they mean and what repairs them.
class ClashTextTest {
    private static final Shape SEED = new Shape(1, 4, 12, Batching.UNBATCHED);

    private static String told(String text) {
        var clash = ClashText.readTyped(text).orElseThrow();
        var names = AxisNames.of(clash, SEED);
        return "%s %s %s%s %s%s: %s"
                .formatted(
                        clash.framework(),
                        clash.rule(),
                        clash.a().dims().text(),
                        String.join("", names.a()),
                        clash.b().dims().text(),
                        String.join("", names.b()),
                        Mends.of(clash, names).stream()
                                .map(m -> m.sure() ? m.id() + "!" : m.id())
                                .collect(Collectors.joining(" ")))
                .strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "RuntimeError: Expected target size (16,180), got [16,9,180]" | PYTORCH INDICES [16, 9, 180]bnl [16, ?, 180]bnl: argmax! probabilities multiHot
            "RuntimeError: Expected target size [2, 4], got [2, 12]" | PYTORCH INDICES [2, 12]bl [2, 12, 4]bln: classAxis!
            "ValueError: Target size (torch.Size([2, 4, 12])) must be the same as input size (torch.Size([2, 12, 4]))" | PYTORCH SAME [2, 4, 12]bnl [2, 12, 4]bln: turn! turn
            "UserWarning: Using a target size (torch.Size([64])) that is different to the input size (torch.Size([64, 1])). This will likely lead to incorrect results due to broadcasting." | PYTORCH BROADCAST [64]l [64, 1]ln: squeeze!
            "ValueError: Expected input batch_size (24) to match target batch_size (2)." | PYTORCH INDICES [2]? [24, ?]b·ln: flatten!
            "RuntimeError: The size of tensor a (4) must match the size of tensor b (12) at non-singleton dimension 1" | PYTORCH SAME [?, 4, ?]bnl [?, 12, ?]bln: turn! turn
            "RuntimeError: weight tensor should be defined either for all 9 classes or no classes but got weight tensor of shape: [180]" | PYTORCH CLASS_WEIGHTS [180]l [?, 9, ?]bnl: classWeights!
            "ValueError: `logits` and `labels` must have the same shape, received ((2, 12, 4) vs (2, 4, 12))." | TENSORFLOW SAME [2, 4, 12]bnl [2, 12, 4]bln: turn! turn
            "ValueError: logits and labels must have the same shape ((None, 12, 4) vs (None, 4, 12))" | TENSORFLOW SAME [?, 4, 12]bnl [?, 12, 4]bln: turn! turn
            "ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(2, 12), output.shape=(2, 12, 4)" | TENSORFLOW SAME [2, 12]bl [2, 12, 4]bln: oneHot! mask
            "InvalidArgumentError: logits and labels must be broadcastable: logits_size=[24,4] labels_size=[8,12] [Op:SoftmaxCrossEntropyWithLogits]" | TENSORFLOW SAME [8, 12]?? [24, 4]ln: flattenedApart!
            "ValueError: Shapes (2, 4, 12) and (2, 12, 4) are incompatible" | TENSORFLOW SAME [2, 4, 12]bnl [2, 12, 4]bln: turn! turn
            "InvalidArgumentError: Incompatible shapes: [2,179,9] vs. [2,180,9] [Op:Mul]" | TENSORFLOW SAME [2, 179, 9]bln [2, 180, 9]bln: crop
            "ValueError: Shape mismatch: The shape of labels (received (24,)) should equal the shape of logits except for the last dimension (received (2, 12, 4))." | TENSORFLOW INDICES [24]? [2, 12, 4]bln: unflatten!
            "ValueError: operands could not be broadcast together with shapes (2,4,12) (2,12,4) " | NUMPY SAME [2, 4, 12]bnl [2, 12, 4]bln: turn! turn
            "TypeError: sub got incompatible shapes for broadcasting: (2, 4, 12), (2, 12, 4)." | JAX SAME [2, 4, 12]bnl [2, 12, 4]bln: turn! turn
            "ValueError: Incompatible shapes for broadcasting: shapes=[(2, 4, 12), (2, 12, 4)]" | JAX SAME [2, 4, 12]bnl [2, 12, 4]bln: turn! turn
            "logits [12, 4] labels [4, 12]" | NUMPY SAME [4, 12]nl [12, 4]ln: turn! turn
            "[2,1,12] [2,4,12]" | NUMPY BROADCAST [2, 1, 12]b?l [2, 4, 12]bnl:
            """)
    void isUnderstood(String message, String meaning) {
        assertEquals(meaning, told(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "x = np.zeros((2, 4))\ny = np.ones((4, 2))\n", "[[0, 1], [1, 0]]", ""})
    void otherTextIsNoClash(String text) {
        assertTrue(ClashText.read(text).isEmpty());
    }

    @Test
    void aTracebackAroundItDoesNotMatter() {
        var text = "Traceback (most recent call last):\n  File \"train.py\", line 3, in <module>\n"
                + "    loss = F.cross_entropy(out, y)\nRuntimeError: Expected target size\n [16, 180], got [16, 9, 180]\n";
        assertEquals(Dims.of(16, 9, 180), ClashText.read(text).orElseThrow().a().dims());
    }

    @Test
    void aTurnedArrayHasTheShapeOfTheOther() {
        var clash = ClashText.readTyped("[5, 4, 12] [5, 12, 4]").orElseThrow();
        var mends = Mends.of(clash, AxisNames.of(clash, SEED));
        assertEquals(
                List.of("labels = np.transpose(labels, (0, 2, 1))", "logits = np.transpose(logits, (0, 2, 1))"),
                mends.stream().map(Mend::code).toList());
        for (var order : Orders.of(4)) {
            var dims = Dims.of(3, 4, 5, 6);
            assertEquals(dims, dims.permuted(order).permuted(Orders.inverse(order)));
        }
    }

    @Test
    void stretchingIsNumPys() {
        var square = Stretch.of(Dims.of(64), Dims.of(64, 1)).orElseThrow();
        assertEquals(Dims.of(64, 64), square.result());
        assertEquals(List.of(64, 1), square.repeatsA());
        assertEquals(List.of(1, 64), square.repeatsB());
        assertTrue(square.grows(Dims.of(64), Dims.of(64, 1)));
        var ghost = Stretch.of(Dims.of(2, 1, 12), Dims.of(2, 4, 12)).orElseThrow();
        assertEquals(List.of(1, 4, 1), ghost.repeatsA());
        assertTrue(Stretch.of(Dims.of(4), Dims.of(2, 4, 12)).isEmpty());
        assertTrue(Stretch.of(Dims.of(Dims.UNKNOWN), Dims.of(1)).isEmpty());
    }

    @Test
    void aComplaintIsToldFromNumbers() {
        for (var text : List.of(
                "Traceback (most recent call last):\n  File \"a.py\", line 3",
                "RuntimeError: expected scalar type Float but found Double",
                "x = 3\ntorch.cuda.OutOfMemoryError: CUDA out of memory.")) {
            assertTrue(ClashText.isComplaint(text), text);
        }
        for (var text : List.of("error = [[0, 1], [1, 0]]", "Error, 1, 2\n0, 1, 2", "[[0, 1]]  # Error: none")) {
            assertFalse(ClashText.isComplaint(text), text);
        }
    }
}
