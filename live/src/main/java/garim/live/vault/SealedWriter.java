package garim.live.vault;

import garim.engine.media.CodedPacket;
import garim.live.store.Disk;
import garim.live.store.GrowingFile;
import garim.live.store.OpenSegment;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A sealed segment while it is written. Pictures wait in memory until a chunk of them is sealed: at each key picture, each
 * second, and each 256 kB.
 */
final class SealedWriter implements OpenSegment {
    private static final int CHUNK_BYTES = 256 << 10;
    private static final double CHUNK_SECONDS = 1;
    private static final double FORCE_SECONDS = 5;

    private final SealedHeader header;
    private final ChunkSeal seal;
    private final byte[] head;
    private final GrowingFile file;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private final long first;
    private long chunkBegin;
    private long forced;
    private int inChunk;
    private long chunks;
    private int pictures;

    SealedWriter(Path path, Disk disk, SealedHeader header, ChunkSeal seal, byte[] head, long first)
            throws IOException {
        this.header = header;
        this.seal = seal;
        this.head = head.clone();
        this.first = first;
        Files.createDirectories(path.getParent());
        file = new GrowingFile(path, disk);
    }

    @Override
    public void write(CodedPacket packet, Instant taken) throws IOException {
        long at = packet.decodedAt() - first;
        boolean full = chunk.size() >= CHUNK_BYTES || seconds(at - chunkBegin) >= CHUNK_SECONDS;
        if (inChunk > 0 && (packet.key() || full)) {
            flush(at);
        }
        chunkBegin = inChunk == 0 ? at : chunkBegin;
        inChunk++;
        put(packet, taken);
    }

    private void put(CodedPacket packet, Instant taken) throws IOException {
        ByteBuffer data = packet.data();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        DataOutputStream out = new DataOutputStream(chunk);
        out.writeLong(taken.getEpochSecond());
        out.writeInt(taken.getNano());
        out.writeLong(packet.shownAt());
        out.writeLong(packet.decodedAt());
        out.writeLong(packet.lasts());
        out.writeBoolean(packet.key());
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void flush(long at) throws IOException {
        int added = inChunk;
        byte[] clear = chunk.toByteArray();
        chunk.reset();
        inChunk = 0;
        begin();
        file.append(seal.seal(chunks, false, clear));
        chunks++;
        pictures += added;
        if (seconds(at - forced) >= FORCE_SECONDS) {
            forced = at;
            file.force();
        }
    }

    private void begin() throws IOException {
        if (chunks == 0) {
            ByteBuffer told = seal.seal(0, false, header.bytes());
            file.append(ByteBuffer.allocate(head.length + told.remaining())
                    .put(head)
                    .put(told)
                    .flip());
            chunks = 1;
        }
    }

    private double seconds(long ticks) {
        return header.stream().timeBase().seconds(ticks);
    }

    @Override
    public Duration lengthUpTo(CodedPacket packet) {
        return Duration.ofMillis(Math.round(1000 * seconds(packet.decodedAt() - first)));
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public void finish() throws IOException {
        if (inChunk > 0) {
            flush(forced);
        }
        begin();
        byte[] count = ByteBuffer.allocate(Integer.BYTES).putInt(pictures).array();
        file.append(seal.seal(chunks, true, count));
        file.force();
        close();
    }

    @Override
    public void abandon() throws IOException {
        close();
        if (pictures == 0) {
            Files.deleteIfExists(file.path());
        }
    }

    private void close() throws IOException {
        chunk.reset();
        seal.forget();
        file.close();
    }
}
