package lossloupe.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The longest vector loops are compiled apart: see [Vector64] for what happens where C2 makes one method of several.
class VectorLoopsTest {
    /// Bytes of code up to which C2 inlines a method that runs often (its FreqInlineSize).
    private static final int MOST_INLINED = 325;

    @ParameterizedTest
    @CsvSource({
        "Sigmoid64, crossEntropies",
        "Sigmoid32, crossEntropies",
        "Vector64, reduced",
        "Vector64, log1p",
        "Vector32, log1p"
    })
    void theLongestLoopsAreTooLongToBeInlined(String type, String method) throws IOException {
        int length = codeLength(type, method);
        assertTrue(length > MOST_INLINED, length + " bytes of code");
    }

    private static int codeLength(String type, String method) throws IOException {
        try (var in = VectorLoopsTest.class.getResourceAsStream(type + ".class")) {
            return ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(m -> m.methodName().equalsString(method))
                    .mapToInt(m ->
                            m.findAttribute(Attributes.code()).orElseThrow().codeLength())
                    .sum();
        }
    }
}
