package garim.cli.scene;

import garim.engine.frame.Box;
import java.util.List;

/**
 * A placement is a layer at its place in one frame, with the faces it shows.
 *
 * @param layer what is painted
 * @param where box in pixels of the frame; may reach outside
 * @param faces faces that the layer shows
 */
record Placement(Layer layer, Box where, List<PlacedFace> faces) {
    /** A face with its track name, in pixels of the frame, seen or not. */
    record PlacedFace(String track, Box box, boolean isFrontal) {}

    Placement {
        faces = List.copyOf(faces);
    }

    /** A box given in shares of a layer's size, in pixels of the frame. */
    static Box within(Box where, Box share) {
        return new Box(
                where.x() + share.x() * where.width(),
                where.y() + share.y() * where.height(),
                share.width() * where.width(),
                share.height() * where.height());
    }

    /** A box given in pixels of a picture, as shares of the picture's size. */
    static Box share(Box box, double width, double height) {
        return new Box(box.x() / width, box.y() / height, box.width() / width, box.height() / height);
    }
}
