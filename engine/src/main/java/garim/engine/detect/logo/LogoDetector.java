package garim.engine.detect.logo;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.Suppression;
import garim.engine.detect.logo.MarkSearch.Place;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A logo detector finds trademarks of which it was given reference pictures.
 *
 * <p>Keypoints that look alike propose places; at each the reference is laid over the picture, and only where most of
 * its pixels agree is the mark reported. Works on luma; a negative of the mark is found as well.
 */
public final class LogoDetector implements Detector {
    private static final String NAME = "logo";
    private static final double CONTRAST = 2.5;
    private static final int MOST_KEYPOINTS = 6000;
    private static final double SAME_PLACE_IOU = 0.2;
    private static final int ENLARGED_BELOW = 1000 * 1000;

    private final List<LogoReference> references;

    /**
     * Creates a detector.
     *
     * @param references the marks to look for, at least one
     */
    public LogoDetector(List<LogoReference> references) {
        this.references = List.copyOf(references);
        if (references.isEmpty()) {
            throw new IllegalArgumentException("a logo detector needs a reference");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        Gray gray = Gray.of(picture);
        List<Octave> octaves = Octave.of(gray, picture.width() * picture.height() < ENLARGED_BELOW);
        List<Keypoint> keypoints = Keypoints.of(octaves, CONTRAST, MOST_KEYPOINTS);
        PictureScales scales = PictureScales.of(gray, octaves);
        List<Detection> found = new ArrayList<>();
        for (LogoReference reference : references) {
            for (MarkFeatures mark : reference.marks()) {
                detections(mark, MarkSearch.in(scales, keypoints, mark), picture)
                        .forEach(found::add);
            }
        }
        return Suppression.strongest(found, SAME_PLACE_IOU);
    }

    private static Stream<Detection> detections(MarkFeatures mark, List<Place> places, Picture picture) {
        Box content = mark.mark().content();
        return places.stream()
                .map(place -> new Detection(
                        TargetKind.LOGO,
                        place.warp().bounds(content.width(), content.height()).clamp(picture.width(), picture.height()),
                        place.agreement().score(),
                        NAME))
                .filter(detection -> !detection.box().isEmpty());
    }

    @Override
    public void close() {}
}
