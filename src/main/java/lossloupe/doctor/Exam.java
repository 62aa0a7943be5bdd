package lossloupe.doctor;

import java.util.List;

/// One question about a document.
interface Exam {
    List<Finding> of(Patient patient);
}
