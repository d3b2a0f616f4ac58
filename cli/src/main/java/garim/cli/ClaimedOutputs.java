package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The outputs of one run; two inputs never write the same one, not even with {@code --force}. */
final class ClaimedOutputs {
    private final Set<Path> claimed = new HashSet<>();

    /** Returns the output if nobody claimed it before. */
    Path claim(Path output) {
        if (!claimed.add(output.toAbsolutePath().normalize())) {
            throw new EngineException(
                    ErrorCode.OUTPUT_EXISTS, output.toString(), "another input of this run is written there");
        }
        return output;
    }
}
