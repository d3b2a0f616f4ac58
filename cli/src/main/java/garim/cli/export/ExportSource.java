package garim.cli.export;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that is to be packed.
 *
 * @param name its name in the export; letters, digits, dots and hyphens
 * @param content where its bytes come from
 */
public record ExportSource(String name, Content content) {
    /** Where bytes come from. */
    public sealed interface Content {
        /** A file on disk, which may be large. */
        record OfFile(Path path) implements Content {
            public OfFile {
                Objects.requireNonNull(path);
            }
        }

        /** Bytes in memory. */
        final class OfBytes implements Content {
            private final byte[] bytes;

            OfBytes(byte[] bytes) {
                this.bytes = bytes.clone();
            }

            /** The bytes. */
            byte[] bytes() {
                return bytes.clone();
            }
        }
    }

    public ExportSource {
        Objects.requireNonNull(content);
        EntryNames.require(name);
    }

    /** A file on disk under another name. */
    public static ExportSource of(String name, Path file) {
        return new ExportSource(name, new Content.OfFile(file));
    }

    /** Bytes that were just made. */
    public static ExportSource of(String name, byte[] bytes) {
        return new ExportSource(name, new Content.OfBytes(bytes));
    }
}
