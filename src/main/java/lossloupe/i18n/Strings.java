package lossloupe.i18n;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one language. API names, formulas and shapes are not translated and do not come from here.
public final class Strings {
    /// The languages there are, the first being the fallback.
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Strings(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "lossloupe.i18n.strings",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Japanese for any Japanese locale, English for every other.
    public static Strings of(Locale locale) {
        return new Strings(
                locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /// The text of `key` with `{0}`, `{1}`, … filled in (as [MessageFormat]); numbers are not grouped unless asked
    /// for.
    public String text(String key, Object... args) {
        var pattern = bundle.getString(key);
        return args.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, Locale.ROOT).format(args);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
