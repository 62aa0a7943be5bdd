package lossloupe.view;

import lossloupe.app.AppModel;

/// What every pane is given: the model, the words and the looks.
public record Ui(AppModel model, Texts texts, Looks looks) {
    /// What the window calls the document: the name of its session file once it has one, else its own.
    public String title() {
        var file = model.store().fileProperty().get();
        return file == null ? texts.documentName(model.document().name()) : String.valueOf(file.getFileName());
    }
}
