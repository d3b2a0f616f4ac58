package garim.paper;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A document is what is to be printed: the same document gives the same bytes.
 *
 * @param title stands large on the first page and small on the others
 * @param language of the page numbers, and of the text for readers of PDF
 * @param id tells this document from others; goes into the identifier that every PDF has
 * @param created time that the PDF names as that of its making
 * @param footer stands at the foot of every page, beside the page number; may be empty
 * @param blocks the content from top to bottom
 */
public record Document(
        String title, PaperLanguage language, String id, Instant created, String footer, List<Block> blocks) {
    public Document {
        Objects.requireNonNull(language);
        Objects.requireNonNull(id);
        Objects.requireNonNull(created);
        Objects.requireNonNull(footer);
        blocks = List.copyOf(blocks);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title");
        }
    }
}
