package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import garim.engine.frame.Rotation;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UprightViewTest {
    @Test
    void agreesWithThePlainTwinForEveryRotationRangeAndScan() {
        Random random = new Random(9);
        for (Rotation rotation : Rotation.values()) {
            for (int variant = 0; variant < 4; variant++) {
                int width = 2 + random.nextInt(40);
                int height = 2 + random.nextInt(40);
                Frame frame = noise(random, width, height, variant % 2 == 1, variant / 2 == 1);
                assertAgrees(frame, rotation);
            }
        }
    }

    @Test
    void leadsBoxesBackToTheStoredFrame() {
        Frame frame = Frame.allocate(40, 30, 0, 0);
        frame.luma().put(7, 5, 255);
        for (Rotation rotation : Rotation.values()) {
            Picture upright = UprightView.copyOf(frame, rotation);
            int brightest = 0;
            for (int i = 0; i < 40 * 30; i++) {
                brightest = (upright.red()[i] & 0xff) > (upright.red()[brightest] & 0xff) ? i : brightest;
            }
            Box pixel = new Box(brightest % upright.width(), Math.floorDiv(brightest, upright.width()), 1, 1);
            assertEquals(new Box(7, 5, 1, 1), rotation.toStored(pixel, 40, 30));
        }
    }

    @Test
    void usesItsMemoryAgain() {
        UprightView view = new UprightView(Rotation.NONE);
        byte[] first = view.of(Frame.allocate(64, 48, 0, 0)).red();
        assertSame(first, view.of(Frame.allocate(32, 48, 1, 1)).red());
    }

    private static void assertAgrees(Frame frame, Rotation rotation) {
        Picture fast = UprightView.copyOf(frame, rotation);
        for (int y = 0; y < fast.height(); y++) {
            for (int x = 0; x < fast.width(); x++) {
                Box stored = rotation.toStored(new Box(x, y, 1, 1), frame.width(), frame.height());
                double[] expected = PlainPicture.colour(frame, (int) stored.x(), (int) stored.y());
                int at = y * fast.width() + x;
                String where = rotation + " " + x + "," + y;
                assertEquals(expected[0], fast.red()[at] & 0xff, 1.0, where);
                assertEquals(expected[1], fast.green()[at] & 0xff, 1.0, where);
                assertEquals(expected[2], fast.blue()[at] & 0xff, 1.0, where);
            }
        }
    }

    private static Frame noise(Random random, int width, int height, boolean fullRange, boolean interlaced) {
        Plane luma = noise(random, width, height);
        Plane cb = noise(random, (width + 1) / 2, (height + 1) / 2);
        Plane cr = noise(random, (width + 1) / 2, (height + 1) / 2);
        return new Frame(0, 0, luma, cb, cr, fullRange, interlaced, false);
    }

    private static Plane noise(Random random, int width, int height) {
        byte[] bytes = new byte[(width + 3) * height];
        random.nextBytes(bytes);
        return new Plane(ByteBuffer.wrap(bytes), width, height, width + 3);
    }
}
