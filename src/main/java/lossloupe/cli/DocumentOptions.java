package lossloupe.cli;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lossloupe.document.Document;
import lossloupe.document.LossChoice;
import lossloupe.document.Samples;
import lossloupe.io.BadFileException;
import lossloupe.loss.Losses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The one document of a picture, and the losses that are compared in it.
final class DocumentOptions {
    @Mixin
    InputOptions input = new InputOptions();

    @Option(names = "--loss", paramLabel = "ID", description = "loss A")
    @Nullable
    String loss;

    @Option(names = "--compare", paramLabel = "ID", description = "loss B")
    @Nullable
    String compare;

    /// The document of the one input, or the first example where there is none.
    Document document(Console console, Common common) throws UsageException, BadFileException {
        var inputs = input.inputs();
        if (inputs.size() > 1) {
            throw new UsageException("cli.oneFile");
        }
        var document = inputs.isEmpty() ? Samples.seed() : read(inputs.getFirst(), console, common);
        var setup = document.setup();
        if (input.stated() != null && inputs.isEmpty()) {
            setup = setup.withFormat(input.stated());
        }
        if (loss != null) {
            setup = setup.withA(choice(loss));
        }
        if (compare != null) {
            setup = setup.withB(choice(compare));
        }
        return document.withSetup(setup);
    }

    /// What a sentence about a bad file begins with.
    String source() {
        return Stream.concat(input.files.stream(), Stream.of(input.labels, input.logits, input.series, input.weights))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private Document read(Input one, Console console, Common common) throws UsageException, BadFileException {
        var data = new DatasetReader(input.stated(), Set.of(), console.in(), input.companions).read(one);
        data.remarks().forEach(r -> console.say(one.name() + ": " + common.words(r)));
        return data.document().named(one.stem());
    }

    private static LossChoice choice(String id) throws UsageException {
        try {
            return LossChoice.of(Losses.info(id).id());
        } catch (IllegalArgumentException e) {
            throw new UsageException("cli.said", String.valueOf(e.getMessage()));
        }
    }
}
