package garim.live.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Frame;
import garim.engine.media.CodedPacket;
import garim.engine.media.LiveEncoder;
import garim.live.LiveClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HlsStreamTest {
    private final AtomicLong nanos = new AtomicLong(1);
    private final HlsStream stream = new HlsStream("gate", new LiveClock() {
        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public boolean pause(CountDownLatch end, Duration most) {
            return false;
        }
    });

    private void play(int seconds, int width) {
        Frame frame = Frame.allocate(width, 48, 0, 0);
        try (LiveEncoder encoder = new LiveEncoder(frame, 30)) {
            stream.begin(encoder.stream());
            List<CodedPacket> packets = new ArrayList<>();
            for (int i = 0; i < 10 * seconds; i++) {
                packets.addAll(encoder.encode(frame, i * 100_000L));
            }
            packets.forEach(packet -> stream.packet(packet, Instant.EPOCH));
        }
        stream.end();
    }

    private String playlist() throws InterruptedException {
        return stream.playlist(Duration.ZERO).orElseThrow();
    }

    private static List<String> parts(String playlist) {
        return playlist.lines().filter(line -> line.startsWith("part-")).toList();
    }

    @Test
    void nothingIsMadeWhileNobodyAsks() throws InterruptedException {
        assertFalse(stream.isWanted());
        assertEquals(Optional.empty(), stream.playlist(Duration.ZERO));
        assertTrue(stream.isWanted());
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertFalse(stream.isWanted());
    }

    @Test
    void namesTheLatestPartsAndKeepsNoMoreThanAFew() throws InterruptedException {
        play(60, 64);
        List<String> parts = parts(playlist());
        assertEquals(5, parts.size());
        assertTrue(parts.stream().allMatch(part -> stream.file(part).isPresent()));
        assertEquals("part-0-" + firstNumber(playlist()) + ".m4s", parts.getFirst());
        assertEquals(Optional.empty(), stream.file("part-0-0.m4s"));
    }

    private static String firstNumber(String playlist) {
        return playlist.lines()
                .filter(line -> line.startsWith("#EXT-X-MEDIA-SEQUENCE:"))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noPartIsLongerThanThePlaylistSays() throws InterruptedException {
        play(20, 64);
        assertTrue(playlist().contains("#EXT-X-TARGETDURATION:3\n"), playlist());
        playlist()
                .lines()
                .filter(line -> line.startsWith("#EXTINF:"))
                .map(line -> Double.parseDouble(line.substring(8, line.length() - 1)))
                .forEach(seconds -> assertTrue(seconds > 0.5 && seconds <= 3, seconds + " s"));
    }

    @Test
    void aStreamOfAnotherSizeIsToldAsACut() throws InterruptedException {
        play(6, 64);
        play(4, 96);
        String text = playlist();
        assertTrue(text.contains("#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"head-0-1.mp4\"\n"), text);
        assertTrue(text.contains("#EXT-X-DISCONTINUITY-SEQUENCE:0\n"), text);
        assertTrue(stream.file("head-0-0.mp4").isPresent());
        play(60, 96);
        assertTrue(playlist().contains("#EXT-X-DISCONTINUITY-SEQUENCE:2\n"), playlist());
        assertEquals(Optional.empty(), stream.file("head-0-0.mp4"));
    }
}
