package garim.cli.settings;

import garim.engine.frame.MaskRule;
import garim.engine.frame.TargetKind;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A profile says what is masked at a kind of place, how, and why.
 *
 * @param name one word
 * @param summary what the place is, by language; may be empty
 * @param why the reasons, by language; may be empty
 * @param rules how each kind of target is covered; others are not masked
 * @param heads whose heads are looked for
 * @param reasons the reasons that a reviewer may give
 */
public record Profile(
        String name,
        Map<String, String> summary,
        Map<String, String> why,
        Map<TargetKind, MaskRule> rules,
        Heads heads,
        Reasons reasons) {
    public Profile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(heads);
        Objects.requireNonNull(reasons);
        summary = Map.copyOf(summary);
        why = Map.copyOf(why);
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }

    /** What the place is, in a language, in English, or not at all. */
    public String summary(Locale locale) {
        return text(summary, locale);
    }

    /** The reasons, in a language, in English, or not at all. */
    public String why(Locale locale) {
        return text(why, locale);
    }

    private static String text(Map<String, String> texts, Locale locale) {
        return texts.getOrDefault(locale.getLanguage(), texts.getOrDefault("en", ""));
    }
}
