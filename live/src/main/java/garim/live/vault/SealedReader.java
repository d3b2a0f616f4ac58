package garim.live.vault;

import garim.engine.media.CodedPacket;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** Reads a sealed segment up to the first thing that is not as it was sealed. */
final class SealedReader implements AutoCloseable {
    /** How a segment ends. */
    enum Ending {
        /** Everything that was sealed is there. */
        WHOLE,
        /** The end is missing: the program was killed, or somebody cut the file. */
        CUT,
        /** Something was changed; nothing after it can be believed. */
        CHANGED
    }

    /** Takes the pictures of a segment. */
    interface Taker {
        void take(CodedPacket packet, Instant taken) throws IOException;
    }

    private static final int LARGEST_CHUNK = 256 << 20;
    private static final int TAG_BYTES = 16;

    private final DataInputStream in;
    private final byte[] head;

    SealedReader(Path file) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        head = in.readNBytes(ChunkSeal.headBytes());
    }

    /** True when the file begins as one of this vault. */
    boolean isOf(VaultIdentity vault) {
        byte[] magic = ChunkSeal.MAGIC.getBytes(StandardCharsets.US_ASCII);
        return head.length == ChunkSeal.headBytes()
                && Arrays.equals(Arrays.copyOf(head, magic.length), magic)
                && Arrays.equals(
                        Arrays.copyOfRange(head, magic.length, magic.length + ChunkSeal.HASH_BYTES), vault.hash());
    }

    /** The id of the day key it was sealed with, in hex; empty when the file is too short to tell. */
    String keyId() {
        int at = ChunkSeal.MAGIC.length() + ChunkSeal.HASH_BYTES;
        return head.length < at + DayKey.ID_BYTES ? "" : HexFormat.of().formatHex(head, at, at + DayKey.ID_BYTES);
    }

    /** A chunk that holds. */
    private static final class Chunk {
        private final byte[] clear;
        private final boolean last;

        Chunk(byte[] clear, boolean last) {
            this.clear = clear;
            this.last = last;
        }
    }

    /** What came of reading: what the segment is, when its first chunk could be opened, and how it ends. */
    record Reading(Optional<SealedHeader> header, Ending ending) {}

    /** Tells a taker, who is made when it is known what the segment is, of all pictures that are as they were sealed. */
    Reading read(DayKey day, Function<SealedHeader, Taker> takers) throws IOException {
        ChunkSeal seal = new ChunkSeal(day, head);
        try {
            return read(seal, takers);
        } finally {
            seal.forget();
        }
    }

    private Reading read(ChunkSeal seal, Function<SealedHeader, Taker> takers) throws IOException {
        Optional<SealedHeader> header = Optional.empty();
        try {
            Optional<Chunk> chunk = next(seal, 0);
            if (chunk.isEmpty() || chunk.get().last) {
                return new Reading(header, Ending.CHANGED);
            }
            header = Optional.of(SealedHeader.read(chunk.get().clear));
            Taker taker = takers.apply(header.get());
            long number = 1;
            chunk = next(seal, number);
            while (chunk.isPresent() && !chunk.get().last) {
                hand(chunk.get().clear, taker);
                number++;
                chunk = next(seal, number);
            }
            boolean ended = chunk.isPresent() && in.read() < 0;
            return new Reading(header, ended ? Ending.WHOLE : Ending.CHANGED);
        } catch (EOFException e) {
            return new Reading(header, Ending.CUT);
        }
    }

    /** The next chunk; empty when it is not as it was sealed. */
    private Optional<Chunk> next(ChunkSeal seal, long number) throws IOException {
        int length = in.readInt();
        boolean last = (length & ChunkSeal.LAST) != 0;
        int bytes = length & ~ChunkSeal.LAST;
        if (bytes < TAG_BYTES || bytes > LARGEST_CHUNK) {
            return Optional.empty();
        }
        byte[] hidden = in.readNBytes(bytes);
        if (hidden.length < bytes) {
            throw new EOFException();
        }
        return seal.open(number, last, hidden).map(clear -> new Chunk(clear, last));
    }

    private static void hand(byte[] clear, Taker taker) throws IOException {
        DataInputStream packets = new DataInputStream(new ByteArrayInputStream(clear));
        while (packets.available() > 0) {
            Instant taken = Instant.ofEpochSecond(packets.readLong(), packets.readInt());
            long shown = packets.readLong();
            long decoded = packets.readLong();
            long lasts = packets.readLong();
            boolean key = packets.readBoolean();
            byte[] data = packets.readNBytes(packets.readInt());
            taker.take(new CodedPacket(ByteBuffer.wrap(data), shown, decoded, lasts, key), taken);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
