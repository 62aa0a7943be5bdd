package lossloupe.export.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lossloupe.compute.LossResult;
import lossloupe.document.Document;
import lossloupe.reduce.Reduction;

/// A program that computes losses in a framework and asserts the numbers that are shown.
///
/// @param results what is asserted, in one section each; of this document
/// @param reductions those that apply to a loss are asserted
/// @param dataFile the name of the file that large data are loaded from (see [SnippetData])
public record Snippet(
        Framework framework, Document document, List<LossResult> results, List<Reduction> reductions, String dataFile) {
    public Snippet {
        results = List.copyOf(results);
        reductions = List.copyOf(reductions);
    }

    /// What is asserted unless a person asks for more: each cell where that is code, and the document's reduction.
    public static List<Reduction> usual(Document document) {
        var shown = Reduction.of(document.setup().reduction());
        return SnippetData.isLarge(document) || shown == Reduction.NONE
                ? List.of(shown)
                : List.of(Reduction.NONE, shown);
    }

    /// The same with another name of the file that large data are loaded from.
    public Snippet loading(String file) {
        return new Snippet(framework, document, results, reductions, file);
    }

    /// The Python source, with a newline at its end.
    public String text() {
        var dialect = framework.dialect();
        var lines = new ArrayList<String>();
        lines.addAll(header());
        lines.addAll(dialect.imports(document.setup().dtype()));
        lines.add("");
        lines.add("dtype = np." + document.setup().dtype().id());
        lines.addAll(SnippetData.lines(document, dataFile));
        lines.addAll(check(dialect));
        results.forEach(r -> lines.addAll(section(new SnippetLoss(document, r), dialect)));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private List<String> header() {
        var layout = document.layout();
        return List.of(
                "# " + SnippetData.oneLine(document.name()) + " in " + framework.title()
                        + ", with the numbers that LossLoupe shows.",
                "# labels and logits: " + layout.symbols() + " = " + layout.text() + ", "
                        + document.setup().format().id() + ", "
                        + document.setup().dtype().id());
    }

    private List<String> check(Dialect dialect) {
        boolean isFinite = results.stream().allMatch(r -> new SnippetLoss(document, r).isFinite());
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("");
        var usual = Tolerance.text(Tolerance.of(document.setup().dtype()));
        lines.add("def check(name, value, expected, rtol=" + usual + ", atol=" + usual + "):");
        lines.add("    value = np.asarray(" + dialect.fetched("value") + ")");
        if (isFinite) {
            lines.add("    assert value.shape == np.shape(expected), (name, value.shape)");
            lines.add("    np.testing.assert_allclose(value, expected, rtol=rtol, atol=atol, err_msg=name)");
            lines.add("    print(name, value if value.ndim == 0 else \"as expected\")");
        } else {
            lines.add("    # Some inputs are not finite: LossLoupe shows limits where frameworks compute inf - inf.");
            lines.add("    print(name, value, \"LossLoupe:\", expected)");
        }
        lines.add("");
        lines.add("");
        return lines;
    }

    private List<String> section(SnippetLoss loss, Dialect dialect) {
        var info = loss.result().info();
        var lines = new ArrayList<String>();
        lines.add("# " + info.name() + ": " + info.formula());
        var params = loss.result().params();
        info.params().stream()
                .filter(p -> params.containsKey(p.id()))
                .forEach(p -> lines.add("# " + p.id() + " = " + params.get(p.id())));
        var code = LossCode.of(loss, dialect);
        lines.add(code.getFirst());
        var some = reductions.stream().filter(loss.result()::takes).toList();
        if (some.isEmpty()) {
            lines.addAll(code.subList(1, code.size()));
            lines.add("# None of the reductions asked for goes with this loss and its weights.");
        } else {
            lines.addAll(asserted(loss, dialect, code.subList(1, code.size()), some));
        }
        lines.add("");
        return lines;
    }

    /// @param code behind `x` and `z`
    private List<String> asserted(SnippetLoss loss, Dialect dialect, List<String> code, List<Reduction> some) {
        var reduced = new ReductionCode(loss, dialect);
        var weighted = new ArrayList<>(code);
        weighted.addAll(WeightLines.of(loss, dataFile));
        weighted.addAll(reduced.weighting(some));
        var gradient = GradientCode.of(loss, dialect);
        var lines =
                new ArrayList<String>(gradient.map(g -> g.recorded(weighted)).orElse(weighted));
        lines.addAll(dialect.beforeReductions(loss, some));
        some.forEach(r -> lines.add(Assertion.of(
                r.id(),
                reduced.of(r),
                loss.result().reducedShape(r),
                loss.result().reducedArray(r),
                Tolerance.arguments(loss, r),
                loss.dtype(),
                dialect)));
        gradient.ifPresent(g -> lines.addAll(g.asserted(weighted)));
        return lines;
    }
}
