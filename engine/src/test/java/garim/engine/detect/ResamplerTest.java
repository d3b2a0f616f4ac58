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
                    double expected =
                            PlainPicture.resized(source.green(), source.width(), source.height(), x, y, width, height);
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
}
