package garim.paper;

import java.util.List;
import java.util.Objects;

/** A block is one part of a document, as wide as the page; line feeds in a text begin new lines. */
public sealed interface Block {
    /** A heading; it stays on the page of what follows. */
    record Heading(String text) implements Block {
        public Heading {
            Objects.requireNonNull(text);
        }
    }

    /** Running text. */
    record Paragraph(String text) implements Block {
        public Paragraph {
            Objects.requireNonNull(text);
        }
    }

    /** A boxed sentence that nobody is to overlook. */
    record Notice(Tone tone, String text) implements Block {
        public Notice {
            Objects.requireNonNull(tone);
            Objects.requireNonNull(text);
        }
    }

    /** What a notice says at first sight, by the colour of its bar. */
    enum Tone {
        /** Blue: to be known. */
        NEUTRAL,
        /** Green: as it should be. */
        GOOD,
        /** Red: to be minded. */
        WARNING
    }

    /** Names and values, one pair a row. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name and its value. */
    record Fact(String name, String value) {
        public Fact {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    /**
     * A table, whose head is repeated on every page.
     *
     * @param columns at least one
     * @param rows each with one text for every column
     */
    record Table(List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int wanted = columns.size();
            if (wanted == 0 || rows.stream().anyMatch(row -> row.size() != wanted)) {
                throw new IllegalArgumentException("a table needs columns, and rows of " + wanted + " texts");
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param head what stands above it on every page
     * @param weight its width against that of the others, positive
     * @param side where its texts stand
     */
    record Column(String head, double weight, Side side) {
        public Column {
            Objects.requireNonNull(head);
            Objects.requireNonNull(side);
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("column " + head + " needs a positive weight");
            }
        }

        /** A column of words. */
        public Column(String head, double weight) {
            this(head, weight, Side.LEFT);
        }
    }

    /** Where the texts of a column stand. */
    enum Side {
        /** Words. */
        LEFT,
        /** Numbers. */
        RIGHT
    }
}
