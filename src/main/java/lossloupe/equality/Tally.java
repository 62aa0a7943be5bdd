package lossloupe.equality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Many runs of the script with other draws, counted: how often each comparison holds, which tuples come out, which
/// cells ever differ.
///
/// @param held how often a comparison was exactly true
/// @param tuples what the first five printed, and how often; most frequent first
/// @param cells how often a cell differed in a comparison of cells
public record Tally(
        int runs,
        Map<Claim, Integer> held,
        List<Map.Entry<List<Boolean>, Integer>> tuples,
        Map<Claim, Map<Integer, Integer>> cells,
        long mostUlps) {
    /// Seeds from `first` on.
    ///
    /// @param between called before every run; may throw to end it
    public static Tally of(long first, int runs, int classes, int length, Arithmetic arithmetic, Runnable between) {
        var held = new EnumMap<Claim, Integer>(Claim.class);
        var tuples = new HashMap<List<Boolean>, Integer>();
        var cells = new TreeMap<Claim, Map<Integer, Integer>>();
        long most = 0;
        for (int i = 0; i < runs; i++) {
            between.run();
            var run = Run.of(Draw.python(first + i, classes, length), arithmetic);
            tuples.merge(run.tuple(), 1, Integer::sum);
            for (var verdict : run.verdicts()) {
                held.merge(verdict.claim(), verdict.isTrue() ? 1 : 0, Integer::sum);
                if (!verdict.claim().isOfMeans()) {
                    most = Math.max(most, verdict.ulps());
                    var of = cells.computeIfAbsent(verdict.claim(), c -> new TreeMap<>());
                    verdict.differing().forEach(cell -> of.merge(cell, 1, Integer::sum));
                }
            }
        }
        var ordered = new ArrayList<>(tuples.entrySet());
        ordered.sort(Map.Entry.<List<Boolean>, Integer>comparingByValue()
                .reversed()
                .thenComparing(e -> e.getKey().toString()));
        return new Tally(runs, held, List.copyOf(ordered), cells, most);
    }
}
