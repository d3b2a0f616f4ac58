package garim.live.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A chained log is a book of acts: one JSON object a line, only ever appended to. Each line carries the SHA-256 of the whole
 * book before it, so that a line that was changed or taken out is found, unless it was the last.
 *
 * @param file the book; made with its first line
 */
public record ChainedLog(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEFORE = "before";

    /**
     * Adds a line, which is on the disk when this returns. Programs that write at the same time wait for each other.
     *
     * @throws IOException when it cannot be written
     */
    public void append(Map<String, Object> facts) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            try {
                byte[] book = Files.readAllBytes(file);
                Map<String, Object> line = new LinkedHashMap<>(facts);
                line.put(BEFORE, book.length == 0 ? "" : hex(sha256().digest(book)));
                // A line that a power cut tore is closed, and stays to be seen.
                String separator = book.length == 0 || book[book.length - 1] == '\n' ? "" : "\n";
                ByteBuffer bytes = ByteBuffer.wrap(
                        (separator + JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
                channel.position(channel.size());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } finally {
                lock.release();
            }
        }
    }

    /**
     * The number of the first line, from 1, that does not fit what is before it; empty when the book is whole or there is none.
     *
     * @throws IOException when it cannot be read
     */
    public OptionalInt firstBroken() throws IOException {
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        List<String> lines = List.of(Files.readString(file).split("(?<=\n)", -1));
        MessageDigest sum = sha256();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && !fits(line, i == 0 ? "" : hex(copy(sum).digest()))) {
                return OptionalInt.of(i + 1);
            }
            sum.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return OptionalInt.empty();
    }

    private static boolean fits(String line, String before) {
        try {
            return line.endsWith("\n")
                    && JSON.readTree(line).path(BEFORE).asText("-").equals(before);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
