package garim.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.cli.scene.ComparisonStrip.Moment;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonStripTest {
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    @Test
    void showsBeforeAboveAfter(@TempDir Path folder) throws IOException {
        Moment moment = Moment.of("1.5 S", grey(200, 100, 235), grey(200, 100, 16));
        Path png = folder.resolve("strip.png");
        new ComparisonStrip(100).write(png, List.of(moment, moment));
        BufferedImage strip = ImageIO.read(png.toFile());
        int right = strip.getWidth() - 50;
        assertEquals(WHITE, strip.getRGB(right, strip.getHeight() - 6 - 50 - 6 - 25));
        assertEquals(BLACK, strip.getRGB(right, strip.getHeight() - 6 - 25));
    }

    @Test
    void writesLabels() {
        Frame frame = grey(200, 100, 16);
        BufferedImage labelled = new ComparisonStrip(100).draw(List.of(Moment.of("FRAME 7", frame, frame)));
        BufferedImage bare = new ComparisonStrip(100).draw(List.of(Moment.of("", frame, frame)));
        assertTrue(bright(labelled) > bright(bare) + 100);
    }

    @Test
    void refusesPicturesOfDifferentSize() {
        Frame before = grey(200, 100, 16);
        Frame after = grey(100, 100, 16);
        assertThrows(IllegalArgumentException.class, () -> Moment.of("A", before, after));
    }

    @Test
    void framePictureKnowsBothRanges() {
        Frame limited = grey(20, 10, 235);
        Frame full = new Frame(0, 0, limited.luma(), limited.cb(), limited.cr(), true, false, false);
        assertEquals(WHITE, FramePicture.of(limited).getRGB(3, 3));
        assertEquals(0xffebebeb, FramePicture.of(full).getRGB(3, 3));
    }

    @Test
    void framePictureKnowsColors() {
        Frame frame = grey(20, 10, 81);
        fill(frame.cb(), 90);
        fill(frame.cr(), 240);
        // The textbook BT.601 samples of pure red.
        int rgb = FramePicture.of(frame).getRGB(19, 9);
        assertTrue(((rgb >> 16) & 0xff) > 250 && (rgb & 0xffff) < 0x0202, Integer.toHexString(rgb));
    }

    private static Frame grey(int width, int height, int luma) {
        Frame frame = Frame.allocate(width, height, 0, 0);
        fill(frame.luma(), luma);
        fill(frame.cb(), 128);
        fill(frame.cr(), 128);
        return frame;
    }

    private static void fill(Plane plane, int value) {
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                plane.put(x, y, value);
            }
        }
    }

    private static int bright(BufferedImage image) {
        int count = 0;
        for (int p = 0; p < image.getWidth() * image.getHeight(); p++) {
            count += (image.getRGB(p % image.getWidth(), p / image.getWidth()) & 0xff) > 200 ? 1 : 0;
        }
        return count;
    }
}
