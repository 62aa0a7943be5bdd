package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lossloupe.tensor.DType;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aNumberFitsIntoItsColumn() {
        assertEquals("2.1", Words.brief(2.1, DType.FLOAT64));
        assertEquals("2.1", Words.brief(2.1f, DType.FLOAT32));
        assertEquals("2.1000", Words.brief(2.1f, DType.FLOAT64));
        assertEquals("1.8560", Words.brief(1.85600001, DType.FLOAT64));
        assertEquals("−161.31", Words.brief(-161.31321, DType.FLOAT64));
        assertEquals("−14.188", Words.brief(-14.1875, DType.FLOAT32));
        assertEquals("1234568", Words.brief(1_234_567.5, DType.FLOAT64));
        assertEquals("1.23e9", Words.brief(1_234_567_890.5, DType.FLOAT64));
        assertEquals("−2.6e−8", Words.brief(-2.61234e-8, DType.FLOAT64));
    }
}
