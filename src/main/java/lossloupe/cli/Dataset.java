package lossloupe.cli;

import java.util.List;
import lossloupe.document.Document;
import lossloupe.io.ImportPlan.Said;
import lossloupe.reduce.WeightGrid;
import lossloupe.reduce.Weights;

/// What was read for one evaluation or picture.
///
/// @param document with weights by their axes, where they have axes of the grid
/// @param weights as the array that was read, which each loss broadcasts as its framework does; none of a session
/// @param remarks what has to be said about how it was read
record Dataset(Document document, Weights weights, List<Said> remarks) {
    Dataset {
        remarks = List.copyOf(remarks);
    }

    /// The document to be evaluated with [#weights], which say more than its own where there are some.
    Document toEvaluate() {
        return weights.isNone() ? document : document.withWeights(WeightGrid.none());
    }
}
