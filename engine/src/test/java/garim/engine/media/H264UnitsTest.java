package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is copied of an H.264 packet are its pictures and nothing else, whichever way its units are written. */
final class H264UnitsTest {
    private static final String SEQUENCE = "67 42 c0 1e 9a";
    private static final String PICTURE = "68 ce 3c 80";
    private static final String USER_DATA = "06 05 04 41 42 43 44 80";
    private static final String INSTANT = "65 88 84 21";
    private static final String SLICE = "41 9a 02 03";
    private static final String START = "00 00 00 01 ";

    private static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }

    private static H264Units withStarts() {
        return H264Units.of(hex(START, SEQUENCE, START, PICTURE)).orElseThrow();
    }

    private static H264Units withLengths() {
        return H264Units.of(hex("01 42 c0 1e ff e1 00 05", SEQUENCE, "01 00 04", PICTURE))
                .orElseThrow();
    }

    @Test
    void dropsUserDataAndPutsTheParameterSetsInFront() {
        byte[] expected = hex(START, SEQUENCE, START, PICTURE, START, INSTANT);
        byte[] withStarts = hex("00 00 01", "09 10", START, USER_DATA, "00 00 01", INSTANT);
        byte[] withLengths = hex("00 00 00 02 09 10", "00 00 00 08", USER_DATA, "00 00 00 04", INSTANT);
        assertArrayEquals(expected, withStarts().pictureOf(withStarts, true).orElseThrow());
        assertArrayEquals(expected, withLengths().pictureOf(withLengths, true).orElseThrow());
    }

    @Test
    void takesKnownParameterSetsInThePacketOnlyOnce() {
        byte[] packet = hex(START, SEQUENCE, START, PICTURE, START, INSTANT);
        assertArrayEquals(packet, withStarts().pictureOf(packet, true).orElseThrow());
        assertArrayEquals(
                hex(START, INSTANT), withStarts().pictureOf(packet, false).orElseThrow());
    }

    @Test
    void takesNoPacketWithOtherParameterSets() {
        byte[] packet = hex(START, "67 42 c0 28 9a", START, PICTURE, START, INSTANT);
        assertTrue(withStarts().pictureOf(packet, true).isEmpty());
    }

    @Test
    void takesNoPacketWithoutAPictureAndNoTornOne() {
        assertTrue(withStarts().pictureOf(hex(START, USER_DATA), false).isEmpty());
        assertTrue(withLengths().pictureOf(hex("00 00 00 09", SLICE), false).isEmpty());
    }

    @Test
    void knowsWhereADecoderCanBegin() {
        assertTrue(withStarts().isInstant(hex(START, USER_DATA, START, INSTANT)));
        assertFalse(withStarts().isInstant(hex(START, SLICE)));
    }

    @Test
    void doesWithoutASetupThatLacksASet() {
        assertTrue(H264Units.of(hex(START, SEQUENCE)).isEmpty());
        assertTrue(H264Units.of(new byte[0]).isEmpty());
        assertTrue(H264Units.of(hex("01 42 c0 1e ff e1 00 05")).isEmpty());
    }
}
