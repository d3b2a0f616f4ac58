package garim.engine.detect;

/** Look-up tables for BT.601 YCbCr to RGB in fixed point; immutable. Source: ITU-R BT.601-7, 2.5. */
final class YuvTables {
    private static final int SHIFT = 14;
    private static final YuvTables LIMITED = new YuvTables(16, 255.0 / 219, 255.0 / 224);
    private static final YuvTables FULL = new YuvTables(0, 1, 1);

    private final int[] luma = new int[256];
    private final int[] redOfCr = new int[256];
    private final int[] greenOfCb = new int[256];
    private final int[] greenOfCr = new int[256];
    private final int[] blueOfCb = new int[256];

    private YuvTables(int black, double lumaGain, double chromaGain) {
        double one = 1 << SHIFT;
        for (int i = 0; i < 256; i++) {
            double chroma = (i - 128) * chromaGain;
            luma[i] = (int) Math.round(one * ((i - black) * lumaGain + 0.5));
            redOfCr[i] = (int) Math.round(one * 1.402 * chroma);
            greenOfCb[i] = (int) Math.round(one * -0.344136 * chroma);
            greenOfCr[i] = (int) Math.round(one * -0.714136 * chroma);
            blueOfCb[i] = (int) Math.round(one * 1.772 * chroma);
        }
    }

    static YuvTables of(boolean fullRange) {
        return fullRange ? FULL : LIMITED;
    }

    int luma(int sample) {
        return luma[sample];
    }

    int redOfCr(int sample) {
        return redOfCr[sample];
    }

    int greenOfChroma(int cb, int cr) {
        return greenOfCb[cb] + greenOfCr[cr];
    }

    int blueOfCb(int sample) {
        return blueOfCb[sample];
    }

    /** The sample 0-255 of a sum of fixed-point terms. Plain arithmetic, so that many are computed at a time. */
    static int sample(int fixedPoint) {
        return Math.min(Math.max(fixedPoint >> SHIFT, 0), 255);
    }
}
