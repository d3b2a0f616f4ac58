package garim.live.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aPieceIsThereWholeOrNotAtAll() throws IOException {
        SmallDisk disk = new SmallDisk(25);
        try (GrowingFile file = new GrowingFile(folder.resolve("a"), disk)) {
            file.append(ByteBuffer.wrap(new byte[10]));
            file.append(ByteBuffer.wrap(new byte[10]));
            assertThrows(IOException.class, () -> file.append(ByteBuffer.wrap(new byte[10])));
            assertEquals(20, Files.size(file.path()));
            disk.setRoom(100);
            file.append(ByteBuffer.wrap(new byte[10]));
            assertEquals(30, Files.size(file.path()));
        }
    }

    @Test
    void aClockThatJumpedIsNotTrustedForAnHour() {
        HandClock hand = new HandClock(BEGIN);
        SteadyClock clock = hand.steady();
        hand.pass(Duration.ofDays(3));
        assertTrue(clock.isTrusted(), "time that passed is no jump");
        hand.set(BEGIN.plus(Duration.ofDays(400)));
        assertFalse(clock.isTrusted());
        hand.pass(Duration.ofMinutes(59));
        assertFalse(clock.isTrusted());
        hand.pass(Duration.ofMinutes(2));
        assertTrue(clock.isTrusted());
        hand.set(BEGIN);
        assertFalse(clock.isTrusted(), "back is a jump too");
        assertEquals(2, clock.jumps());
    }

    /** Writes down what it gets; waits with the first picture until it may go on. */
    private static final class Slow implements PacketQueue.Worker {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final List<String> got = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void begin(CodedStream stream) {
            got.add("begin");
        }

        @Override
        public void packet(CodedPacket packet, Instant taken) {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            got.add((packet.key() ? "key " : "") + packet.shownAt());
        }

        @Override
        public void end() {
            got.add("end");
        }

        @Override
        public void lost(long pictures) {
            got.add("lost " + pictures);
        }
    }

    @Test
    void whoIsTooSlowLosesPicturesUpToTheNextKeyPictureAndNobodyWaits() throws InterruptedException {
        Slow slow = new Slow();
        PacketQueue queue = new PacketQueue("test", 30, slow);
        for (int i = 0; i < 3; i++) {
            queue.packet(packet(i, i == 0), BEGIN);
        }
        slow.begun.await();
        queue.packet(packet(3, false), BEGIN);
        queue.packet(packet(4, true), BEGIN);
        slow.gate.countDown();
        CountDownLatch drained = new CountDownLatch(1);
        queue.then(drained::countDown);
        drained.await();
        queue.packet(packet(5, false), BEGIN);
        queue.packet(packet(6, true), BEGIN);
        queue.packet(packet(7, false), BEGIN);
        queue.end();
        queue.close();
        assertEquals(List.of("key 0", "1", "2", "lost 3", "key 6", "7", "end"), slow.got);
        assertEquals(3, queue.lost());
    }

    private static CodedPacket packet(long time, boolean key) {
        return new CodedPacket(ByteBuffer.wrap(new byte[10]), time, time, 0, key);
    }
}
