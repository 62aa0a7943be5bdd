package lossloupe.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lossloupe.loss.Losses;
import lossloupe.loss.Param;
import lossloupe.reduce.WeightGrid;
import lossloupe.tensor.Batching;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Shape;

/// Everything a person made, at one moment. Handing it to another thread needs no lock and no copy.
///
/// @param name shown in the title; a file's name or the sample's
/// @param batching whether the arrays carry a batch axis
/// @param weights factors on the losses, by the axes they vary along; [WeightGrid#none] where there are none
public record Document(
        String name,
        List<ClassInfo> classes,
        List<Example> examples,
        Batching batching,
        LossSetup setup,
        WeightGrid weights) {
    public Document {
        classes = List.copyOf(classes);
        examples = List.copyOf(examples);
        if (examples.isEmpty() || classes.isEmpty()) {
            throw new IllegalArgumentException("a document has an example and a class");
        }
        int length = examples.getFirst().length();
        for (var example : examples) {
            if (example.labels().size() != classes.size() || example.length() != length) {
                throw new IllegalArgumentException("every example has the same classes and length");
            }
        }
        if (!weights.fits(new Shape(examples.size(), classes.size(), length, batching))) {
            throw new IllegalArgumentException("weights do not go with the shape");
        }
    }

    /// A document without weights.
    public Document(String name, List<ClassInfo> classes, List<Example> examples, Batching batching, LossSetup setup) {
        this(name, classes, examples, batching, setup, WeightGrid.none());
    }

    public Shape shape() {
        return new Shape(examples.size(), classes.size(), examples.getFirst().length(), batching);
    }

    public Layout layout() {
        return new Layout(shape(), setup.format());
    }

    public Example example(int index) {
        return examples.get(index);
    }

    /// Whether there is a signal: a file that brings none leaves it zero throughout.
    public boolean hasSeries() {
        return examples.stream().anyMatch(e -> !e.series().isZero());
    }

    public Document named(String newName) {
        return new Document(newName, classes, examples, batching, setup, weights);
    }

    public Document withSetup(LossSetup newSetup) {
        return new Document(name, classes, examples, batching, newSetup, weights);
    }

    public Document withClasses(List<ClassInfo> newClasses) {
        return new Document(name, newClasses, examples, batching, setup, weights);
    }

    /// Other examples of the same shape.
    public Document withExamples(List<Example> newExamples) {
        return withExamples(newExamples, weights);
    }

    /// Other examples and the weights that go with their shape.
    Document withExamples(List<Example> newExamples, WeightGrid newWeights) {
        var needed = newExamples.size() > 1 ? Batching.BATCHED : batching;
        return new Document(name, classes, newExamples, needed, setup, newWeights);
    }

    public Document withWeights(WeightGrid newWeights) {
        return new Document(name, classes, examples, batching, setup, newWeights);
    }

    /// This document with losses that go with its shape: parameters with one number per class that no longer match
    /// the number of classes have their defaults again.
    public Document withFittingLosses() {
        var fitting = setup.withA(fitting(setup.a())).withB(fitting(setup.b()));
        return fitting.equals(setup) ? this : withSetup(fitting);
    }

    private LossChoice fitting(LossChoice choice) {
        var result = choice;
        for (var param : choice.params().isEmpty()
                ? List.<Param>of()
                : Losses.info(choice.id()).params()) {
            if (param.kind() == Param.Kind.NUMBER_PER_CLASS && !fits(result)) {
                result = result.without(param.id());
            }
        }
        return result;
    }

    private boolean fits(LossChoice choice) {
        try {
            choice.lossFor(shape());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Document mapExample(int index, UnaryOperator<Example> change) {
        var copy = new ArrayList<>(examples);
        copy.set(index, change.apply(copy.get(index)));
        return withExamples(copy);
    }
}
