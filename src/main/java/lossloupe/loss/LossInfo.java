package lossloupe.loss;

import java.util.List;

/// What a loss is called and what can be set about it.
///
/// @param id as on the command line
/// @param name in full; names of losses are not translated
/// @param shortName where room is short
/// @param formula in symbols: x logit, z label
public record LossInfo(String id, String name, String shortName, String formula, List<Param> params) {
    public LossInfo {
        params = List.copyOf(params);
    }
}
