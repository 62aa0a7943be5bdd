package lossloupe.i18n;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
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

    /// The text of `key` with `{0}`, `{1}`, … filled in (as [MessageFormat]). Thousands are set apart from 10,000
    /// on, wherever a count is written.
    public String text(String key, Object... args) {
        var pattern = bundle.getString(key);
        if (args.length == 0) {
            return pattern.replace("''", "'");
        }
        var format = new MessageFormat(pattern, Locale.ROOT);
        var asked = format.getFormatsByArgumentIndex();
        var shown = args.clone();
        for (int i = 0; i < Math.min(asked.length, shown.length); i++) {
            if (asked[i] == null && shown[i] instanceof Number number) {
                shown[i] = plain(number);
            }
        }
        return format.format(shown);
    }

    private static String plain(Number number) {
        boolean isLong = Math.abs(number.doubleValue()) >= 10_000;
        return new DecimalFormat(isLong ? "#,##0.###" : "0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
