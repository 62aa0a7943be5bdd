package lossloupe.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lossloupe.compute.LossResult;
import lossloupe.compute.NonFinite;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.reduce.Reduction;
import lossloupe.tensor.Axis;

/// The numbers of one loss over one input, as the formats write them.
///
/// @param reduced by the ids of reductions, in their order
/// @param perClass mean of the terms of each class; of a loss of regions the sum of its cells' shares
/// @param perExample mean of each example
/// @param floor of the scalar reductions that have one: the value that no logits can get below
record Evaluated(
        String file,
        String loss,
        Map<String, String> params,
        String dataFormat,
        String dtype,
        List<Integer> shape,
        List<Integer> elementwiseShape,
        Map<String, Numbers> reduced,
        List<String> classNames,
        Numbers perClass,
        Numbers perExample,
        Map<String, Numbers> floor,
        NonFinite nonFinite) {
    private static final List<Reduction> FLOORS = List.of(Reduction.SUM, Reduction.MEAN);

    static Evaluated of(String file, Document document, LossResult result, List<Reduction> reductions) {
        var reduced = new LinkedHashMap<String, Numbers>();
        for (var reduction : reductions) {
            reduced.put(
                    reduction.id(),
                    reduction.isScalar()
                            ? Numbers.single(result.reduced(reduction))
                            : Numbers.of(result.reducedShape(reduction), result.reducedArray(reduction)));
        }
        var floor = new LinkedHashMap<String, Numbers>();
        if (result.weights().fits(result, result.axes())) {
            FLOORS.forEach(r -> floor.put(r.id(), Numbers.single(result.floor(r))));
        }
        var layout = document.layout();
        var perClass = result.perClass();
        var perExample = result.perExampleMean();
        return new Evaluated(
                file,
                result.info().id(),
                result.params(),
                document.setup().format().id(),
                document.setup().dtype().id(),
                layout.axes().stream().map(a -> layout.shape().size(a)).toList(),
                result.axes().stream().map((Axis a) -> result.size(a)).toList(),
                reduced,
                document.classes().stream().map(ClassInfo::name).toList(),
                Numbers.of(new int[] {perClass.length}, perClass),
                Numbers.of(new int[] {perExample.length}, perExample),
                floor,
                result.nonFinite());
    }
}
