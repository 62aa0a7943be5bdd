package lossloupe.view;

import lossloupe.app.AppModel;

/// What every pane is given: the model, the words and the looks.
public record Ui(AppModel model, Texts texts, Looks looks) {}
