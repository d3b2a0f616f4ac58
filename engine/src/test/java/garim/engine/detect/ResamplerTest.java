package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ResamplerTest {
    @Test
    void agreesWithThePlainTwinWithinOneStep() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            Picture source = DetectorContract.noise(1 + random.nextInt(50), 1 + random.nextInt(50), round);
            int width = 1 + random.nextInt(90);
            int height = 1 + random.nextInt(90);
            Picture fast = Resampler.resize(source, width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double expected = plain(source, x, y, width, height);
                    String where = "round " + round + " at " + x + "," + y;
                    assertEquals(expected, fast.green()[y * width + x] & 0xff, 1.0, where);
                }
            }
        }
    }

    @Test
    void keepsABlankPictureBlank() {
        for (int sample = 0; sample < 256; sample += 15) {
            for (byte b : Resampler.resize(DetectorContract.blank(31, 17, sample), 47, 9)
                    .red()) {
                assertEquals(sample, b & 0xff);
            }
        }
    }

    @Test
    void givesThePictureBackWhenItsSizeStays() {
        Picture picture = DetectorContract.noise(20, 10, 1);
        assertSame(picture, Resampler.resize(picture, 20, 10));
    }

    private static double plain(Picture source, int x, int y, int width, int height) {
        double sum = 0;
        for (int sy = 0; sy < source.height(); sy++) {
            for (int sx = 0; sx < source.width(); sx++) {
                double weight = weight(sx, x, source.width(), width) * weight(sy, y, source.height(), height);
                sum += weight * (source.green()[sy * source.width() + sx] & 0xff);
            }
        }
        return sum;
    }

    private static double weight(int sample, int target, int from, int to) {
        double ratio = (double) from / to;
        if (ratio > 1) {
            double common = Math.min(sample + 1, (target + 1) * ratio) - Math.max(sample, target * ratio);
            return Math.max(0, common) / ratio;
        }
        double place = Math.clamp((target + 0.5) * ratio - 0.5, 0, from - 1);
        return Math.max(0, 1 - Math.abs(sample - place));
    }
}
