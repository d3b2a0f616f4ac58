package garim.engine.resume;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * A record log is a file of records of which a later run reads what an earlier one wrote, and then goes on writing.
 *
 * <p>Each record is its length (4 bytes), the CRC-32 of its bytes (4 bytes) and its bytes. The first one is the identity of
 * the job: a log of another job is emptied. What a kill left of a record is cut off. Used by one thread.
 */
public final class RecordLog implements AutoCloseable {
    private static final int HEAD_BYTES = 8;
    private static final int LARGEST = 256 << 20;

    private final Path file;
    private final FileChannel channel;
    private final DataInputStream earlier;
    private boolean isReplaying = true;
    private long good;

    private RecordLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
        earlier = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
    }

    /**
     * Opens the log of a job.
     *
     * @param identity tells one job from another; a job with another identity has nothing to go on from
     * @throws EngineException OUTPUT_FAILED when the file cannot be read or written
     */
    public static RecordLog open(Path file, byte[] identity) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            RecordLog log = new RecordLog(file, channel);
            if (log.next(first -> Arrays.equals(first, identity)).isEmpty()) {
                log.append(identity);
            }
            return log;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** The next record that an earlier run wrote; empty when there is none, and from then on. */
    public Optional<byte[]> next() {
        return next(record -> true);
    }

    /** As the other one, if the record is wanted; one that is not ends the reading, and goes with what follows it. */
    public Optional<byte[]> next(Predicate<byte[]> isWanted) {
        if (!isReplaying) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> record = readRecord().filter(isWanted);
            record.ifPresent(bytes -> good += HEAD_BYTES + bytes.length);
            isReplaying = record.isPresent();
            return record;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private Optional<byte[]> readRecord() throws IOException {
        byte[] head = earlier.readNBytes(HEAD_BYTES);
        if (head.length < HEAD_BYTES) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(head);
        int length = fields.getInt();
        int crc = fields.getInt();
        if (length < 0 || length > LARGEST) {
            return Optional.empty();
        }
        byte[] bytes = earlier.readNBytes(length);
        return bytes.length == length && crc(bytes) == crc ? Optional.of(bytes) : Optional.empty();
    }

    /**
     * Writes a record after those that {@link #next()} gave; earlier ones that it did not give are lost.
     *
     * @throws EngineException OUTPUT_FAILED, for example when the disk is full
     */
    public void append(byte[] record) {
        try {
            if (isReplaying || channel.position() != good) {
                isReplaying = false;
                channel.truncate(good);
                channel.position(good);
            }
            ByteBuffer all = ByteBuffer.allocate(HEAD_BYTES + record.length)
                    .putInt(record.length)
                    .putInt(crc(record))
                    .put(record)
                    .flip();
            while (all.hasRemaining()) {
                channel.write(all);
            }
            good += HEAD_BYTES + record.length;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static EngineException failed(Path file, IOException cause) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), cause.toString(), cause);
    }
}
