package garim.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.pipeline.FileHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
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
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            try {
                Map<String, Object> line = new LinkedHashMap<>(facts);
                line.put("before", channel.size() == 0 ? "" : FileHash.sha256(file));
                byte[] text = (separator(channel) + new ObjectMapper().writeValueAsString(line) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                channel.position(channel.size());
                ByteBuffer bytes = ByteBuffer.wrap(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } finally {
                lock.release();
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    /** A line that a power cut tore is closed, and stays to be seen. */
    private String separator(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return "";
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n' ? "" : "\n";
    }
}
