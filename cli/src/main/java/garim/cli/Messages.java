package garim.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences that people read, in Korean, English or Indonesian. */
final class Messages {
    private static final String BUNDLE = "garim.cli.messages";

    /** The languages there are; the first one serves everybody else. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN, Locale.of("id"));

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = bundle(BUNDLE, locale);
    }

    /** The messages of a language, or English ones where there are none of it. */
    static Messages of(Locale locale) {
        return new Messages(locale);
    }

    /** The bundle of a name in a language; the language of the machine plays no part. */
    static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    /** The sentence of a key with its places filled. */
    String text(String key, Object... values) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(values);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no message " + key, e);
        }
    }
}
