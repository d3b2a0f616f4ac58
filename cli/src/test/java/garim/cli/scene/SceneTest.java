package garim.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.Difficulty;
import garim.cli.evaluate.FrameTruth;
import garim.cli.evaluate.TargetBox;
import garim.cli.evaluate.TruthReader;
import garim.cli.evaluate.TruthWriter;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneTest {
    private static final int FRAMES = PaintedPeople.shape().frameCount();

    private final Scene scene = PaintedPeople.scene();
    private final Light light = new Light(PaintedPeople.shape());

    @Test
    void everyTruthBoxHasAFaceInItsMiddle() {
        for (int i = 0; i < FRAMES; i++) {
            Frame frame = scene.frame(i);
            for (TargetBox target : scene.truth(i)) {
                int x = (int) target.box().centerX();
                int y = (int) target.box().centerY();
                boolean isFace = PaintedPeople.isRed(frame, x, y, light.gain(i));
                assertTrue(isFace || !target.isScored(), "frame " + i + " " + target);
            }
        }
    }

    @Test
    void noFaceLiesOutsideTheTruthBoxes() {
        int faces = 0;
        int outside = 0;
        for (int i = 0; i < FRAMES; i += 3) {
            Frame frame = scene.frame(i);
            List<Box> boxes =
                    scene.truth(i).stream().map(t -> t.box().grow(0.05)).toList();
            for (int p = 0; p < frame.width() * frame.height(); p += 2) {
                int x = p % frame.width();
                int y = p / frame.width();
                if (PaintedPeople.isRed(frame, x, y, light.gain(i))) {
                    faces++;
                    outside += holds(boxes, x, y) ? 0 : 1;
                }
            }
        }
        assertTrue(faces > 10_000);
        // What is left are faces of which less than a tenth is seen.
        assertTrue(outside < faces / 200, outside + " of " + faces);
    }

    @Test
    void rendersTheSameBytesEveryTime() {
        Scene again = PaintedPeople.scene();
        for (int i : new int[] {0, 31, 44, FRAMES - 1}) {
            assertEquals(scene.frame(i).luma().bytes(), again.frame(i).luma().bytes());
            assertEquals(scene.frame(i).cb().bytes(), again.frame(i).cb().bytes());
            assertEquals(scene.frame(i).cr().bytes(), again.frame(i).cr().bytes());
            assertEquals(scene.truth(i), again.truth(i));
        }
    }

    @Test
    void framesAreNumberedInTime() {
        Frame frame = scene.frame(7);
        assertEquals(7, frame.index());
        assertEquals(7, frame.pts());
        assertFalse(frame.fullRange());
        assertThrows(IndexOutOfBoundsException.class, () -> scene.frame(FRAMES));
    }

    @Test
    void nearPersonComesInAndLeavesAtTheBorders() {
        List<Box> seen = life("near").stream().flatMap(Optional::stream).toList();
        assertTrue(life("near").getFirst().isEmpty());
        assertTrue(life("near").getLast().isEmpty());
        assertEquals(0, seen.getFirst().x(), 1e-9);
        assertEquals(640, seen.getLast().right(), 1e-9);
    }

    @Test
    void farPersonIsSmallAndVanishesBehindThePillar() {
        List<Optional<Box>> life = life("far");
        assertEquals(0.028 * 360, life.getFirst().orElseThrow().height(), 1);
        assertTrue(life.get(FRAMES * 3 / 4).isPresent());
        assertTrue(life.subList(0, FRAMES * 3 / 4).stream().anyMatch(Optional::isEmpty));
    }

    @Test
    void middlePersonIsPartlyHiddenOnTheWay() {
        double whole = life("middle").get(10).orElseThrow().width();
        assertTrue(life("middle").subList(10, 50).stream()
                .flatMap(Optional::stream)
                .anyMatch(b -> b.width() < 0.8 * whole));
    }

    @Test
    void duskMakesEveryFaceHard() {
        int dusk = IntStream.range(0, FRAMES)
                .filter(i -> light.gain(i) < 0.5)
                .findFirst()
                .orElseThrow();
        assertTrue(scene.truth(dusk).stream()
                .allMatch(t -> t.difficulty() == Difficulty.HARD || t.difficulty() == Difficulty.IGNORE));
        assertTrue(meanLuma(scene.frame(dusk)) < 0.7 * meanLuma(scene.frame(0)));
    }

    @Test
    void boxesStayWithinThePicture() {
        Box picture = new Box(0, 0, 640, 360);
        for (int i = 0; i < FRAMES; i++) {
            for (TargetBox target : scene.truth(i)) {
                assertEquals(
                        target.box().area(), target.box().intersect(picture).area(), 1e-6);
            }
        }
    }

    @Test
    void truthSurvivesItsFiles(@TempDir Path folder) throws IOException {
        ClipTruth truth = scene.clipTruth("demo.mp4");
        Path annotations = folder.resolve("annotations.csv");
        Path scope = folder.resolve("scope.csv");
        TruthWriter.annotations(annotations, List.of(truth));
        TruthWriter.scope(scope, List.of(truth));
        ClipTruth read = TruthReader.clips(annotations, scope).getFirst();
        assertEquals(truth.completeKinds(), read.completeKinds());
        assertEquals(FRAMES, read.frames().size());
        for (int i = 0; i < FRAMES; i++) {
            assertSame(truth.frames().get(i), read.frames().get(i));
        }
    }

    private static void assertSame(FrameTruth written, FrameTruth read) {
        assertEquals(written.targets().size(), read.targets().size());
        for (int i = 0; i < written.targets().size(); i++) {
            TargetBox a = written.targets().get(i);
            TargetBox b = read.targets().get(i);
            assertEquals(a.track(), b.track());
            assertEquals(a.difficulty(), b.difficulty());
            assertEquals(a.box().x(), b.box().x(), 0.006);
            assertEquals(a.box().height(), b.box().height(), 0.006);
        }
    }

    private List<Optional<Box>> life(String track) {
        return IntStream.range(0, FRAMES)
                .mapToObj(i -> scene.truth(i).stream()
                        .filter(t -> t.track().equals(track))
                        .map(TargetBox::box)
                        .findFirst())
                .toList();
    }

    private static boolean holds(List<Box> boxes, int x, int y) {
        return boxes.stream()
                .anyMatch(b -> x >= b.x() - 2 && x <= b.right() + 2 && y >= b.y() - 2 && y <= b.bottom() + 2);
    }

    private static double meanLuma(Frame frame) {
        return IntStream.range(0, frame.width() * frame.height())
                .map(p -> frame.luma().at(p % frame.width(), p / frame.width()) - 16)
                .average()
                .orElseThrow();
    }
}
