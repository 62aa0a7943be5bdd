package lossloupe.io;

import java.util.ArrayList;
import java.util.List;
import lossloupe.tensor.Axis;

/// How arrays were read, without their numbers: so that arrays of the same names that were written again are read in
/// the same way.
public record Rereading(List<Choice> choices, List<String> classNames) {
    /// What one array was taken for.
    ///
    /// @param axes the meaning of each dimension, with its evidence
    public record Choice(String array, ImportPlan.Role role, List<Axis> axes, List<ImportPlan.Said> axisEvidence) {}

    public Rereading {
        choices = List.copyOf(choices);
        classNames = List.copyOf(classNames);
    }

    /// The reading that a plan stands for.
    public static Rereading of(ImportPlan plan) {
        var choices = plan.items().stream()
                .map(i -> new Choice(i.array().name(), i.role(), i.axes(), i.axisEvidence()))
                .toList();
        return new Rereading(choices, plan.classNames());
    }

    /// This reading of arrays that were written again: each array has the role and the axes that the array of its
    /// name had.
    ///
    /// @throws BadFileException where an array is missing, or has another number of dimensions
    public ImportPlan on(ImportPlan fresh) throws BadFileException {
        var items = new ArrayList<ImportPlan.Item>();
        for (var choice : choices) {
            int rank = choice.axes().size();
            var again = fresh.items().stream()
                    .filter(i -> i.array().name().equals(choice.array()) && i.rank() == rank)
                    .findFirst()
                    .orElseThrow(() -> BadFileException.of("error.live.array", choice.array(), rank));
            items.add(again.withRole(choice.role(), ImportPlan.CHOSEN).withAxes(choice.axes(), choice.axisEvidence()));
        }
        return new ImportPlan(items, classNames);
    }
}
