package garim.paper;

import java.util.Locale;

/** The language of a document: what is said on every page without being asked for, and what readers of PDF are told. */
public enum PaperLanguage {
    /** English. */
    ENGLISH("en", "Page %d of %d"),
    /** Korean. */
    KOREAN("ko", "%d / %d쪽"),
    /** Indonesian. */
    INDONESIAN("id", "Halaman %d dari %d");

    private final String code;
    private final String pages;

    PaperLanguage(String code, String pages) {
        this.code = code;
        this.pages = pages;
    }

    /** The document language of a locale; English for languages that documents do not speak. */
    public static PaperLanguage of(Locale locale) {
        for (PaperLanguage language : values()) {
            if (language.locale().getLanguage().equals(locale.getLanguage())) {
                return language;
            }
        }
        return ENGLISH;
    }

    /** The same language for the JDK. */
    public Locale locale() {
        return Locale.of(code);
    }

    /** The two letters of ISO 639. */
    String code() {
        return code;
    }

    /** The page number as it stands at the foot of a page; both from 1. */
    String page(int number, int total) {
        return String.format(Locale.ROOT, pages, number, total);
    }
}
