package garim.cli.export;

import java.util.Objects;

/**
 * A packed file is one file in an export.
 *
 * @param name its name in the export, which says what it is and nothing else, for anybody can read it without the password
 * @param from the name that it had before
 * @param bytes its size
 * @param sha256 of its bytes in lower-case hex
 */
public record PackedFile(String name, String from, long bytes, String sha256) {
    public PackedFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(from);
        Objects.requireNonNull(sha256);
    }
}
