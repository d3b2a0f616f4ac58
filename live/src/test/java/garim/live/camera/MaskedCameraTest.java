package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Frame;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.pipeline.LiveVerdict;
import garim.engine.pipeline.LookThreads;
import garim.live.LiveEvent;
import garim.live.MaskedSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the encoder is decoded again, and every picture of it is looked at. */
class MaskedCameraTest {
    private static final Duration FRAME = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private final HandLiveClock clock = new HandLiveClock();
    private final FailingDetector detector = new FailingDetector();
    private final List<LiveEvent> events = new ArrayList<>();
    private final Tally tally = new Tally("gate");
    private final List<Frame> recycled = new ArrayList<>();
    private long pts;

    private MaskedCamera camera(MaskedSink... sinks) {
        return new MaskedCamera(
                Gate.settings(detector, List.of(sinks)), clock, LookThreads.busy(Runnable::run), tally, events::add);
    }

    @Test
    void noPictureIsRawAfterTheModelOfADetectorIsGone() throws IOException {
        Path model = Files.writeString(folder.resolve("model"), "weights");
        detector.model = Optional.of(model);
        Watching sink = new Watching(folder);
        long[] shown = {0};
        try (MaskedCamera camera = camera(sink)) {
            run(camera, 30, 128);
            shown[0] = tally.figures().framesMasked() - tally.figures().framesWhole();
            Files.delete(model);
            // What has not changed need not be looked at; of another size nobody knows anything.
            run(camera, 40, 160);
        }
        assertTrue(shown[0] > 0);
        List<Double> steps = new ArrayList<>();
        sink.look(frame -> steps.add(Texture.step(frame.luma())));
        List<Double> after = steps.subList(30, steps.size());
        assertTrue(after.stream().allMatch(step -> step < Texture.MASKED_STEP), after.toString());
        assertEquals(
                Optional.of(LiveVerdict.Reason.DETECTOR_FAILED), tally.figures().why());
    }

    private void run(MaskedCamera camera, int frames, int width) {
        for (int i = 0; i < frames; i++) {
            clock.pass(FRAME);
            camera.accept(Texture.frame(width, 96, pts++), clock.nanos());
            camera.emit(recycled::add);
        }
    }

    @Test
    void noPictureOfAFailingDetectorIsRaw() {
        Watching sink = new Watching(folder);
        detector.isBroken = true;
        try (MaskedCamera camera = camera(sink)) {
            run(camera, 30, 128);
            run(camera, 30, 160);
        }
        assertEquals(2, sink.begins);
        assertEquals(sink.begins, sink.ends);
        int seen = sink.look(frame -> assertTrue(Texture.step(frame.luma()) < Texture.MASKED_STEP));
        assertEquals(60 - 4, seen);
        assertEquals(seen, tally.figures().framesWhole());
    }

    @Test
    void theSamePicturesAreShownWhereTheDetectorVouchesForThem() {
        Watching sink = new Watching(folder);
        try (MaskedCamera camera = camera(sink)) {
            run(camera, 30, 128);
        }
        List<Double> steps = new ArrayList<>();
        sink.look(frame -> steps.add(Texture.step(frame.luma())));
        assertTrue(steps.getLast() > Texture.RAW_STEP / 2.0, steps.toString());
    }

    @Test
    void codesNothingWhileNobodyWatchesAndBeginsWithAKeyPicture() {
        Watching sink = new Watching(folder);
        try (MaskedCamera camera = camera(sink)) {
            sink.isWanted = false;
            run(camera, 12, 128);
            assertEquals(0, sink.packets);
            sink.isWanted = true;
            run(camera, 3, 128);
            sink.isWanted = false;
            run(camera, 4, 128);
            sink.isWanted = true;
            run(camera, 2, 128);
        }
        assertEquals(List.of(true, false, false, true, false), sink.keys);
    }

    @Test
    void aSinkThatThrowsIsLeftOutAndHarmsNoOther() {
        Watching sink = new Watching(folder);
        MaskedSink thrower = new MaskedSink() {
            @Override
            public void begin(CodedStream stream) {}

            @Override
            public void packet(CodedPacket packet, Instant taken) {
                throw new IllegalStateException("full");
            }

            @Override
            public void end() {}
        };
        try (MaskedCamera camera = camera(thrower, sink)) {
            run(camera, 20, 128);
        }
        assertEquals(16, sink.packets);
        assertEquals(
                1,
                events.stream()
                        .filter(event -> event.kind() == LiveEvent.Kind.SINK_FAILED)
                        .count());
    }

    @Test
    void tellsWhatEveryFrameCameTo() {
        try (MaskedCamera camera = camera()) {
            run(camera, 20, 128);
            CameraFigures figures = tally.figures();
            assertEquals(16, figures.framesMasked());
            assertEquals(0, figures.framesRaw());
            assertEquals(16, recycled.size());
            assertEquals(400, figures.latencyP50Millis(), 1);
            assertEquals(CameraState.TARGETS, figures.state());
            assertFalse(camera.nextDue().equals(Optional.empty()));
        }
    }
}
