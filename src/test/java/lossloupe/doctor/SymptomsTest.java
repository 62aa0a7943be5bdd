package lossloupe.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers of product.md, lessons 1, 5, 10, 11 and 14, computed there with NumPy.
class SymptomsTest {
    private static double value(Document document, String id) {
        return Symptoms.of(document, 0).stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /// One class per position.
    private static Document exclusive(int classes, int... classOf) {
        var labels = new ArrayList<Plane>();
        var logits = new ArrayList<Plane>();
        var infos = new ArrayList<ClassInfo>();
        for (int c = 0; c < classes; c++) {
            int cls = c;
            labels.add(Plane.generate(DType.UINT8, classOf.length, p -> classOf[p] == cls ? 1 : 0));
            logits.add(Plane.zeros(DType.FLOAT64, classOf.length));
            infos.add(ClassInfo.numbered(c));
        }
        var example = new Example(Plane.zeros(DType.FLOAT64, classOf.length), labels, logits);
        return new Document("t", infos, List.of(example), Batching.UNBATCHED, LossSetup.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "softmaxOverlapFloor, 0.577623",
        "softmaxOverlapFloorNormalised, 0.288811",
        "softmaxUniform, 1.848392",
        "sigmoidAtZero, 0.693147",
        "sigmoidTwiceFloor, 0.566519",
        "softmaxTwiceFloor, 0.743668",
        "sigmoidSmoothed, 0.198515",
        "softmaxSmoothed, 0.348780"
    })
    void valuesOfTheSeed(String id, double expected) {
        assertEquals(expected, value(Samples.seed(), id), 6e-7);
    }

    @Test
    void theWrongAxisHasAFloorOfItsOwn() {
        var lesson5 = exclusive(5, 3, 0, 0, 4, 1, 1, 1, 2, 2, 2, 3, 3);
        assertEquals(0.939484, value(lesson5, "softmaxWrongAxisFloor"), 6e-7);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.313262", "3, 0.551445", "5, 0.904832", "10, 1.461150"})
    void softmaxTwiceByTheNumberOfClasses(int n, double expected) {
        assertEquals(expected, value(exclusive(n, 0, 1), "softmaxTwiceFloor"), 6e-7);
    }

    /// Four ones among two hundred: the best constant pays 0.098039.
    @Test
    void rareOnesMakeAConstantLookGood() {
        var labels = Plane.generate(DType.UINT8, 200, p -> p >= 98 && p < 102 ? 1 : 0);
        var example =
                new Example(Plane.zeros(DType.FLOAT64, 200), List.of(labels), List.of(Plane.zeros(DType.FLOAT64, 200)));
        var document = new Document(
                "t", List.of(ClassInfo.numbered(0)), List.of(example), Batching.UNBATCHED, LossSetup.DEFAULT);
        assertEquals(0.098039, value(document, "sigmoidConstant"), 6e-7);
    }

    @Test
    void theBestMatchComesFirstAndDecimalsDecideWhatMatches() {
        var first = Symptoms.of(Samples.seed(), 0.743668).getFirst();
        assertEquals("softmaxTwiceFloor", first.id());
        assertTrue(first.explains(0.743668, 6));
        assertTrue(first.explains(0.74, 2));
        assertFalse(first.explains(0.743669, 6));
        assertEquals(
                "softmaxOverlapFloor",
                Symptoms.of(Samples.seed(), 0.5776).getFirst().id());
    }
}
