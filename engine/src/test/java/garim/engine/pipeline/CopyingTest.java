package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.TargetKind;
import garim.engine.media.PacketIndex;
import garim.engine.media.VideoReader;
import garim.engine.media.WriteSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is masked the pictures are those of the input, bit for bit; where something is, they are masked. */
final class CopyingTest {
    private static final int FRAMES = NoisyClip.FRAMES;
    private static final int SEEN = 120;

    @TempDir
    private Path folder;

    private final Deidentifier deidentifier = new Deidentifier("test");

    private Path clip(String name, String codec) {
        return NoisyClip.make(folder.resolve(name), codec);
    }

    /** Sees somebody in one look only. */
    private static final class OnceDetector implements Detector {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String name() {
            return "once";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return looks.getAndIncrement() == SEEN
                    ? List.of(new Detection(TargetKind.FACE, new Box(40, 30, 50, 50), 0.9, name()))
                    : List.of();
        }

        @Override
        public void close() {}
    }

    private MaskPlan plan(Path clip) {
        AnalysisSettings everyFrame = AnalysisSettings.standard().withEvery(1).withThreads(1);
        return deidentifier.analyze(
                clip, List.of(new DetectorUse(new OnceDetector(), List.of())), everyFrame, Progress.NONE);
    }

    private record Print(long pts, long pixels) {}

    private static List<Print> prints(Path file) {
        List<Print> prints = new ArrayList<>();
        try (VideoReader reader = VideoReader.open(file)) {
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                prints.add(print(next.get()));
                reader.recycle(next.get());
            }
        }
        return prints;
    }

    private static Print print(Frame frame) {
        CRC32 crc = new CRC32();
        crc.update(frame.luma().bytes().duplicate().clear());
        crc.update(frame.cb().bytes().duplicate().clear());
        crc.update(frame.cr().bytes().duplicate().clear());
        return new Print(frame.pts(), crc.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "clip.mkv", "clip.ts"})
    void picturesWithoutMasksAreCopiedAndTheOthersAreNot(String name) {
        Path clip = clip(name, "-c:v libopenh264 -g 10 -b:v 400k");
        Path output = folder.resolve("out.mp4");
        MaskPlan plan = plan(clip);
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        RenderReport report = deidentifier.render(clip, plan, output, settings, Progress.NONE);
        List<Print> before = prints(clip);
        List<Print> after = prints(output);
        assertEquals(FRAMES, report.frames());
        assertEquals(FRAMES, after.size());
        assertTrue(report.copiedFrames() >= FRAMES / 2, "copied " + report.copiedFrames());
        long same = 0;
        for (int i = 0; i < FRAMES; i++) {
            same += before.get(i).pixels() == after.get(i).pixels() ? 1 : 0;
        }
        assertEquals(report.copiedFrames(), same);
        assertNotEquals(before.get(SEEN).pixels(), after.get(SEEN).pixels());
        assertTrue(report.maskedFrames() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp4", "out.mkv"})
    void whoeverJumpsToAKeySeesWhatIsThere(String name) {
        Path clip = clip("clip.mp4", "-c:v libopenh264 -g 10 -b:v 400k");
        Path output = folder.resolve(name);
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        deidentifier.render(clip, plan(clip), output, settings, Progress.NONE);
        List<Print> inOrder = prints(output);
        PacketIndex index = PacketIndex.of(output).orElseThrow();
        int keys = 0;
        for (int frame = 0; frame < index.frames(); frame++) {
            if (index.isKey(frame)) {
                keys++;
                try (VideoReader reader =
                        VideoReader.openAt(output, index, frame).orElseThrow()) {
                    assertEquals(inOrder.get(frame), print(reader.read().orElseThrow()), "key " + frame);
                }
            }
        }
        assertTrue(keys > FRAMES / 20, "keys " + keys);
    }

    @Test
    void timesAreThoseOfTheInput() {
        Path clip = clip("clip.mp4", "-c:v libopenh264 -g 10 -b:v 400k -output_ts_offset 3");
        Path output = folder.resolve("out.mp4");
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        deidentifier.render(clip, plan(clip), output, settings, Progress.NONE);
        assertEquals(
                prints(clip).stream().map(Print::pts).toList(),
                prints(output).stream().map(Print::pts).toList());
    }

    @Test
    void everythingIsEncodedAnewWhenThatIsAskedFor() {
        Path clip = clip("clip.mp4", "-c:v libopenh264 -g 10 -b:v 400k");
        Path output = folder.resolve("out.mp4");
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false).withCopying(false);
        assertEquals(
                0,
                deidentifier
                        .render(clip, plan(clip), output, settings, Progress.NONE)
                        .copiedFrames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c:v mpeg4 -bf 2 -g 10", "-c:v mjpeg"})
    void whatCannotStandBetweenOurPacketsIsEncodedAnew(String codec) {
        Path clip = clip("clip.mp4", codec);
        Path output = folder.resolve("out.mp4");
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        RenderReport report = deidentifier.render(clip, plan(clip), output, settings, Progress.NONE);
        assertEquals(0, report.copiedFrames());
        assertEquals(FRAMES, prints(output).size());
    }
}
