package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.live.store.ChainedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The book of lifts beside a sidecar: one JSON object a line, only ever appended to. Each line carries the hash of the whole
 * book before it, so that a line that was changed or taken out is found, unless it was the last.
 */
final class LiftLog {
    /** What its name has after that of the sidecar. */
    static final String ENDING = ".lifts.jsonl";

    private final Path file;

    /** The book of a sidecar. */
    LiftLog(Path sidecar) {
        this.file = sidecar.resolveSibling(sidecar.getFileName() + ENDING);
    }

    /** The book itself. */
    Path file() {
        return file;
    }

    /** Adds a line, which is on the disk when this returns. */
    void append(Map<String, Object> facts) {
        try {
            new ChainedLog(file).append(facts);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }
}
