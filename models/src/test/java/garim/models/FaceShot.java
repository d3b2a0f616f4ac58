package garim.models;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A shot of one face: a square colour picture of which the place of the face is known. Immutable.
 *
 * @param side pixels per row and rows
 * @param rgb red, green and blue planes, samples of 0-255
 * @param face from hairline to chin
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are shared, never compared
record FaceShot(int side, float[][] rgb, Box face) {
    /** Side of a shot in short sides of the face. */
    private static final double ROOM = 2.6;

    /** Side of the chip that a recogniser sees in long sides of the face; measured to match clear faces best. */
    private static final double CHIP = 1.35;

    /** Where a sample of a new picture comes from. */
    private interface Place {
        double[] of(double x, double y);
    }

    /** Cuts a face out of a picture so that its short side becomes this long. */
    static FaceShot of(Picture picture, Box face, double shortSide) {
        double scale = Math.min(face.width(), face.height()) / shortSide;
        int side = 2 * Math.toIntExact(Math.round(shortSide * ROOM / 2));
        FaceShot whole = new FaceShot(0, planesOf(picture), face);
        float[][] rgb = new float[3][side * side];
        for (int i = 0; i < 3; i++) {
            for (int at = 0; at < side * side; at++) {
                int row = at / side;
                double x = face.centerX() + (at % side + 0.5 - side / 2.0) * scale;
                double y = face.centerY() + (row + 0.5 - side / 2.0) * scale;
                rgb[i][at] = whole.mean(i, picture.width(), picture.height(), x, y, scale);
            }
        }
        double width = face.width() / scale;
        double height = face.height() / scale;
        return new FaceShot(side, rgb, new Box((side - width) / 2, (side - height) / 2, width, height));
    }

    private static float[][] planesOf(Picture picture) {
        byte[][] bytes = {picture.red(), picture.green(), picture.blue()};
        float[][] planes = new float[3][picture.width() * picture.height()];
        for (int i = 0; i < 3; i++) {
            for (int at = 0; at < planes[i].length; at++) {
                planes[i][at] = bytes[i][at] & 0xff;
            }
        }
        return planes;
    }

    /** The mean over a square of this side. */
    private float mean(int plane, int width, int height, double x, double y, double square) {
        int steps = Math.max(1, (int) Math.ceil(square));
        double sum = 0;
        for (int i = 0; i < steps * steps; i++) {
            int row = i / steps;
            double dx = ((i % steps + 0.5) / steps - 0.5) * square;
            double dy = ((row + 0.5) / steps - 0.5) * square;
            sum += sample(rgb[plane], width, height, x + dx, y + dy);
        }
        return (float) (sum / ((double) steps * steps));
    }

    private static double sample(float[] plane, int width, int height, double x, double y) {
        double px = Math.clamp(x - 0.5, 0, width - 1.001);
        double py = Math.clamp(y - 0.5, 0, height - 1.001);
        int at = ((int) py) * width + (int) px;
        double right = px - (int) px;
        double below = py - (int) py;
        double top = plane[at] * (1 - right) + plane[at + 1] * right;
        double bottom = plane[at + width] * (1 - right) + plane[at + width + 1] * right;
        return top * (1 - below) + bottom * below;
    }

    private FaceShot remapped(int newSide, Box newFace, Place place, DoubleUnaryOperator light) {
        float[][] result = new float[3][newSide * newSide];
        for (int at = 0; at < newSide * newSide; at++) {
            int row = at / newSide;
            double[] from = place.of(at % newSide + 0.5, row + 0.5);
            for (int i = 0; i < 3; i++) {
                result[i][at] =
                        (float) Math.clamp(light.applyAsDouble(sample(rgb[i], side, side, from[0], from[1])), 0, 255);
            }
        }
        return new FaceShot(newSide, result, newFace);
    }

    /** Half this face and half another of the same size: somebody new. */
    FaceShot blend(FaceShot other) {
        float[][] result = new float[3][side * side];
        for (int i = 0; i < 3; i++) {
            for (int at = 0; at < result[i].length; at++) {
                result[i][at] = (rgb[i][at] + other.rgb[i][at]) / 2;
            }
        }
        return new FaceShot(side, result, face);
    }

    /** This face with other proportions: smoothly bent by up to a twelfth of its side. */
    FaceShot bent(Random random) {
        double reach = face.width() / 12;
        double[] swing = random.doubles(8, -1, 1).toArray();
        double wave = Math.PI / face.width();
        return remapped(
                side,
                face,
                (x, y) -> new double[] {
                    x
                            + reach
                                    * (swing[0] * Math.sin(wave * x + 3 * swing[1])
                                            + swing[2] * Math.sin(wave * y + 3 * swing[3])),
                    y
                            + reach
                                    * (swing[4] * Math.sin(wave * y + 3 * swing[5])
                                            + swing[6] * Math.sin(wave * x + 3 * swing[7]))
                },
                sample -> sample);
    }

    /** Another shot of the same face: moved, turned, resized, in other light, with noise. */
    FaceShot again(Random random) {
        double scale = random.nextDouble(0.9, 1.1);
        double turn = random.nextDouble(-0.12, 0.12);
        double gain = random.nextDouble(0.75, 1.25);
        double offset = random.nextDouble(-15, 15);
        return placed(
                scale,
                turn,
                random.nextDouble(-6, 6),
                random.nextDouble(-6, 6),
                sample -> sample * gain + offset + 3 * random.nextGaussian());
    }

