package garim.engine.detect.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CropWriterTest {
    private static final int SIZE = 48;

    @Test
    void copiesSamplesWhenTheSquareHasTheSizeOfTheCrop() {
        Picture picture = noise(100, 90, 1);
        FloatBuffer crop = crop(picture, new Box(30, 33, 24, 20));
        assertEquals(picture.red()[(19 + 5) * 100 + 18 + 7] & 0xff, crop.get(5 * SIZE + 7), 1e-3);
        assertEquals(picture.blue()[(19 + 40) * 100 + 18 + 2] & 0xff, crop.get((2 * SIZE + 40) * SIZE + 2), 1e-3);
    }

    @Test
    void repeatsTheBorderOutsideThePicture() {
        Picture picture = noise(60, 50, 2);
        FloatBuffer crop = crop(picture, new Box(0, 0, 20, 24));
        assertEquals(picture.green()[0] & 0xff, crop.get(SIZE * SIZE), 1e-3);
    }

    @Test
    void givesWhatThePlainTwinGives() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int n = 0; n < 40; n++) {
            Picture picture = noise(20 + random.nextInt(200), 20 + random.nextInt(200), random.nextLong());
            double width = 2 + random.nextDouble() * 120;
            double height = 2 + random.nextDouble() * 120;
            double x = -20 + random.nextDouble() * picture.width();
            assertTwin(picture, new Box(x, random.nextDouble() * picture.height(), width, height), "seed " + seed);
        }
    }

    private static void assertTwin(Picture picture, Box box, String message) {
        FloatBuffer crop = crop(picture, box);
        for (int y = 0; y < SIZE; y += 5) {
            for (int x = 0; x < SIZE; x += 5) {
                double expected = PlainCrop.at(picture.red(), picture, box, SIZE, x, y);
                assertEquals(expected, crop.get(y * SIZE + x), 0.02, message);
            }
        }
    }

    private static FloatBuffer crop(Picture picture, Box box) {
        FloatBuffer target = FloatBuffer.allocate(3 * SIZE * SIZE);
        new CropWriter(SIZE, 2).write(picture, box, target, 0);
        return target;
    }

    private static Picture noise(int width, int height, long seed) {
        byte[][] planes = new byte[3][width * height];
        Random random = new Random(seed);
        for (byte[] plane : planes) {
            random.nextBytes(plane);
        }
        return new Picture(width, height, planes[0], planes[1], planes[2]);
    }
}
