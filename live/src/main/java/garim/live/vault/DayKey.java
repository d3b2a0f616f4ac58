package garim.live.vault;

import garim.engine.seal.Hkdf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A day key is in memory while its day lasts; segments are sealed with keys made of it. */
final class DayKey {
    static final int ID_BYTES = 16;
    private static final String SEGMENT = "garim vault 1 segment";

    private final LocalDate day;
    private final byte[] id;
    private final byte[] key;
    private final Map<String, Integer> segments = new HashMap<>();

    DayKey(LocalDate day, byte[] id, byte[] key) {
        this.day = day;
        this.id = id.clone();
        this.key = key.clone();
    }

    LocalDate day() {
        return day;
    }

    byte[] id() {
        return id.clone();
    }

    /** The key of one segment. */
    byte[] forSegment(byte[] header) {
        return Hkdf.key(key, header, SEGMENT.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many segments of a camera were sealed with this key before; counts one more. */
    synchronized int nextNumber(String camera) {
        return segments.merge(camera, 1, Integer::sum) - 1;
    }

    /** Forgets the key. */
    void forget() {
        Arrays.fill(key, (byte) 0);
    }
}
