package garim.engine.detect;

import garim.engine.frame.Frame;
import garim.engine.frame.PixelRoutine;
import garim.engine.frame.Rotation;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The routines that make the pictures that detectors see, and their twins. */
public final class PictureRoutines {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final String WORK = "picture of 1080p";

    private PictureRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        Picture picture = noise(WIDTH, HEIGHT, 1);
        return List.of(
                upright(),
                resized("reduce", picture, 960, 540),
                resized("enlarge", noise(1280, 720, 1), WIDTH, HEIGHT),
                turned(picture));
    }

    /** A picture of noise. */
    public static Picture noise(int width, int height, long seed) {
        return new Picture(
                width,
                height,
                plane(width, height, seed),
                plane(width, height, seed + 1),
                plane(width, height, seed + 2));
    }

    private static byte[] plane(int width, int height, long seed) {
        return PixelRoutine.noise(width, height, seed).bytes().array();
    }

    private static PixelRoutine upright() {
        Frame frame = new Frame(
                0,
                0,
                PixelRoutine.noise(WIDTH, HEIGHT, 3),
                PixelRoutine.noise(WIDTH / 2, HEIGHT / 2, 4),
                PixelRoutine.noise(WIDTH / 2, HEIGHT / 2, 5),
                false,
                false,
                false);
        UprightView view = new UprightView(Rotation.NONE);
        Supplier<Object> plain = () -> {
            double[][] colours = new double[3][WIDTH * HEIGHT];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                double[] colour = PlainPicture.colour(frame, i % WIDTH, i / WIDTH);
                for (int plane = 0; plane < 3; plane++) {
                    colours[plane][i] = colour[plane];
                }
            }
            return colours;
        };
        return new PixelRoutine("colours", WORK, () -> planes(view.of(frame)), plain, 1);
    }

    private static PixelRoutine resized(String name, Picture picture, int width, int height) {
        Supplier<Object> plain = () -> Stream.of(picture.red(), picture.green(), picture.blue())
                .map(plane -> resized(plane, picture, width, height))
                .toArray();
        return new PixelRoutine(name, WORK, () -> planes(Resampler.resize(picture, width, height)), plain, 1);
    }

    private static double[] resized(byte[] plane, Picture picture, int width, int height) {
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    PlainPicture.resized(plane, picture.width(), picture.height(), i % width, i / width, width, height);
        }
        return values;
    }

    private static PixelRoutine turned(Picture picture) {
        Supplier<Object> plain = () -> Stream.of(picture.red(), picture.green(), picture.blue())
                .map(plane -> PlainPicture.quarter(plane, WIDTH))
                .toArray();
        return new PixelRoutine(
                "quarter turn", WORK, () -> planes(Turning.turn(picture, Rotation.CLOCKWISE_90)), plain, 0);
    }

    private static Object planes(Picture picture) {
        return new byte[][] {picture.red(), picture.green(), picture.blue()};
    }
}
