package lossloupe.view;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import lossloupe.i18n.Strings;

/// The words of the window in the language now chosen. What is bound to them changes with the language at once.
public final class Texts {
    private final ObjectBinding<Strings> strings;

    public Texts(ObservableValue<Locale> locale) {
        strings = Bindings.createObjectBinding(() -> Strings.of(locale.getValue()), locale);
    }

    /// The words now; listen to it where texts are put together by hand.
    public ObservableValue<Strings> stringsProperty() {
        return strings;
    }

    /// The text of a key, following the language.
    public StringBinding of(String key) {
        return Bindings.createStringBinding(() -> strings.get().text(key), strings);
    }

    /// The text of a key in the language now chosen.
    public String now(String key, Object... args) {
        return strings.get().text(key, args);
    }

    /// The name of a document: samples are named in the person's language, files by themselves.
    public String documentName(String name) {
        var key = "document." + name;
        return strings.get().has(key) ? now(key) : name;
    }
}
