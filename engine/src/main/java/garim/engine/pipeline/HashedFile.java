package garim.engine.pipeline;

import java.nio.file.Path;

/** A hashed file is a file with the SHA-256 that it had when it was read, so that several may check it after one reading. */
public final class HashedFile {
    private final Path path;
    private final String sha256;

    private HashedFile(Path path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /** Reads a file through; INPUT_MISSING when it cannot be read. */
    public static HashedFile of(Path path) {
        return new HashedFile(path, FileHash.sha256(path));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Its hash in lower-case hex. */
    public String sha256() {
        return sha256;
    }
}
