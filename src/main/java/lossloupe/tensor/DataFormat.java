package lossloupe.tensor;

import java.util.List;

/// TensorFlow's `data_format`: the order in which the axes are laid out in memory.
public enum DataFormat {
    CHANNELS_FIRST("channels_first", List.of(Axis.BATCH, Axis.CLASS, Axis.POSITION)),
    CHANNELS_LAST("channels_last", List.of(Axis.BATCH, Axis.POSITION, Axis.CLASS));

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that cannot be changed.
    private final List<Axis> axes;

    DataFormat(String id, List<Axis> axes) {
        this.id = id;
        this.axes = axes;
    }

    /// TensorFlow's word, as `channels_first`.
    public String id() {
        return id;
    }

    /// The axes of a batched array, outermost first.
    public List<Axis> axes() {
        return axes;
    }

    public DataFormat other() {
        return this == CHANNELS_FIRST ? CHANNELS_LAST : CHANNELS_FIRST;
    }
}
