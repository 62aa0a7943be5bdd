package lossloupe.equality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lossloupe.equality.Proof.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the statements are known to be.
class ProofTest {
    @ParameterizedTest
    @CsvSource({
        "TRANSPOSE, EXACT",
        "SOFTPLUS, ROUNDED",
        "TWO_SIDES, ROUNDED",
        "NAIVE, ROUNDED",
        "SHIFT_SOFTMAX, ROUNDED",
        "SHIFT_SIGMOID, FALSE",
        "COMPLEMENT, ROUNDED",
        "TWO_CLASSES, ROUNDED",
        "TF_LOSSES, FLOAT32",
        "SCALE, FALSE",
        "SOFTMAX_IS_SIGMOID, FALSE"
    })
    void answers(Identity identity, Answer answer) {
        var proof = Proof.of(identity, identity.parameter(), 1, () -> {});
        assertEquals(answer, proof.answer(), proof::toString);
        assertEquals(proof, Proof.of(identity, identity.parameter(), 1, () -> {}), "same seed, same proof");
    }

    @ParameterizedTest
    @CsvSource({"SHIFT_SIGMOID", "SCALE", "SOFTMAX_IS_SIGMOID"})
    void counterexamplesAreSmall(Identity identity) {
        var against = Proof.of(identity, identity.parameter(), 3, () -> {}).against();
        assertNotNull(against);
        assertEquals(1, against.logits().size(), against::toString);
        assertTrue(against.logits().getFirst() == Math.rint(against.logits().getFirst()), against::toString);
    }
}
