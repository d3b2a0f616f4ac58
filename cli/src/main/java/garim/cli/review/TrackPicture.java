package garim.cli.review;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * The best picture of a track: where it is large and sharp, with a little around it, upright, the target in a frame.
 *
 * @param image the picture
 * @param frame in which frame it was taken
 */
public record TrackPicture(BufferedImage image, int frame) {
    public TrackPicture {
        Objects.requireNonNull(image);
    }
}
