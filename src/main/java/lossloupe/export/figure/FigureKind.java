package lossloupe.export.figure;

import java.util.Arrays;
import java.util.Locale;

/// What a figure shows. Its id is the enum's name in lower case, its title `figure.<id>` in the bundles.
public enum FigureKind {
    /// Series, labels, loss A, loss B and gradient A over one axis.
    STACK,
    /// Labels, loss A, loss B and their difference over one axis.
    COMPARISON,
    SERIES,
    LABELS,
    LOGITS,
    WEIGHTS,
    PROBABILITIES_A,
    PROBABILITIES_B,
    LOSS_A,
    LOSS_B,
    DIFFERENCE,
    GRADIENT_A,
    GRADIENT_B,
    /// Both losses at each position, as lines.
    LOSS_PER_POSITION,
    /// Every scalar reduction of both losses, as bars.
    REDUCED,
    /// Both losses as a function of one logit.
    CURVE,
    /// The boxes of both layouts in memory order.
    MEMORY,
    /// The labels in channels_first beside channels_last.
    LAYOUTS,
    /// The eleven comparisons of the equality lab, by where the numbers come from.
    EQUALITY;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this id.
    ///
    /// @throws IllegalArgumentException where there is none
    public static FigureKind of(String id) {
        return Arrays.stream(values())
                .filter(k -> k.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no figure is called " + id));
    }
}
