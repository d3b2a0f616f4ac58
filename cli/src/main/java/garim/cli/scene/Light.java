package garim.cli.scene;

import java.util.Random;

/** Light makes the picture of a cheap camera: it darkens for a second of dusk and adds the noise of a sensor. */
final class Light {
    private static final int NOISE = 1 << 16;
    private static final double SIGMA = 2.0;
    private static final double DUSK_GAIN = 0.4;
    private static final double DUSK_START = 0.70;

    private final SceneShape shape;
    private final byte[] noise = new byte[NOISE];

    Light(SceneShape shape) {
        this.shape = shape;
        Random random = new Random(20260101);
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (byte) Math.clamp(Math.round(random.nextGaussian() * SIGMA), -8, 8);
        }
    }

    /** Brightness of a frame: 1 by day, less at dusk, which lasts a second with soft ends. */
    double gain(int frame) {
        double seconds = (frame - DUSK_START * shape.frameCount()) / shape.frameRate();
        double depth = Math.clamp(Math.min(seconds, 1 - seconds) * 5, 0, 1);
        return 1 - (1 - DUSK_GAIN) * depth;
    }

    /** Lights a painted canvas as the camera would have seen it in this frame. */
    void apply(Canvas canvas, int frame) {
        double gain = gain(frame);
        if (gain < 1) {
            scale(canvas.luma(), 16, gain);
            scale(canvas.cb(), 128, gain);
            scale(canvas.cr(), 128, gain);
        }
        addNoise(canvas.luma(), frame);
    }

    private static void scale(Raster raster, int zero, double gain) {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) Math.round(zero + (i - zero) * gain);
        }
        byte[] samples = raster.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = table[samples[i] & 0xff];
        }
    }

    private void addNoise(Raster luma, int frame) {
        byte[] samples = luma.samples();
        for (int y = 0; y < luma.height(); y++) {
            // Each row starts elsewhere in the table, so that no pattern repeats down the picture or over time.
            int start = ((frame * 7919 + y * 104_729) * 31) & (NOISE - 1);
            for (int x = 0; x < luma.width(); x++) {
                int place = y * luma.width() + x;
                int value = (samples[place] & 0xff) + noise[(start + x) & (NOISE - 1)];
                samples[place] = (byte) Math.clamp(value, 16, 235);
            }
        }
    }
}
