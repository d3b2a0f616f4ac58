package garim.paper;

import java.io.InputStream;

/**
 * A font file that comes with the program: Noto Sans KR under the SIL Open Font License, cut down to Latin, symbols and
 * all 11172 Hangul syllables ({@code docs/fonts.md}).
 */
public enum FontFile {
    /** For running text. */
    REGULAR("NotoSansKR-Regular.ttf"),
    /** For titles, headings, and text that is drawn on pictures. */
    BOLD("NotoSansKR-Bold.ttf");

    private final String resource;

    FontFile(String resource) {
        this.resource = resource;
    }

    /**
     * The bytes of the TrueType file; whoever opens it closes it.
     *
     * @throws PaperException FONT_MISSING when the program was built without it
     */
    public InputStream open() {
        InputStream stream = FontFile.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new PaperException(PaperErrorCode.FONT_MISSING, resource, "is not on the class path");
        }
        return stream;
    }
}
