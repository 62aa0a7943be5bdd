package lossloupe.view.dialog;
final class ImportDialog { ImportDialog(lossloupe.view.Ui ui, lossloupe.io.ImportPlan p){} Card card(java.util.function.Consumer<lossloupe.io.ImportPlan> c){ return new Card("import", new javafx.beans.property.SimpleStringProperty("")); } }
