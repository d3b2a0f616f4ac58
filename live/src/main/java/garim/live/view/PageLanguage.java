package garim.live.view;

import garim.live.health.EventSentences;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the language of the page: what the address asks for, else what was chosen last, else what the browser prefers. */
final class PageLanguage {
    private static final List<String> KNOWN =
            EventSentences.LANGUAGES.stream().map(Locale::getLanguage).toList();

    private PageLanguage() {}

    /** One of the known languages, of {@code ko-KR} as of {@code ko}; empty for others. */
    static Optional<String> known(String tag) {
        String language = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        // Indonesian had another code once, and old machines still send it.
        String today = language.equals("in") ? "id" : language;
        return Optional.of(today).filter(KNOWN::contains);
    }

    /**
     * The language of a page.
     *
     * @param asked in the address
     * @param chosen last time
     * @param accepted the header {@code Accept-Language}
     */
    static String of(Optional<String> asked, Optional<String> chosen, Optional<String> accepted) {
        return asked.flatMap(PageLanguage::known)
                .or(() -> chosen.flatMap(PageLanguage::known))
                .or(() -> accepted.flatMap(PageLanguage::preferred))
                .orElse(KNOWN.getFirst());
    }

    private static Optional<String> preferred(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> known(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
