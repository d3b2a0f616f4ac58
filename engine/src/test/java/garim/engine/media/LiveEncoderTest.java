package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveEncoderTest {
    private static final int MICROS_A_FRAME = 100_000;

    @Test
    void givesThePacketOfAFrameAtOnceAndAKeyPictureEverySecond() {
        Frame frame = Frame.allocate(66, 50, 0, 0);
        List<CodedPacket> packets = new ArrayList<>();
        try (LiveEncoder encoder = new LiveEncoder(frame, 26)) {
            for (int i = 0; i < 25; i++) {
                packets.addAll(encoder.encode(frame, (long) i * MICROS_A_FRAME));
                assertEquals(i + 1, packets.size());
            }
            assertEquals("h264", encoder.stream().codec());
            assertTrue(encoder.stream().setup().hasRemaining());
        }
        for (int i = 0; i < 25; i++) {
            assertEquals(i % 10 == 0, packets.get(i).key(), "frame " + i);
            assertEquals((long) i * MICROS_A_FRAME, packets.get(i).shownAt());
        }
    }

    @Test
    void makesAKeyPictureWhenSomebodyWantsOneAndKeepsTimeRising() {
        Frame frame = Frame.allocate(64, 48, 0, 0);
        try (LiveEncoder encoder = new LiveEncoder(frame, 26)) {
            encoder.encode(frame, 0);
            assertFalse(encoder.encode(frame, 40_000).getFirst().key());
            encoder.wantKey();
            CodedPacket wanted = encoder.encode(frame, 30_000).getFirst();
            assertTrue(wanted.key());
            assertEquals(40_001, wanted.shownAt());
        }
    }

    @Test
    void fitsFramesOfItsSizeAndRangeOnly() {
        try (LiveEncoder encoder = new LiveEncoder(Frame.allocate(64, 48, 0, 0), 26)) {
            assertTrue(encoder.fits(Frame.allocate(64, 48, 1, 1)));
            assertFalse(encoder.fits(Frame.allocate(64, 64, 1, 1)));
        }
    }
}
