package garim.cli.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reasons that a reviewer may give, each a code with its name by language.
 *
 * @param names names by language under each code, in the order in which they are offered; at least one code
 */
public record Reasons(Map<String, Map<String, String>> names) {
    private static final String FILE = "reasons.yaml";
    private static final Set<String> LANGUAGES = Set.of("en", "ko", "id");

    public Reasons {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        names.forEach((code, texts) -> copy.put(requireCode(code), requireTexts(code, texts)));
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("there is no reason in the list");
        }
        names = Collections.unmodifiableMap(copy);
    }

    /** The list as it is written. */
    private record Written(Map<String, Map<String, String>> reasons) {}

    /** The reasons that come with the program. */
    public static Reasons usual() {
        try (InputStream in = Reasons.class.getResourceAsStream("/garim/cli/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its reasons");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Reasons(SettingsText.read(FILE, text, Written.class).reasons());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes, in the order in which they are offered. */
    public List<String> codes() {
        return List.copyOf(names.keySet());
    }

    /**
     * Checks that a code is in the list.
     *
     * @throws SettingsException REASON_UNKNOWN when it is not
     */
    public String require(String code) {
        if (!names.containsKey(code)) {
            throw new SettingsException(SettingsErrorCode.REASON_UNKNOWN, code, String.join(", ", codes()));
        }
        return code;
    }

    /** What a code is called in a language; in English where it has no name in it, and the code itself where it has none. */
    public String name(String code, Locale locale) {
        Map<String, String> texts = names.getOrDefault(code, Map.of());
        return texts.getOrDefault(locale.getLanguage(), texts.getOrDefault("en", code));
    }

    private static String requireCode(String code) {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 40) {
            throw new IllegalArgumentException(
                    "at \"reasons\": \"" + code + "\" is no code; write small letters, digits and hyphens");
        }
        return code;
    }

    private static Map<String, String> requireTexts(String code, Map<String, String> texts) {
        if (texts == null || !LANGUAGES.containsAll(texts.keySet()) || texts.containsValue(null)) {
            throw new IllegalArgumentException("at \"reasons." + code + "\": write names under en, ko and id"
                    + (texts == null ? "" : ", not under " + new TreeSet<>(texts.keySet())));
        }
        return Map.copyOf(texts);
    }
}
