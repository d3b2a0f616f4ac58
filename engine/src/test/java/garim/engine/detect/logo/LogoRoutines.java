package garim.engine.detect.logo;

import garim.engine.frame.PixelRoutine;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The routine that blurs for features, and its twin. */
public final class LogoRoutines {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final double SIGMA = 1.7;

    private LogoRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        Random random = new Random(1);
        float[] samples = new float[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextInt(256);
        }
        Gray gray = new Gray(WIDTH, HEIGHT, samples);
        Supplier<Object> plain = () -> IntStream.range(0, WIDTH * HEIGHT)
                .mapToDouble(i -> PlainBlur.at(gray, i % WIDTH, i / WIDTH, SIGMA))
                .toArray();
        return List.of(new PixelRoutine(
                "gaussian", "picture of 480x270", () -> gray.blurred(SIGMA).samples(), plain, 0.02));
    }
}
