package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.detect.PictureRoutines;
import garim.engine.frame.Box;
import garim.engine.frame.PixelRoutine;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The routine that cuts crops for networks, and its twin. */
public final class CropRoutines {
    private static final int SIZE = 48;

    private CropRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        Picture picture = PictureRoutines.noise(400, 300, 1);
        Box face = new Box(150.3, 90.7, 80, 100);
        CropWriter writer = new CropWriter(SIZE, 2);
        float[] crop = new float[3 * SIZE * SIZE];
        Supplier<Object> fast = () -> {
            writer.write(picture, face, FloatBuffer.wrap(crop), 0);
            return crop;
        };
        Supplier<Object> plain = () -> Stream.of(picture.red(), picture.green(), picture.blue())
                .map(plane -> IntStream.range(0, SIZE * SIZE)
                        .mapToDouble(i -> PlainCrop.at(plane, picture, face, SIZE, i % SIZE, i / SIZE))
                        .toArray())
                .toArray();
        return List.of(new PixelRoutine("crop", "face of 100 pixels", fast, plain, 0.02));
    }
}
