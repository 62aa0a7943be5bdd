package lossloupe.loss;

import java.util.List;

/// The regions that a cell's logit can change, each without the cells of this position: with them a curve costs one
/// softmax and no pass over the data.
///
/// @param others one for each region
/// @param regionOf index of the region of each class
public record RegionContext(List<RegionSums> others, List<Integer> regionOf) {
    public RegionContext {
        others = List.copyOf(others);
        regionOf = List.copyOf(regionOf);
    }
}
