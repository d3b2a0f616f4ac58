package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.Rational;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.DetectorUse;
import garim.engine.pipeline.LiveSettings;
import garim.engine.pipeline.LookThreads;
import garim.live.LiveEvent;
import garim.live.OriginalSink;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A camera that comes and goes; every picture that comes out is looked at. */
@Timeout(60)
class RunningCameraTest {
    private static final int FRAMES_A_CONNECTION = 15;

    @TempDir
    Path folder;

    private final HandLiveClock clock = new HandLiveClock();
    private final FailingDetector detector = new FailingDetector();
    private final List<LiveEvent> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> originals = new CopyOnWriteArrayList<>();

    /** Gives a few frames and then fails, in another way each time. */
    private final class UnsteadyFeed implements Feed {
        private final int number = connections.incrementAndGet();
        private int given;

        @Override
        public CodedStream stream() {
            return new CodedStream("h264", 128, 96, new Rational(1, 1000), ByteBuffer.allocate(0));
        }

        @Override
        public boolean read(CameraReader.Receiver receiver) {
            if (given == FRAMES_A_CONNECTION) {
                if (number % 2 == 0) {
                    return false;
                }
                throw new EngineException(ErrorCode.INPUT_DAMAGED, "camera", "it went silent");
            }
            clock.pass(Duration.ofMillis(100));
            // The first packet of a stream that was joined in the middle is no key picture.
            receiver.packet(new CodedPacket(ByteBuffer.allocate(4), given, given, 1, given > 0));
            receiver.frame(Texture.frame(128, 96, 1000L * number + given++));
            return true;
        }

        @Override
        public void recycle(Frame frame) {}

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }

    private RunningCamera camera(Watching sink) {
        OriginalSink vault = new OriginalSink() {
            @Override
            public void begin(CodedStream stream) {
                originals.add("begin");
            }

            @Override
            public void packet(CodedPacket packet, Instant taken) {
                originals.add(packet.key() ? "key" : "packet");
            }

            @Override
            public void end() {
                originals.add("end");
            }
        };
        CameraSettings settings = new CameraSettings(
                "gate",
                new Feed.Source() {
                    @Override
                    public Feed open() {
                        if (connections.get() % 3 == 2) {
                            connections.incrementAndGet();
                            throw new EngineException(ErrorCode.INPUT_MISSING, "camera", "refused");
                        }
                        return new UnsteadyFeed();
                    }

                    @Override
                    public String place() {
                        return "rtsp://camera/";
                    }
                },
                List.of(new DetectorUse(detector, List.of())),
                LiveSettings.of(AnalysisSettings.standard(), LiveSettings.DEFAULT_DELAY),
                CameraSettings.DEFAULT_QUANTIZER,
                List.of(sink),
                List.of(vault));
        return new RunningCamera(settings, clock, LookThreads.busy(Runnable::run), events::add);
    }

    @Test
    void comesBackAgainAndAgainAndLetsNothingRawOut() throws InterruptedException {
        detector.isBroken = true;
        Watching sink = new Watching(folder);
        try (RunningCamera camera = camera(sink)) {
            camera.start();
            sink.await(60);
            CameraFigures figures = camera.figures();
            assertTrue(figures.reconnects() > 1);
            assertEquals(figures.framesMasked(), figures.framesWhole());
        }
        int seen = sink.look(frame -> assertTrue(Texture.step(frame.luma()) < Texture.MASKED_STEP));
        assertTrue(seen >= 60);
        assertTrue(events.stream().anyMatch(event -> event.kind() == LiveEvent.Kind.GONE));
    }

    @Test
    void handsOriginalsOnFromAKeyPictureToTheEndOfEachConnection() throws InterruptedException {
        Watching sink = new Watching(folder);
        try (RunningCamera camera = camera(sink)) {
            camera.start();
            sink.await(40);
        }
        assertEquals(List.of("begin", "key"), originals.subList(0, 2));
        for (int i = 1; i < originals.size(); i++) {
            boolean isFirst = originals.get(i).equals("begin");
            assertEquals(isFirst, originals.get(i - 1).equals("end"), "call " + i);
        }
        assertEquals("end", originals.getLast());
    }
}
