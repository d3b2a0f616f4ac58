package garim.models;

import java.util.Objects;

/**
 * A packed file is one file inside a published package, pinned by its checksum.
 *
 * @param source the package
 * @param path name inside the archive, for example {@code package/model/a.bin}
 * @param sha256 checksum of the file, 64 hexadecimal digits
 */
public record PackedFile(PublishedPackage source, String path, String sha256) {
    public PackedFile {
        Objects.requireNonNull(source);
        Objects.requireNonNull(path);
        Checksum.requireSha256(sha256);
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
