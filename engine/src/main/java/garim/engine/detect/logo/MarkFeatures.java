package garim.engine.detect.logo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The features of a mark from several sides and at two sizes, as it is and as its negative, laid out for comparison. */
final class MarkFeatures {
    private static final double SMALL_SIDE = 56;
    private static final double TILT = 1.7;
    private static final int DIRECTIONS = 4;

    private final Mark mark;
    private final List<Feature> features = new ArrayList<>();
    private final float[][] columns;
    private final Template coarse;
    private final Template fine;

    /**
     * A feature is one keypoint of one view.
     *
     * @param view where it is from
     * @param x place in the view
     * @param y place in the view
     * @param sigma size in the view
     * @param angle direction in the view
     */
    private record Feature(MarkView view, double x, double y, double sigma, double angle) {}

    private MarkFeatures(Mark mark, List<MarkView> views) {
        this.mark = mark;
        List<float[]> descriptions = new ArrayList<>();
        for (MarkView view : views) {
            for (Keypoint k : view.keypoints()) {
                features.add(new Feature(view, k.x(), k.y(), k.sigma(), k.angle()));
                descriptions.add(k.description());
                features.add(new Feature(view, k.x(), k.y(), k.sigma(), k.angle() + Math.PI));
                descriptions.add(Description.ofNegative(k.description()));
            }
        }
        columns = new float[Description.LENGTH][descriptions.size()];
        for (int i = 0; i < descriptions.size(); i++) {
            for (int k = 0; k < Description.LENGTH; k++) {
                columns[k][i] = descriptions.get(i)[k];
            }
        }
        coarse = Template.of(mark, Template.COARSE_SIDE);
        fine = Template.of(mark, Template.FINE_SIDE);
    }

    /** Looks at a mark from all sides. */
    static MarkFeatures of(Mark mark) {
        List<MarkView> views = new ArrayList<>();
        for (double scale : new double[] {1, Math.min(1, SMALL_SIDE / mark.meanSide())}) {
            views.add(MarkView.of(mark, scale, 1, 0));
            for (int i = 0; i < DIRECTIONS; i++) {
                views.add(MarkView.of(mark, scale, TILT, i * Math.PI / DIRECTIONS));
            }
        }
        return new MarkFeatures(mark, views);
    }

    /** How many features there are. */
    int count() {
        return features.size();
    }

    Mark mark() {
        return mark;
    }

    /** The mark for a first alignment. */
    Template coarse() {
        return coarse;
    }

    /** The mark for the last alignment and the verdict. */
    Template fine() {
        return fine;
    }

    /** Likeness of a description to each feature, 0-1, written over the array. */
    void compare(float[] description, float[] likeness) {
        Arrays.fill(likeness, 0);
        for (int k = 0; k < Description.LENGTH; k++) {
            float value = description[k];
            if (value != 0) {
                float[] column = columns[k];
                for (int i = 0; i < column.length; i++) {
                    likeness[i] += value * column[i];
                }
            }
        }
    }

    /** Likeness of a description to one feature, the plain way. */
    double plainLikeness(float[] description, int feature) {
        double sum = 0;
        for (int k = 0; k < Description.LENGTH; k++) {
            sum += description[k] * columns[k][feature];
        }
        return sum;
    }

    /** Where the mark would be if this keypoint of a picture were that feature: from its coordinates to the picture. */
    Warp warpFor(Keypoint seen, int feature) {
        Feature known = features.get(feature);
        return Warp.similarity(
                        seen.sigma() / known.sigma(),
                        seen.angle() - known.angle(),
                        known.x(),
                        known.y(),
                        seen.x(),
                        seen.y())
                .after(known.view().warp());
    }
}