    /** The same shot moved by a part of a pixel or more, with noise. */
    FaceShot moved(double dx, double dy, Random noise) {
        return placed(1, 0, dx, dy, sample -> sample + 3 * noise.nextGaussian());
    }

    /** The same shot moved. */
    FaceShot moved(double dx, double dy) {
        return placed(1, 0, dx, dy, sample -> sample);
    }

    private FaceShot placed(double scale, double turn, double dx, double dy, DoubleUnaryOperator light) {
        double middle = side / 2.0;
        double cos = Math.cos(turn) / scale;
        double sin = Math.sin(turn) / scale;
        Box placed = new Box(
                middle + (face.x() - middle) * scale + dx,
                middle + (face.y() - middle) * scale + dy,
                face.width() * scale,
                face.height() * scale);
        return remapped(
                side,
                placed,
                (x, y) -> new double[] {
                    middle + cos * (x - middle - dx) + sin * (y - middle - dy),
                    middle - sin * (x - middle - dx) + cos * (y - middle - dy)
                },
                light);
    }

    /** Smoothed by a Gaussian, as one does to a mosaic to see more. */
    FaceShot smoothed(double sigma) {
        int reach = (int) Math.ceil(2.5 * sigma);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-0.5 * Math.pow((i - reach) / sigma, 2));
            sum += kernel[i];
        }
        float[][] result = new float[3][];
        for (int i = 0; i < 3; i++) {
            result[i] = convolved(convolved(rgb[i], kernel, sum, 1), kernel, sum, side);
        }
        return new FaceShot(side, result, face);
    }

    private float[] convolved(float[] plane, float[] kernel, float sum, int step) {
        float[] result = new float[plane.length];
        for (int at = 0; at < plane.length; at++) {
            int place = step == 1 ? at % side : at / side;
            float value = 0;
            for (int i = 0; i < kernel.length; i++) {
                int from = Math.clamp(place + i - kernel.length / 2, 0, side - 1);
                value += kernel[i] * plane[at + (from - place) * step];
            }
            result[at] = value / sum;
        }
        return result;
    }

    /** What a recogniser is shown. */
    float[][] chip() {
        double scale = CHIP * Math.max(face.width(), face.height()) / Recognizer.SIDE;
        double half = Recognizer.SIDE / 2.0;
        return remapped(
                        Recognizer.SIDE,
                        face,
                        (x, y) ->
                                new double[] {face.centerX() + (x - half) * scale, face.centerY() + (y - half) * scale},
                        sample -> sample)
                .rgb();
    }

    /** The shot as a decoded frame. */
    Frame frame(int index) {
        Frame frame = Frame.allocate(side, side, index, index);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int at = y * side + x;
                frame.luma().put(x, y, clip(16 + weighted(at, 0.257f, 0.504f, 0.098f)));
            }
        }
        for (int y = 0; y < side / 2; y++) {
            for (int x = 0; x < side / 2; x++) {
                int at = 2 * y * side + 2 * x;
                frame.cb().put(x, y, clip(128 + weighted(at, -0.148f, -0.291f, 0.439f)));
                frame.cr().put(x, y, clip(128 + weighted(at, 0.439f, -0.368f, -0.071f)));
            }
        }
        return frame;
    }

    private float weighted(int at, float red, float green, float blue) {
        return red * rgb[0][at] + green * rgb[1][at] + blue * rgb[2][at];
    }

    private static int clip(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** A frame of this shot's size as a shot of the same face. */
    FaceShot of(Frame frame) {
        float[][] result = new float[3][side * side];
        for (int at = 0; at < side * side; at++) {
            int row = at / side;
            float luma = 1.164f * (frame.luma().at(at % side, row) - 16);
            float cb = half(frame.cb(), at % side, row) - 128;
            float cr = half(frame.cr(), at % side, row) - 128;
            result[0][at] = Math.clamp(luma + 1.596f * cr, 0, 255);
            result[1][at] = Math.clamp(luma - 0.392f * cb - 0.813f * cr, 0, 255);
            result[2][at] = Math.clamp(luma + 2.017f * cb, 0, 255);
        }
        return new FaceShot(side, result, face);
    }

    private static int half(Plane plane, int x, int y) {
        return plane.at(x / 2, y / 2);
    }

    /** The brightness inside the face less its coarse shape, row after row: what {@code leak.py} compares. */
    float[] detail() {
        float[] grey = new float[side * side];
        for (int at = 0; at < grey.length; at++) {
            grey[at] = weighted(at, 0.299f, 0.587f, 0.114f);
        }
        FaceShot flat = new FaceShot(side, new float[][] {grey, grey, grey}, face);
        float[] coarse =
                flat.smoothed(Math.min(face.width(), face.height()) / 12).rgb()[0];
        Box inner = face.grow(-0.1);
        int columns = (int) inner.width();
        int left = Math.toIntExact(Math.round(inner.x()));
        int top = Math.toIntExact(Math.round(inner.y()));
        float[] detail = new float[columns * (int) inner.height()];
        for (int i = 0; i < detail.length; i++) {
            int at = (top + i / columns) * side + left + i % columns;
            detail[i] = grey[at] - coarse[at];
        }
        return detail;
    }
}
