package garim.engine.detect.logo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The pixel routines give what their plain twins give. */
final class LogoRoutinesTest {
    private static final double TINY = 1e-9;

    private final Random random = new Random(21);

    @Test
    void blursLikeThePlainConvolution() {
        Gray gray = noise(37, 23);
        Gray fast = gray.blurred(1.7);
        for (int i = 0; i < 37 * 23; i++) {
            assertEquals(PlainBlur.at(gray, i % 37, i / 37, 1.7), fast.samples()[i], 0.02, "pixel " + i);
        }
    }

    @Test
    void knowsTheDirectionOfEveryGradient() {
        for (int i = 0; i < 1000; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            assertEquals(Math.atan2(y, x), Angles.of(x, y), 1e-4);
        }
        assertEquals(0, Angles.of(0, 0));
    }

    @Test
    void describesTheNegativeByTurningTheDescription() {
        Gray gray = noise(64, 64).blurred(1.5);
        float[] samples = new float[64 * 64];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 255 - gray.samples()[i];
        }
        float[] expected = Description.of(new Gray(64, 64, samples), 31.3, 30.8, 2, 0.4 + Math.PI);
        float[] turned = Description.ofNegative(Description.of(gray, 31.3, 30.8, 2, 0.4));
        assertArrayEquals(expected, turned, 1e-3f);
    }

    @Test
    void comparesDescriptionsLikeThePlainProduct() {
        MarkFeatures features = DrawnMark.FOX.reference().marks().getFirst();
        float[] likeness = new float[features.count()];
        float[] description = Description.of(noise(64, 64), 30, 30, 2, 1);
        features.compare(description, likeness);
        for (int i = 0; i < likeness.length; i++) {
            assertEquals(features.plainLikeness(description, i), likeness[i], 1e-5);
        }
    }

    @Test
    void joinsWarpsInOrder() {
        for (int i = 0; i < 100; i++) {
            Warp first = warp();
            Warp second = warp();
            double x = random.nextDouble();
            double y = random.nextDouble();
            Warp both = second.after(first);
            assertEquals(second.x(first.x(x, y), first.y(x, y)), both.x(x, y), TINY);
            assertEquals(second.y(first.x(x, y), first.y(x, y)), both.y(x, y), TINY);
        }
    }

    @Test
    void knowsTheAreaOfAWarpedSquare() {
        Warp warp = new Warp(3, 0.5, 7, -0.2, 2, 1, 0.02, -0.03);
        double side = 1e-4;
        double acrossX = warp.x(0.3 + side, 0.4) - warp.x(0.3, 0.4);
        double acrossY = warp.y(0.3 + side, 0.4) - warp.y(0.3, 0.4);
        double downX = warp.x(0.3, 0.4 + side) - warp.x(0.3, 0.4);
        double downY = warp.y(0.3, 0.4 + side) - warp.y(0.3, 0.4);
        assertEquals((acrossX * downY - acrossY * downX) / (side * side), warp.areaAt(0.3, 0.4), 1e-3);
    }

    @Test
    void undoesAnAffineWarp() {
        Warp warp = Warp.affine(2, 0.3, 5, -0.4, 1.5, -2);
        Warp none = warp.inverseOfAffine().after(warp);
        assertEquals(4, none.x(4, 7), TINY);
        assertEquals(7, none.y(4, 7), TINY);
    }

    private Warp warp() {
        return new Warp(1 + number(), number(), number(), number(), 1 + number(), number(), number(), number());
    }

    private double number() {
        return (random.nextDouble() - 0.5) / 5;
    }

    private Gray noise(int width, int height) {
        float[] samples = new float[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextInt(256);
        }
        return new Gray(width, height, samples);
    }
}
