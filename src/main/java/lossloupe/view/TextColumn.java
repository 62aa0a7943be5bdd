package lossloupe.view;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/// A column of text under a heading that follows the language; in the order of the rows, which no click changes.
public final class TextColumn {
    private TextColumn() {}

    /// A column of rows of a table.
    ///
    /// @param key of its heading
    public static <R> TableColumn<R, String> of(Texts texts, String key, double width, Function<R, String> text) {
        var column = new TableColumn<R, String>();
        column.textProperty().bind(texts.of(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        return column;
    }
}
