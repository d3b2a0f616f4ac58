package garim.engine.detect.onnx;

/**
 * The samples and weights that one axis of a crop takes from a picture: area mean where it shrinks, bilinear where it
 * grows, the border sample repeated outside the picture.
 */
final class CropAxis {
    private final int taps;
    private final int[] samples;
    private final float[] weights;

    private CropAxis(int size, int taps) {
        this.taps = taps;
        this.samples = new int[size * taps];
        this.weights = new float[size * taps];
    }

    /**
     * The axis of a crop.
     *
     * @param centre middle of the crop in pixels of the picture
     * @param side extent of the crop in pixels of the picture
     * @param size samples of the crop
     * @param length samples of the picture
     */
    static CropAxis of(double centre, double side, int size, int length) {
        double ratio = side / size;
        double reach = Math.max(ratio, 1);
        CropAxis axis = new CropAxis(size, (int) Math.ceil(reach) + 1);
        for (int i = 0; i < size; i++) {
            axis.fill(i, centre - side / 2 + (i + 0.5) * ratio - reach / 2, reach, length);
        }
        return axis;
    }

    private void fill(int target, double low, double reach, int length) {
        int start = (int) Math.floor(low);
        for (int k = 0; k < taps; k++) {
            int sample = start + k;
            double common = Math.min(sample + 1, low + reach) - Math.max(sample, low);
            samples[target * taps + k] = Math.clamp(sample, 0, length - 1);
            weights[target * taps + k] = (float) (Math.max(0, common) / reach);
        }
    }

    int taps() {
        return taps;
    }

    /** The picture sample of a tap. */
    int sample(int target, int tap) {
        return samples[target * taps + tap];
    }

    /** The weight of a tap; those of one target sum to one. */
    float weight(int target, int tap) {
        return weights[target * taps + tap];
    }

    /** The first picture sample used; they do not fall along the axis. */
    int firstSample() {
        return samples[0];
    }

    /** The last picture sample used. */
    int lastSample() {
        return samples[samples.length - 1];
    }
}
