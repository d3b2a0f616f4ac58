package garim.cli.scene;

import garim.engine.frame.Frame;
import java.awt.image.BufferedImage;

/** Turns frames into RGB pictures for people to look at, by BT.601; chroma is repeated, not smoothed. */
public final class FramePicture {
    private FramePicture() {}

    /** The picture of a frame as it is stored, not turned upright. */
    public static BufferedImage of(Frame frame) {
        return of(frame, 0, 0, frame.width(), frame.height());
    }

    /** As {@link #of(Frame)}, of a part that lies within the frame. */
    public static BufferedImage of(Frame frame, int left, int top, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                row[x - left] = rgb(
                        frame.luma().at(x, y),
                        frame.cb().at(x / 2, y / 2) - 128,
                        frame.cr().at(x / 2, y / 2) - 128,
                        frame.fullRange());
            }
            image.setRGB(0, y - top, width, 1, row, 0, width);
        }
        return image;
    }

    private static int rgb(int y, int cb, int cr, boolean fullRange) {
        double light = fullRange ? y : (y - 16) * 255.0 / 219;
        double color = fullRange ? 1 : 255.0 / 224;
        int red = sample(light + 1.402 * color * cr);
        int green = sample(light - color * (0.344136 * cb + 0.714136 * cr));
        int blue = sample(light + 1.772 * color * cb);
        return (red << 16) | (green << 8) | blue;
    }

    private static int sample(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
