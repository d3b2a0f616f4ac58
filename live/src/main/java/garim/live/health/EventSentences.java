package garim.live.health;

import garim.live.LiveEvent;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences for events, in English, Korean and Indonesian. */
public final class EventSentences {
    /** The languages there are; the first one serves everybody else. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN, Locale.of("id"));

    private static final String BUNDLE = "garim.live.events";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** Sentences in a language, or in English where there are none of it. */
    public EventSentences(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence for an event, with the name of the camera. */
    public String of(LiveEvent event) {
        Object[] values = new Object[event.details().size() + 1];
        values[0] = event.camera();
        for (int i = 0; i < event.details().size(); i++) {
            values[i + 1] = word(event.details().get(i));
        }
        return new MessageFormat(bundle.getString(event.kind().name()), locale).format(values);
    }

    /** Reasons are words of the program, which have a translation; everything else is what it is. */
    private String word(String detail) {
        try {
            return detail.matches("[a-z-]+") ? bundle.getString("word." + detail) : detail;
        } catch (MissingResourceException e) {
            return detail;
        }
    }
}
