package garim.engine.detect.onnx;

/**
 * The priors of UltraFace are the places and sizes from which its boxes are told, in the order of its output.
 *
 * <p>Source: Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB.
 */
final class UltraFacePriors {
    private static final int[] STRIDES = {8, 16, 32, 64};
    private static final double[][] SIZES = {{10, 16, 24}, {32, 48}, {64, 96}, {128, 192, 256}};
    private static final double CENTER_VARIANCE = 0.1;
    private static final double SIZE_VARIANCE = 0.2;

    private UltraFacePriors() {}

    /** Takes one prior after the other. */
    interface Visitor {
        /**
         * Takes a prior.
         *
         * @param index its place in the output
         * @param x its centre in input pixels
         * @param y its centre in input pixels
         * @param size its sides in input pixels
         */
        void visit(int index, double x, double y, double size);
    }

    /** How many there are in an input of this size in pixels. */
    static int count(int width, int height) {
        int count = 0;
        for (int level = 0; level < STRIDES.length; level++) {
            count += Math.ceilDiv(width, STRIDES[level]) * Math.ceilDiv(height, STRIDES[level]) * SIZES[level].length;
        }
        return count;
    }

    /** Shows all priors of an input of this size in pixels. */
    static void visit(int width, int height, Visitor visitor) {
        int index = 0;
        for (int level = 0; level < STRIDES.length; level++) {
            int stride = STRIDES[level];
            int columns = Math.ceilDiv(width, stride);
            int rows = Math.ceilDiv(height, stride);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    for (double size : SIZES[level]) {
                        visitor.visit(index++, (column + 0.5) * stride, (row + 0.5) * stride, size);
                    }
                }
            }
        }
    }

    /** Pixels by which a box lies beside its prior. */
    static double shift(float value, double size) {
        return CENTER_VARIANCE * value * size;
    }

    /** The side of a box in pixels. */
    static double side(float value, double size) {
        return size * Math.exp(SIZE_VARIANCE * value);
    }
}
