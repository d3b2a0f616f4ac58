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
        double side = 2 * Math.max(box.width(), box.height());
        for (int y = 0; y < SIZE; y += 5) {
            for (int x = 0; x < SIZE; x += 5) {
                double centerX = box.centerX() - side / 2 + (x + 0.5) * side / SIZE;
                double centerY = box.centerY() - side / 2 + (y + 0.5) * side / SIZE;
                double expected = mean(picture, centerX, centerY, Math.max(1, side / SIZE));
                assertEquals(expected, crop.get(y * SIZE + x), 0.02, message);
            }
        }
    }

    /** The mean of the red samples, each a square of one colour, over a square of this reach. */
    private static double mean(Picture picture, double centerX, double centerY, double reach) {
        double sum = 0;
        for (int y = (int) Math.floor(centerY - reach); y <= centerY + reach; y++) {
            for (int x = (int) Math.floor(centerX - reach); x <= centerX + reach; x++) {
                int column = Math.clamp(x, 0, picture.width() - 1);
                int row = Math.clamp(y, 0, picture.height() - 1);
                double area = common(x, centerX, reach) * common(y, centerY, reach);
                sum += area * (picture.red()[row * picture.width() + column] & 0xff);
            }
        }
        return sum / (reach * reach);
    }

    private static double common(int sample, double centre, double reach) {
        return Math.max(0, Math.min(sample + 1, centre + reach / 2) - Math.max(sample, centre - reach / 2));
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
