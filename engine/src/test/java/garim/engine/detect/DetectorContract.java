package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every detector promises; a test of a detector inherits it and supplies the detector. */
public abstract class DetectorContract {
    private static final int THREADS = 4;

    private Detector detector;

    /** A new detector; the contract closes it. */
    protected abstract Detector create();

    /** A picture in which the detector finds something. */
    protected abstract Picture pictureWithTargets();

    @BeforeEach
    final void open() {
        detector = create();
    }

    @AfterEach
    final void close() {
        detector.close();
    }

    @Test
    void hasAName() {
        assertTrue(!detector.name().isBlank());
    }

    @Test
    void findsTargetsInsideThePictureWithScoresFromZeroToOne() {
        Picture picture = pictureWithTargets();
        List<Detection> found = detector.detect(picture);
        assertTrue(!found.isEmpty());
        found.forEach(d -> assertInside(d, picture));
    }

    @Test
    void givesTheSameAnswerTwice() {
        Picture picture = pictureWithTargets();
        assertEquals(new HashSet<>(detector.detect(picture)), new HashSet<>(detector.detect(picture)));
    }

    @Test
    void findsInThePartThatIsTheWholePictureWhatItFindsInThePicture() {
        Picture picture = pictureWithTargets();
        Box whole = new Box(0, 0, picture.width(), picture.height());
        assertEquals(new HashSet<>(detector.detect(picture)), new HashSet<>(detector.detectIn(picture, whole)));
    }

    @Test
    void givesBoxesOfTheWholePictureWhenItLooksAtAPart() {
        Picture picture = pictureWithTargets();
        for (Detection target : detector.detect(picture)) {
            Box part = target.box().grow(1.5);
            List<Detection> found = detector.detectIn(picture, part);
            found.forEach(d -> assertInside(d, picture));
            assertTrue(found.stream().allMatch(d -> d.box().iou(part) > 0), () -> part + " " + found);
        }
        assertEquals(List.of(), detector.detectIn(picture, new Box(-100, -100, 50, 50)));
    }

    @Test
    void givesTheSameAnswerFromSeveralThreads() throws Exception {
        Picture picture = pictureWithTargets();
        List<Detection> expected = detector.detect(picture);
        List<Callable<List<Detection>>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(() -> detector.detect(picture));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<Detection>> answer : threads.invokeAll(tasks)) {
                assertEquals(new HashSet<>(expected), new HashSet<>(answer.get()));
            }
        }
    }

    @Test
    void findsNothingInABlankPicture() {
        for (int sample : new int[] {0, 16, 128, 235, 255}) {
            assertEquals(List.of(), detector.detect(blank(320, 240, sample)), "sample " + sample);
        }
    }

    @Test
    void takesPicturesOfAnySizeFromSixteenBySixteen() {
        int[][] sizes = {{16, 16}, {17, 16}, {16, 33}, {63, 129}, {200, 31}, {321, 243}};
        for (int[] size : sizes) {
            Picture picture = noise(size[0], size[1], 7);
            detector.detect(picture).forEach(d -> assertInside(d, picture));
        }
    }

    private static void assertInside(Detection d, Picture picture) {
        Box b = d.box();
        assertTrue(b.x() >= 0 && b.y() >= 0 && b.right() <= picture.width() + 1e-6, d::toString);
        assertTrue(b.bottom() <= picture.height() + 1e-6 && !b.isEmpty(), d::toString);
        assertTrue(d.score() >= 0 && d.score() <= 1, d::toString);
    }

    /** A picture of one grey. */
    protected static Picture blank(int width, int height, int sample) {
        byte[] plane = new byte[width * height];
        Arrays.fill(plane, (byte) sample);
        return new Picture(width, height, plane, plane, plane);
    }

    /** A picture of random samples. */
    protected static Picture noise(int width, int height, long seed) {
        byte[][] planes = new byte[3][width * height];
        Random random = new Random(seed);
        for (byte[] plane : planes) {
            random.nextBytes(plane);
        }
        return new Picture(width, height, planes[0], planes[1], planes[2]);
    }
}
