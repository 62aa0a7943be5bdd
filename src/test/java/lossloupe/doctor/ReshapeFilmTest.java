package lossloupe.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import org.junit.jupiter.api.Test;

class ReshapeFilmTest {
    /// product.md, lesson 6.
    @Test
    void twentySixOfFortyEightCellsOfTheSeedEndWrong() {
        var film = new ReshapeFilm(Samples.seed(), 0);
        assertEquals(48, film.size());
        assertEquals(26, film.wrongAfter(48));
        assertEquals(0, film.wrongAfter(1), "the first number stays where it is");
    }

    /// The film ends in what the fault makes, cell by cell, in any example of a batch.
    @Test
    void itEndsInWhatTheFaultMakes() {
        var document = Samples.random(new Samples.Recipe(3, 4, 9, -1, 1, .4, 6), LossSetup.DEFAULT);
        var broken = Fault.LABELS_RESHAPED.in(document);
        for (int e = 0; e < 3; e++) {
            var film = new ReshapeFilm(document, e);
            for (int k = 0; k < film.size(); k++) {
                var into = film.into(k);
                assertEquals(
                        broken.example(e).labels().get(into.cls()).get(into.position()), film.value(k), "number " + k);
            }
        }
    }
}
