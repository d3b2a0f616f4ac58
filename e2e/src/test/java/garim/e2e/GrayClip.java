package garim.e2e;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The brightness of every pixel of a clip as a person sees it: upright, decoded by ffmpeg, 0 black to 255 white. */
final class GrayClip {
    /** A clip that was not decoded yet. */
    static final GrayClip NONE = new GrayClip(1, 1, new byte[1]);

    private static final int TILE = 32;

    private final int width;
    private final int height;
    private final byte[] samples;

    private GrayClip(int width, int height, byte[] samples) {
        if (samples.length == 0 || samples.length % (width * height) != 0) {
            throw new AssertionError(samples.length + " samples are no pictures of " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /** Decodes a clip that is of this size when it stands upright. */
    static GrayClip of(Path clip, int width, int height) {
        try {
            Path raw = Files.createTempFile("garim-e2e", ".gray");
            try {
                String arguments = "-threads 1 -i @ -an -fps_mode passthrough -pix_fmt gray -f rawvideo";
                Ffmpeg.make(clip, arguments, raw);
                return new GrayClip(width, height, Files.readAllBytes(raw));
            } finally {
                Files.delete(raw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int frames() {
        return samples.length / (width * height);
    }

    int at(int frame, int x, int y) {
        return samples[(frame * height + y) * width + x] & 0xff;
    }

    /** Share of the tiles of a frame, outside of some rectangles, that another clip shows at 30 dB or better. */
    double kept(GrayClip other, int frame, List<Rectangle> without) {
        int tiles = 0;
        int same = 0;
        for (int y = 0; y + TILE <= Math.min(height, other.height); y += TILE) {
            for (int x = 0; x + TILE <= Math.min(width, other.width); x += TILE) {
                Rectangle tile = new Rectangle(x, y, TILE, TILE);
                if (without.stream().noneMatch(tile::intersects)) {
                    tiles++;
                    same += squaredError(other, frame, tile) < 65 ? 1 : 0;
                }
            }
        }
        return (double) same / tiles;
    }

    private double squaredError(GrayClip other, int frame, Rectangle tile) {
        double squares = 0;
        for (int y = tile.y; y < tile.y + TILE; y++) {
            for (int x = tile.x; x < tile.x + TILE; x++) {
                double difference = at(frame, x, y) - other.at(frame, x, y);
                squares += difference * difference;
            }
        }
        return squares / (TILE * TILE);
    }
}
