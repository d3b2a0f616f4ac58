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
import garim.engine.media.SamePackets;
import garim.engine.media.VideoReader;
import garim.engine.media.WriteSettings;
import java.io.IOException;
import java.nio.file.Files;
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

    /** Sees something in every frame and remembers in how many it looked. */
    private static final class Witness implements Detector {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            looks.incrementAndGet();
            return List.of(new Detection(TargetKind.FACE, new Box(100, 80, 20, 20), 0.9, name()));
        }

        @Override
        public void close() {}
    }

    private record Proven(Proof proof, int looks) {}

    private Proven prove(Path clip, Path output, MaskPlan plan) {
        Witness witness = new Witness();
        Proof proof = new Prover().prove(clip, output, plan, ProvenClip.settings(0, 2, witness), Progress.NONE);
        return new Proven(proof, witness.looks.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4 out.mp4 10", "clip.mkv out.mp4 10", "clip.mp4 out.mkv 5", "clip.ts out.mp4 50"})
    void copiedPacketsAreProvenByTheirBytesAndSecondEyesSeeThem(String how) {
        String[] words = how.split(" ", 3);
        Path clip = clip(words[0], "-c:v libopenh264 -b:v 400k -g " + words[2]);
        Path output = folder.resolve(words[1]);
        MaskPlan plan = plan(clip);
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        RenderReport report = deidentifier.render(clip, plan, output, settings, Progress.NONE);
        Proven quick = prove(clip, output, plan);
        // nothing there is the same byte for byte, so that every frame is decoded
        Path anew = folder.resolve("anew.mp4");
        deidentifier.render(clip, plan, anew, settings.withCopying(false), Progress.NONE);
        Proven plain = prove(clip, anew, plan);
        assertEquals(report.copiedFrames(), quick.proof().figures().identicalFrames());
        assertEquals(0, plain.proof().figures().identicalFrames());
        assertEquals(FRAMES, quick.proof().figures().frames());
        assertEquals(
                plain.proof().figures().tracks().size(),
                quick.proof().figures().tracks().size());
        assertEquals(plain.proof().media(), quick.proof().media());
        assertTrue(quick.looks() >= plain.looks() - 1, quick.looks() + " looks instead of " + plain.looks());
        assertEquals(plain.looks(), plain.proof().eyes().looks());
    }

    @Test
    void onlyWhatIsTheSameByteForByteIsTakenForCopied() throws IOException {
        Path clip = clip("clip.mp4", "-c:v libopenh264 -g 10 -b:v 400k");
        PacketIndex index = PacketIndex.of(clip).orElseThrow();
        Path output = folder.resolve("out.mp4");
        RenderSettings settings = new RenderSettings(WriteSettings.forFile(output), false);
        deidentifier.render(clip, plan(clip), output, settings, Progress.NONE);
        PacketIndex written = PacketIndex.of(output).orElseThrow();
        List<SamePackets.Stretch> all = SamePackets.of(clip, index, output, written);
        byte[] bytes = Files.readAllBytes(output);
        // in the last picture: the index of the file lies before all pictures
        bytes[bytes.length - 20] ^= 1;
        Files.write(output, bytes);
        List<SamePackets.Stretch> less =
                SamePackets.of(clip, index, output, PacketIndex.of(output).orElseThrow());
        assertEquals(FRAMES, all.getLast().end());
        assertTrue(less.isEmpty() || less.getLast().end() < FRAMES, all + " " + less);
    }
}
