package lossloupe.view.dialog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import lossloupe.document.Document;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.document.Samples.Recipe;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Layout;
import lossloupe.tensor.Shape;
import lossloupe.view.Numbers;
import org.jspecify.annotations.Nullable;

/// What a person typed to get a new document, and what is wrong with it, without any control.
final class GenerateForm {
    /// What to make.
    enum Kind {
        RANDOM,
        BLANK,
        SEED_EXAMPLE;

        String nameKey() {
            return "generate.kind." + name().toLowerCase(Locale.ROOT).replace("_example", "");
        }
    }

    /// A line of the form; `id` is the letter or word the window knows it by.
    enum Entry {
        BATCH("batch", 1, 4096),
        CLASSES("classes", 1, 256),
        LENGTH("length", 1, 10_000_000),
        LOW("low", -1e4, 1e4),
        HIGH("high", -1e4, 1e4),
        POSITIVE("positive", 0, 1),
        SEED("seed", Long.MIN_VALUE, Long.MAX_VALUE);

        private final String id;
        private final double least;
        private final double most;

        Entry(String id, double least, double most) {
            this.id = id;
            this.least = least;
            this.most = most;
        }

        String nameKey() {
            return "generate." + id;
        }

        String id() {
            return id;
        }

        boolean isSize() {
            return this == BATCH || this == CLASSES || this == LENGTH;
        }
    }

    /// What is wrong with an entry, by key and arguments.
    record Problem(Entry entry, String key, List<Object> args) {
        static Problem of(Entry entry, String key, Object... args) {
            return new Problem(entry, key, List.of(args));
        }
    }

    /// Cells beyond which a document would no longer fit an ordinary memory.
    private static final double MOST_CELLS = 50e6;

    private final Map<Entry, StringProperty> texts = new EnumMap<>(Entry.class);
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.RANDOM);
    private final LongSupplier seeds;
    private final ObjectBinding<Optional<Problem>> problem;

    GenerateForm(LongSupplier seeds) {
        this.seeds = seeds;
        for (var entry : Entry.values()) {
            texts.put(entry, new SimpleStringProperty(""));
        }
        fill(new Recipe(1, 4, 12, -3, 3, 0.3, seeds.getAsLong()));
        var all = new ArrayList<Observable>(texts.values());
        all.add(kind);
        problem =
                Bindings.createObjectBinding(() -> Optional.ofNullable(findProblem()), all.toArray(new Observable[0]));
    }

    StringProperty text(Entry entry) {
        return Objects.requireNonNull(texts.get(entry));
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    ObjectBinding<Optional<Problem>> problemProperty() {
        return problem;
    }

    /// The dummy data of the question, with a random seed that was not used before.
    void fillDummy() {
        kind.set(Kind.RANDOM);
        fill(Recipe.dummy(seeds.getAsLong()));
    }

    void newSeed() {
        text(Entry.SEED).set(Long.toString(seeds.getAsLong()));
    }

    /// Whether an entry matters for what is to be made.
    boolean isAsked(Entry entry) {
        return switch (kind.get()) {
            case RANDOM -> true;
            case BLANK -> entry.isSize();
            case SEED_EXAMPLE -> false;
        };
    }

    /// The shape of what is to be made, or null while something is wrong.
    @Nullable
    Layout layout(LossSetup setup) {
        if (findProblem() != null) {
            return null;
        }
        if (kind.get() == Kind.SEED_EXAMPLE) {
            return new Layout(Samples.seed().shape(), setup.format());
        }
        int batch = size(Entry.BATCH);
        var batching = batch > 1 ? Batching.BATCHED : Batching.UNBATCHED;
        return new Layout(new Shape(batch, size(Entry.CLASSES), size(Entry.LENGTH), batching), setup.format());
    }

    /// What makes the document, on whichever thread it is called; null while something is wrong.
    @Nullable
    Supplier<Document> maker(LossSetup asked) {
        if (findProblem() != null) {
            return null;
        }
        // The type of the document before came with its file; what is made here is float64.
        var setup = asked.withDType(DType.FLOAT64);
        return switch (kind.get()) {
            case SEED_EXAMPLE -> () -> Samples.seed().withSetup(setup);
            case RANDOM -> maker(recipe(), setup);
            case BLANK -> blank(setup);
        };
    }

    private static Supplier<Document> maker(Recipe recipe, LossSetup setup) {
        return () -> Samples.random(recipe, setup);
    }

    private Supplier<Document> blank(LossSetup setup) {
        var recipe = new Recipe(size(Entry.BATCH), size(Entry.CLASSES), size(Entry.LENGTH), 0, 0, 0, 0);
        return () -> Samples.random(recipe, setup).named("Blank");
    }

    private Recipe recipe() {
        return new Recipe(
                size(Entry.BATCH),
                size(Entry.CLASSES),
                size(Entry.LENGTH),
                number(Entry.LOW),
                number(Entry.HIGH),
                number(Entry.POSITIVE),
                Long.parseLong(ascii(Entry.SEED)));
    }

    private void fill(Recipe recipe) {
        text(Entry.BATCH).set(Integer.toString(recipe.batch()));
        text(Entry.CLASSES).set(Integer.toString(recipe.classes()));
        text(Entry.LENGTH).set(Integer.toString(recipe.length()));
        text(Entry.LOW).set(Numbers.shortest(recipe.low()));
        text(Entry.HIGH).set(Numbers.shortest(recipe.high()));
        text(Entry.POSITIVE).set(Numbers.shortest(recipe.positive()));
        text(Entry.SEED).set(Long.toString(recipe.seed()));
    }

    private @Nullable Problem findProblem() {
        for (var entry : Entry.values()) {
            var found = isAsked(entry) ? problemOf(entry) : null;
            if (found != null) {
                return found;
            }
        }
        if (kind.get() == Kind.SEED_EXAMPLE) {
            return null;
        }
        double cells = (double) size(Entry.BATCH) * size(Entry.CLASSES) * size(Entry.LENGTH);
        if (cells > MOST_CELLS) {
            return Problem.of(Entry.LENGTH, "generate.problem.cells", Long.toString((long) cells), "50000000");
        }
        if (kind.get() == Kind.RANDOM && number(Entry.LOW) > number(Entry.HIGH)) {
            return Problem.of(Entry.HIGH, "generate.problem.order", typed(Entry.LOW), typed(Entry.HIGH));
        }
        return null;
    }

    private @Nullable Problem problemOf(Entry entry) {
        var typed = typed(entry);
        try {
            double value = entry == Entry.SEED ? Long.parseLong(ascii(entry)) : number(entry);
            if (entry.isSize() && value != Math.rint(value)) {
                return Problem.of(entry, "generate.problem.whole", entry.nameKey(), typed);
            }
            if (!(value >= entry.least && value <= entry.most)) {
                return Problem.of(
                        entry,
                        "generate.problem.range",
                        entry.nameKey(),
                        typed,
                        Numbers.shortest(entry.least),
                        entry.isSize() ? Integer.toString((int) entry.most) : Numbers.shortest(entry.most));
            }
            return null;
        } catch (NumberFormatException e) {
            var key = entry == Entry.SEED || entry.isSize() ? "generate.problem.whole" : "generate.problem.number";
            return Problem.of(entry, key, entry.nameKey(), typed);
        }
    }

    private int size(Entry entry) {
        return (int) number(entry);
    }

    private double number(Entry entry) {
        return Numbers.parse(typed(entry));
    }

    private String typed(Entry entry) {
        return text(entry).get().strip();
    }

    private String ascii(Entry entry) {
        return typed(entry).replace('−', '-');
    }
}
