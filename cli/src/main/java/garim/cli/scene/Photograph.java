package garim.cli.scene;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/**
 * A photograph is a decoded picture of which every face is known.
 *
 * @param name short name that goes into track names
 * @param image its pixels; nobody writes to them
 * @param faces all faces in it
 */
public record Photograph(String name, BufferedImage image, List<KnownFace> faces) {
    public Photograph {
        Objects.requireNonNull(name);
        Objects.requireNonNull(image);
        faces = List.copyOf(faces);
    }
}
