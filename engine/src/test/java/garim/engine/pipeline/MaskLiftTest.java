package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.media.VideoReader;
import garim.engine.media.WriteSettings;
import garim.engine.seal.HolderKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed while a video is masked comes back with both keys, track by track, and never without. */
final class MaskLiftTest {
    private static final int FRAMES = 12;
    private static final int SQUARE = 1;
    private static final int LEFT_HALF = 2;

    /** Share of steep steps that the square has as filmed, and that a solid mask has not. */
    private static final double FILMED = 0.15;

    private static final double MASKED = 0.05;

    @TempDir
    private Path folder;

    private Path clip = Path.of("");
    private Path masked = Path.of("");
    private Path sidecar = Path.of("");
    private List<PrivateKey> keys = List.of();
    private final List<String> written = new ArrayList<>();

    @BeforeEach
    void makesAClip() {
        clip = SquareClip.write(folder, FRAMES);
        masked = folder.resolve("masked.mp4");
        sidecar = folder.resolve("masked.seal");
    }

    private static Track track(int id, double share) {
        return new Track(
                id,
                TargetKind.PLATE,
                IntStream.range(0, FRAMES)
                        .mapToObj(frame -> {
                            Box square = SquareClip.square(frame);
                            Box box = new Box(square.x(), square.y(), square.width() * share, square.height());
                            return new Keyframe(frame, box, Origin.DETECTED, 0.9);
                        })
                        .toList());
    }

    private MaskPlan plan() {
        PlanInput input = new PlanInput(
                "clip.mp4",
                FileHash.sha256(clip),
                1,
                "mp4",
                "h264",
                SquareClip.WIDTH,
                SquareClip.HEIGHT,
                Rotation.NONE,
                "1/25",
                FRAMES,
                0,
                FRAMES - 1);
        return new MaskPlan(
                MaskPlan.VERSION,
                "test",
                input,
                new PlanSettings("none", 1, 0.6, 1.5, 0.6),
                List.of(),
                Map.of(TargetKind.PLATE, new MaskRule(MaskStyle.SOLID, 0)),
                List.of(),
                List.of(track(SQUARE, 1), track(LEFT_HALF, 0.5)));
    }

    private Optional<RenderReport> render(RenderCheck check) {
        Path one = folder.resolve("one.key");
        Path other = folder.resolve("other.key");
        HolderKeys.create(one, folder.resolve("one.pem"));
        HolderKeys.create(other, folder.resolve("other.pem"));
        keys = List.of(HolderKeys.readPrivate(one), HolderKeys.readPrivate(other));
        Sealing sealing = new Sealing(
                sidecar,
                "test",
                "2026-03-01T12:00:00Z",
                List.of(
                        HolderKeys.readPublic(folder.resolve("one.pem")),
                        HolderKeys.readPublic(folder.resolve("other.pem"))));
        RenderSettings settings =
                new RenderSettings(WriteSettings.forFile(masked).withQuantizer(14), false).withSealing(sealing);
        return new Deidentifier("test").render(clip, plan(), masked, settings, Progress.NONE, check);
    }

    private Path lift(Integer... tracks) {
        Path output = folder.resolve("lifted" + List.of(tracks) + ".mp4");
        new MaskLift(Progress.NONE)
                .run(
                        new MaskLift.Request(sidecar, HashedFile.of(masked), Set.of(tracks), keys),
                        output,
                        WriteSettings.forFile(output).withQuantizer(14),
                        false,
                        (part, result) -> written.add(FileHash.sha256(part)));
        return output;
    }

    /** The least and the most of a figure over all frames. */
    private static double[] range(Path video, ToDoubleFunction<Frame> figure) {
        double least = Double.MAX_VALUE;
        double most = 0;
        try (VideoReader reader = VideoReader.open(video)) {
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                double value = figure.applyAsDouble(next.get());
                least = Math.min(least, value);
                most = Math.max(most, value);
                reader.recycle(next.get());
            }
        }
        return new double[] {least, most};
    }

    /** Share of steep steps in the left or the right half of the square. */
    private static double half(Frame frame, boolean left) {
        Box square = SquareClip.square(frame.index());
        int from = (int) (left ? square.x() : square.centerX()) + 3;
        int to = (int) (left ? square.centerX() : square.right()) - 3;
        double steep = 0;
        int count = 0;
        for (int y = (int) square.y() + 3; y < square.bottom() - 3; y++) {
            for (int x = from; x < to; x++) {
                steep += Math.abs(frame.luma().at(x, y) - frame.luma().at(x + 1, y)) > 15 ? 1 : 0;
                count++;
            }
        }
        return steep / count;
    }

    @Test
    void bothTracksTogetherBringBackTheWholeSquare() {
        render(RenderCheck.NONE);
        assertTrue(range(masked, SquareClip::detail)[1] < MASKED);
        assertTrue(range(lift(SQUARE, LEFT_HALF), SquareClip::detail)[0] > FILMED);
    }

    @Test
    void whereAnotherTracksMaskLiesItStays() {
        render(RenderCheck.NONE);
        Path lifted = lift(SQUARE);
        assertTrue(range(lifted, frame -> half(frame, false))[0] > FILMED);
        assertTrue(range(lifted, frame -> half(frame, true))[1] < MASKED);
    }

    @Test
    void aTrackThatLiesWhollyUnderAnotherShowsNothingAlone() {
        render(RenderCheck.NONE);
        assertTrue(range(lift(LEFT_HALF), SquareClip::detail)[1] < MASKED);
    }

    @Test
    void theOutputHasItsNameOnlyAfterItWasWrittenDown() {
        render(RenderCheck.NONE);
        Path output = folder.resolve("x.mp4");
        MaskLift.Request request = new MaskLift.Request(sidecar, HashedFile.of(masked), Set.of(SQUARE), keys);
        assertThrows(IllegalStateException.class, () -> new MaskLift(Progress.NONE)
                .run(request, output, WriteSettings.forFile(output), false, (part, result) -> {
                    assertFalse(Files.exists(output));
                    throw new IllegalStateException("the book cannot be written");
                }));
        assertFalse(Files.exists(output));
        Path lifted = lift(SQUARE);
        assertEquals(List.of(FileHash.sha256(lifted)), written);
    }

    @Test
    void theSidecarBelongsToItsVideoOnly() {
        render(RenderCheck.NONE);
        MaskLift.Request request = new MaskLift.Request(sidecar, HashedFile.of(clip), Set.of(SQUARE), keys);
        Path output = folder.resolve("x.mp4");
        EngineException refused = assertThrows(EngineException.class, () -> new MaskLift(Progress.NONE)
                .run(
                        request,
                        output,
                        WriteSettings.forFile(output),
                        false,
                        (part, result) -> written.add(FileHash.sha256(part))));
        assertEquals(ErrorCode.SEAL_INVALID, refused.code());
        assertEquals(List.of(), written);
    }

    @Test
    void anOutputThatIsNotAcceptedLeavesNoSidecar() throws IOException {
        assertTrue(render(part -> false).isEmpty());
        assertFalse(Files.exists(sidecar));
        assertFalse(Files.exists(masked));
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".garim-part")));
        }
    }

    @Test
    void theMaskedVideoIsTheSameWithAndWithoutASidecar() throws IOException {
        render(RenderCheck.NONE);
        Path plain = folder.resolve("plain.mp4");
        RenderSettings settings =
                new RenderSettings(WriteSettings.forFile(plain).withQuantizer(14), false);
        new Deidentifier("test").render(clip, plan(), plain, settings, Progress.NONE);
        assertEquals(-1, Files.mismatch(plain, masked));
    }
}
