package lossloupe.cli;

import java.util.List;
import lossloupe.document.Document;
import lossloupe.io.ImportPlan.Said;
import lossloupe.reduce.Weights;

/// What was read for one evaluation.
///
/// @param remarks what has to be said about how it was read
record Dataset(Document document, Weights weights, List<Said> remarks) {
    Dataset {
        remarks = List.copyOf(remarks);
    }
}
