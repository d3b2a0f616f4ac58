package garim.engine.detect.logo;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.Suppression;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A logo detector finds trademarks of which it was given reference pictures.
 *
 * <p>Keypoints that look alike propose places; at each the reference is laid over the picture, and only where most of
 * its pixels agree is the mark reported. Works on luma; a negative of the mark is found as well.
 */
public final class LogoDetector implements Detector {
    private static final double CONTRAST = 2.5;
    private static final int MOST_KEYPOINTS = 6000;
    private static final int MOST_PROPOSALS = 60;
    private static final int COARSE_ROUNDS = 10;
    private static final int FINE_ROUNDS = 8;
    private static final double LEAST_SIDE = 20;
    private static final double PROMISING_SHARE = 0.35;
    private static final double SHARE = 0.6;
    private static final double EDGES = 0.7;
    private static final double SAME_PLACE_IOU = 0.4;
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
        return "logo";
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
                find(mark, keypoints, scales, found);
            }
        }
        return Suppression.strongest(found, SAME_PLACE_IOU);
    }

    private void find(MarkFeatures mark, List<Keypoint> keypoints, PictureScales scales, List<Detection> found) {
        Alignment coarse = new Alignment(mark.coarse(), scales);
        Alignment fine = new Alignment(mark.fine(), scales);
        for (Proposals.Proposal proposal : Proposals.of(mark, keypoints, MOST_PROPOSALS)) {
            Warp near = coarse.refine(proposal.warp(), COARSE_ROUNDS, false);
            if (isPossible(mark.mark(), near) && coarse.agreement(near).share() >= PROMISING_SHARE) {
                Warp place = fine.refine(near, FINE_ROUNDS, true);
                Agreement agreement = fine.agreement(place);
                if (isPossible(mark.mark(), place) && agreement.share() >= SHARE && agreement.edges() >= EDGES) {
                    Box content = mark.mark().content();
                    Box box = place.bounds(content.width(), content.height()).clamp(scales.width(), scales.height());
                    double score = Math.clamp(agreement.share() * agreement.edges(), 0, 1);
                    if (!box.isEmpty()) {
                        found.add(new Detection(TargetKind.LOGO, box, score, name()));
                    }
                }
            }
        }
    }

    private static boolean isPossible(Mark mark, Warp warp) {
        double side = mark.meanSide() * Math.sqrt(Math.max(0, warp.areaAt(0, 0)));
        return side >= LEAST_SIDE && Double.isFinite(side);
    }

    @Override
    public void close() {}
}
