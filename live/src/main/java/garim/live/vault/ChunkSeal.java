package garim.live.vault;

import garim.engine.seal.Gcm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the chunks of a segment are sealed: AES-256-GCM under the key of the segment, the number of the chunk as nonce; bound to
 * the head of the file, the number, and whether it is the last. So none can be changed, moved, doubled or left out, and a
 * file that lacks its end shows it.
 */
final class ChunkSeal {
    static final String MAGIC = "GARIM SEALED VIDEO 1\n";
    static final int LAST = 1 << 31;
    static final int HASH_BYTES = 32;
    static final int SEGMENT_BYTES = 16;

    private final byte[] key;
    private final byte[] head;

    ChunkSeal(DayKey day, byte[] head) {
        this.head = head.clone();
        key = day.forSegment(head);
    }

    /** The open head of a file: what it belongs to. */
    static byte[] head(byte[] vaultHash, byte[] keyId, byte[] segmentId) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(headBytes())
                .put(magic)
                .put(vaultHash)
                .put(keyId)
                .put(segmentId)
                .array();
    }

    static int headBytes() {
        return MAGIC.length() + HASH_BYTES + DayKey.ID_BYTES + SEGMENT_BYTES;
    }

    /** A chunk as it is written: its length with the mark of the last one, and its sealed bytes. */
    ByteBuffer seal(long number, boolean last, byte[] clear) {
        byte[] hidden = Gcm.seal(key, number, bound(number, last), clear);
        return ByteBuffer.allocate(Integer.BYTES + hidden.length)
                .putInt(hidden.length | (last ? LAST : 0))
                .put(hidden)
                .flip();
    }

    Optional<byte[]> open(long number, boolean last, byte[] hidden) {
        return Gcm.open(key, number, bound(number, last), hidden);
    }

    private byte[] bound(long number, boolean last) {
        return ByteBuffer.allocate(head.length + Long.BYTES + 1)
                .put(head)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }

    void forget() {
        Arrays.fill(key, (byte) 0);
    }
}
