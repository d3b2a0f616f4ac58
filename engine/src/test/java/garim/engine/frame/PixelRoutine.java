package garim.engine.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A pixel routine beside its slow plain twin, on the same input: what they give is the same, and what they cost can be
 * measured.
 *
 * @param name what is done
 * @param work how much of it one call does
 * @param fast does it as the product does
 * @param plain does it one sample at a time; both give arrays of numbers
 * @param tolerance most that two values may differ
 */
public record PixelRoutine(String name, String work, Supplier<Object> fast, Supplier<Object> plain, double tolerance) {
    public PixelRoutine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(work);
        Objects.requireNonNull(fast);
        Objects.requireNonNull(plain);
    }

    /** A name of one word, for command lines. */
    public String word() {
        return name.replace(' ', '-');
    }

    /** Runs both once; the largest difference between their values. */
    public double difference() {
        double[] mine = values(fast.get()).toArray();
        double[] twins = values(plain.get()).toArray();
        if (mine.length != twins.length) {
            throw new IllegalStateException(name + " gives " + mine.length + " values, its twin " + twins.length);
        }
        return IntStream.range(0, mine.length)
                .mapToDouble(i -> Math.abs(mine[i] - twins[i]))
                .max()
                .orElse(0);
    }

    private static DoubleStream values(Object result) {
        return switch (result) {
            case byte[] samples -> IntStream.range(0, samples.length).mapToDouble(i -> samples[i] & 0xff);
            case int[] numbers -> Arrays.stream(numbers).asDoubleStream();
            case float[] numbers -> IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
            case double[] numbers -> Arrays.stream(numbers);
            case Object[] parts -> Arrays.stream(parts).flatMapToDouble(PixelRoutine::values);
            default -> throw new IllegalArgumentException("not an array: " + result.getClass());
        };
    }

    /** A plane of noise. */
    public static Plane noise(int width, int height, long seed) {
        byte[] bytes = new byte[width * height];
        new Random(seed).nextBytes(bytes);
        return new Plane(ByteBuffer.wrap(bytes), width, height, width);
    }
}
