package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose first line is a password. */
final class SecretFile {
    private SecretFile() {}

    /**
     * The password.
     *
     * @throws EngineException INPUT_MISSING when the file cannot be read
     */
    static String read(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "not readable as text", e);
        }
    }
}
