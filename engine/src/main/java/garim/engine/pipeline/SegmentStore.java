package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.media.CodedPacket;
import garim.engine.resume.RecordLog;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A segment store keeps the packets of segments in a work folder, a file for each. A file has its name only when the segment
 * is whole and on the disk. Segments may be written from several threads, each by one.
 */
final class SegmentStore {
    private static final int PACKET_HEAD_BYTES = 25;

    /** Begins the last record, as 0 and 1 begin those of packets. */
    private static final byte END = 2;

    private final WorkFolder folder;
    private final byte[] identity;

    /**
     * A store for one way to write one file.
     *
     * @param identity tells it from others, whose segments are of no use
     */
    SegmentStore(WorkFolder folder, byte[] identity) {
        this.folder = folder;
        this.identity = identity.clone();
    }

    /** What is known of a segment that is whole; empty when it is yet to be written. */
    Optional<SegmentEnd> find(Segment segment) {
        return Files.exists(whole(segment)) ? read(segment, packet -> {}) : Optional.empty();
    }

    /**
     * Hands on the packets of a segment.
     *
     * @return empty when it is not whole, or of another job; what was handed on is then of no use
     */
    Optional<SegmentEnd> read(Segment segment, Consumer<CodedPacket> receiver) {
        try (RecordLog log = RecordLog.open(whole(segment), identity(segment))) {
            Optional<byte[]> record = log.next();
            while (record.isPresent()) {
                Optional<byte[]> next = log.next();
                if (next.isEmpty()) {
                    return record.filter(SegmentStore::isEnd).map(SegmentStore::end);
                }
                receiver.accept(packet(record.get()));
                record = next;
            }
            return Optional.empty();
        }
    }

    /** Begins a segment, whatever there was of it. */
    Recorder begin(Segment segment) {
        return new Recorder(segment);
    }

    /** Notes that segments from here on are of a file that is read from its beginning, because its midst cannot be trusted. */
    void noteInOrder() {
        try (RecordLog log = inOrder()) {
            log.append(new byte[1]);
        }
    }

    /** True when that was noted for the same job. */
    boolean isInOrder() {
        try (RecordLog log = inOrder()) {
            return log.next().isPresent();
        }
    }

    private RecordLog inOrder() {
        return RecordLog.open(folder.file("in-order"), identity);
    }

    /** Forgets a segment. */
    void discard(Segment segment) {
        delete(whole(segment));
    }

    private Path whole(Segment segment) {
        return folder.file("segment-%06d".formatted(segment.number()));
    }

    private byte[] identity(Segment segment) {
        return ByteBuffer.allocate(identity.length + 8)
                .put(identity)
                .putInt(segment.first())
                .putInt(segment.end())
                .array();
    }

    /** Writes one segment. */
    final class Recorder implements AutoCloseable {
        private final Path whole;
        private final Path part;
        private final RecordLog log;

        private Recorder(Segment segment) {
            whole = whole(segment);
            part = whole.resolveSibling(whole.getFileName() + ".part");
            delete(part);
            log = RecordLog.open(part, identity(segment));
        }

        /** Keeps the next packet. */
        void add(CodedPacket packet) {
            ByteBuffer data = packet.data();
            log.append(ByteBuffer.allocate(PACKET_HEAD_BYTES + data.remaining())
                    .put((byte) (packet.key() ? 1 : 0))
                    .putLong(packet.shownAt())
                    .putLong(packet.decodedAt())
                    .putLong(packet.lasts())
                    .put(data)
                    .array());
        }

        /** The segment is whole: brings it to the disk and gives it its name. */
        void finish(SegmentEnd end) {
            byte[] bytes = end.toBytes();
            log.append(ByteBuffer.allocate(1 + bytes.length).put(END).put(bytes).array());
            log.close();
            try {
                WholeFile.publish(part, whole);
            } catch (IOException e) {
                throw failed(part, e);
            }
        }

        @Override
        public void close() {
            log.close();
        }
    }

    private static boolean isEnd(byte[] record) {
        return record.length > 0 && record[0] == END;
    }

    private static SegmentEnd end(byte[] record) {
        return SegmentEnd.of(Arrays.copyOfRange(record, 1, record.length));
    }

    private static CodedPacket packet(byte[] record) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        boolean isKey = bytes.get() == 1;
        return new CodedPacket(
                bytes.slice(PACKET_HEAD_BYTES, record.length - PACKET_HEAD_BYTES),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                isKey);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static EngineException failed(Path file, IOException cause) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), cause.toString(), cause);
    }
}
