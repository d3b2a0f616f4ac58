package garim.e2e;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * The fine detail of a part of a picture: what is left when its blurred self is taken away. Two pictures in which it
 * goes together show the same face; where it does not, nothing of the face can be read.
 */
final class FineDetail {
    /** Up to here a face counts as covered: the coarse light and dark that a mosaic of six cells keeps gives 0.4. */
    static final double COVERED = 0.45;
    /** From here on a face is plainly to be seen. */
    static final double VISIBLE = 0.60;

    private final Rectangle box;
    private final int reach;
    private final double[] weights;
    private final double total;

    private FineDetail(Rectangle box) {
        this.box = box;
        double sigma = Math.max(1, Math.min(box.width, box.height) / 12.0);
        reach = (int) (3 * sigma);
        weights = new double[2 * reach + 1];
        Arrays.setAll(weights, i -> Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma)));
        total = Arrays.stream(weights).sum();
    }

    /** Correlation, -1 to 1, of the fine detail of two clips in the inner part of a box. */
    static double correlation(GrayClip one, GrayClip other, int frame, Rectangle box) {
        FineDetail detail = new FineDetail(box);
        return correlation(detail.of(one, frame), detail.of(other, frame));
    }

    /** The box without a tenth on each side, high-pass filtered. */
    private double[] of(GrayClip clip, int frame) {
        int insetX = box.width / 10;
        int insetY = box.height / 10;
        int width = box.width - 2 * insetX;
        int height = box.height - 2 * insetY;
        double[][] rows = new double[height + 2 * reach][width];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < width; x++) {
                rows[y][x] = blurredRow(clip, frame, box.x + insetX + x, box.y + insetY + y - reach);
            }
        }
        double[] detail = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sharp = sample(clip, frame, box.x + insetX + x, box.y + insetY + y);
                detail[y * width + x] = sharp - blurredColumn(rows, x, y + reach);
            }
        }
        return detail;
    }

    private double blurredRow(GrayClip clip, int frame, int x, int y) {
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
            sum += weights[d + reach] * sample(clip, frame, x + d, y);
        }
        return sum / total;
    }

    private double blurredColumn(double[][] rows, int x, int y) {
        double sum = 0;
        for (int d = -reach; d <= reach; d++) {
            sum += weights[d + reach] * rows[y + d][x];
        }
        return sum / total;
    }

    private static double sample(GrayClip clip, int frame, int x, int y) {
        return clip.at(frame, Math.clamp(x, 0, clip.width() - 1), Math.clamp(y, 0, clip.height() - 1));
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double product = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        double scale = Math.sqrt(squaresOne * squaresOther);
        return scale < 1e-6 ? 0 : product / scale;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
