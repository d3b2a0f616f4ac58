package garim.engine.pipeline;

import garim.engine.detect.Picture;
import java.util.Optional;
import java.util.function.Supplier;

/** The picture of one frame for detectors on several threads; made by the first that asks for it. */
final class SharedPicture {
    private Optional<Picture> made = Optional.empty();

    /**
     * The picture.
     *
     * @param view makes it, in memory of its own; called once
     */
    synchronized Picture get(Supplier<Picture> view) {
        Picture picture = made.orElseGet(view);
        made = Optional.of(picture);
        return picture;
    }
}
