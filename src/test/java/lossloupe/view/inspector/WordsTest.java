package lossloupe.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aNumberFitsIntoItsColumn() {
        assertEquals("2.1", Words.brief(2.1));
        assertEquals("1.8560", Words.brief(1.85600001));
        assertEquals("−161.313", Words.brief(-161.31321));
        assertEquals("1234568", Words.brief(1_234_567.5));
        assertEquals("1.23e9", Words.brief(1_234_567_890.5));
        assertEquals("−2.6e−8", Words.brief(-2.61234e-8));
    }
}
