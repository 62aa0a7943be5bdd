package lossloupe.document;

/// Whether classes may share a position. It rules what painting may do, and it is the question «sigmoid or softmax».
public enum LabelMode {
    OVERLAPPING,
    EXCLUSIVE
}
