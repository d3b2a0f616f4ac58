package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Plane;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LumaPyramidTest {
    @RepeatedTest(40)
    void samplesAWindowLikeItsPlainTwin(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        LumaPyramid.Level level = LumaPyramid.of(noise(random, 40 + random.nextInt(40), 30 + random.nextInt(40)))
                .base();
        int radius = random.nextInt(5);
        float x = random.nextFloat() * (level.width() + 10) - 5;
        float y = random.nextFloat() * (level.height() + 10) - 5;
        float[] samples = new float[(2 * radius + 1) * (2 * radius + 1)];
        level.samples(x, y, radius, samples);
        assertArrayEquals(PlainPyramid.window(level, x, y, radius), samples, 0.01f, "at " + x + "," + y);
    }

    @RepeatedTest(10)
    void reducesLargePicturesToMeansLikeItsPlainTwin(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Plane luma = noise(random, 1000 + random.nextInt(1500), 20 + random.nextInt(20));
        LumaPyramid pyramid = LumaPyramid.of(luma);
        int cell = pyramid.reduction();
        LumaPyramid.Level base = pyramid.base();
        for (int y = 0; y < base.height(); y++) {
            for (int x = 0; x < base.width(); x += 7) {
                assertEquals(PlainPyramid.reduced(luma, cell, x, y), base.values()[y * base.width() + x] & 0xff);
            }
        }
    }

    @RepeatedTest(10)
    void halvesEveryLevelLikeItsPlainTwin(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<LumaPyramid.Level> levels = LumaPyramid.of(
                        noise(random, 100 + random.nextInt(300), 100 + random.nextInt(90)))
                .levels();
        for (int i = 1; i < levels.size(); i++) {
            LumaPyramid.Level large = levels.get(i - 1);
            LumaPyramid.Level half = levels.get(i);
            for (int y = 0; y < half.height(); y++) {
                for (int x = 0; x < half.width(); x++) {
                    assertEquals(PlainPyramid.halved(large, x, y), half.values()[y * half.width() + x] & 0xff);
                }
            }
        }
    }

    private static Plane noise(Random random, int width, int height) {
        Plane plane = Plane.allocate(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane.put(x, y, random.nextInt(256));
            }
        }
        return plane;
    }
}
