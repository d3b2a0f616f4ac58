package garim.live.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the keys of one section, one after the other. What cannot be understood becomes a problem and counts as absent, so that
 * the rest is read too. {@link #close} finds the keys that nobody took.
 */
final class SectionReader {
    /** A key so many letters away from a known one is probably that one. */
    private static final int CLOSE = 3;

    private final ConfigNode.Section section;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    SectionReader(ConfigNode.Section section, Problems problems) {
        this.section = section;
        this.problems = problems;
    }

    int line() {
        return section.line();
    }

    int lineOf(String key) {
        return section.lineOf(key);
    }

    void problem(String key, String text) {
        problems.add(section.lineOf(key), "\"" + key + "\": " + text);
    }

    /** A value that a function understands; IllegalArgumentException of it is the problem. */
    <T> Optional<T> value(String key, Function<String, T> meaning) {
        known.add(key);
        return switch (section.entries().get(key)) {
            case null -> Optional.empty();
            case ConfigNode.Value(int line, String text) -> understood(key, text, meaning);
            default -> {
                problem(key, "write one value");
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> understood(String key, String text, Function<String, T> meaning) {
        if (text.isBlank()) {
            problem(key, "nothing stands behind it");
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.apply(text.strip()));
        } catch (IllegalArgumentException e) {
            problem(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    Optional<String> text(String key) {
        return value(key, text -> text);
    }

    Optional<Integer> number(String key, int least, int most) {
        return value(key, text -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException("write a number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        });
    }

    /** A word of a list; case plays no part. */
    <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
        return value(key, text -> {
            for (E word : words.getEnumConstants()) {
                if (word.name().equalsIgnoreCase(text)) {
                    return word;
                }
            }
            throw new IllegalArgumentException("\"" + text + "\" is none of "
                    + List.of(words.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
        });
    }

    /** True when a key does not stand there at all. */
    boolean isMissing(String key) {
        return !section.entries().containsKey(key);
    }

    /** Several values: a list, or one text with commas. */
    List<String> texts(String key) {
        return texts(key, true);
    }

    /**
     * Several values.
     *
     * @param isSplit true when one text with commas is several of them
     */
    List<String> texts(String key, boolean isSplit) {
        known.add(key);
        List<String> texts = new ArrayList<>();
        switch (section.entries().get(key)) {
            case null -> {}
            case ConfigNode.Value(int line, String text) ->
                List.of(isSplit ? text.split(",") : new String[] {text}).forEach(part -> texts.add(part.strip()));
            case ConfigNode.Items(int line, List<ConfigNode> items) -> items.forEach(item -> add(key, item, texts));
            case ConfigNode.Section other -> problem(key, "write a list");
        }
        return texts;
    }

    private void add(String key, ConfigNode item, List<String> texts) {
        if (item instanceof ConfigNode.Value(int line, String text)) {
            texts.add(text);
        } else {
            problems.add(item.line(), "\"" + key + "\": write single values");
        }
    }

    /** The section behind a key. */
    Optional<SectionReader> section(String key) {
        known.add(key);
        return switch (section.entries().get(key)) {
            case null -> Optional.empty();
            case ConfigNode.Section inner -> Optional.of(new SectionReader(inner, problems));
            default -> {
                problem(key, "write keys below it");
                yield Optional.empty();
            }
        };
    }

    /** The sections of a list behind a key. */
    List<SectionReader> sections(String key) {
        known.add(key);
        List<SectionReader> sections = new ArrayList<>();
        switch (section.entries().get(key)) {
            case null -> {}
            case ConfigNode.Items(int line, List<ConfigNode> items) ->
                items.forEach(item -> addSection(key, item, sections));
            default -> problem(key, "write a list: lines that begin with \"- \"");
        }
        return sections;
    }

    private void addSection(String key, ConfigNode item, List<SectionReader> sections) {
        if (item instanceof ConfigNode.Section inner) {
            sections.add(new SectionReader(inner, problems));
        } else {
            problems.add(item.line(), "\"" + key + "\": write keys, as in \"- name: gate\"");
        }
    }

    /** Every key that nobody asked for is a problem. */
    void close() {
        section.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(
                        section.lineOf(key),
                        "\"" + key + "\" is not known"
                                + nearest(key)
                                        .map(near -> "; do you mean \"" + near + "\"?")
                                        .orElse("; the keys are " + known)));
    }

    private Optional<String> nearest(String key) {
        return known.stream()
                .filter(candidate -> distance(key, candidate) <= CLOSE)
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)));
    }

    /** Letters to change, add or take away to come from one word to the other (Levenshtein, 1965). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[to.length()];
    }
}
