package garim.e2e;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A lossless clip of a camera that pans over a demonstration photograph with four known faces; every test input is
 * made from it.
 */
final class FaceClip {
    static final int WIDTH = 640;
    static final int HEIGHT = 448;
    static final int FRAMES = 12;
    private static final String PHOTOGRAPH = "sample6.jpg";
    private static final double SCALE = 720.0 / 1920;
    private static final int LEFT = 8;
    private static final int TOP = 16;
    static final int STEP = 4;

    /** A clip that was not made yet. */
    static final FaceClip NONE = new FaceClip(Path.of(""), List.of());

    private final Path file;
    private final List<Rectangle> faces;

    private FaceClip(Path file, List<Rectangle> faces) {
        this.file = file;
        this.faces = faces;
    }

    /** Makes the clip, 25 frames a second. */
    static FaceClip in(Path folder) {
        return in(folder, FRAMES, 25, STEP);
    }

    /** Makes a clip with so many pictures a second, the camera moving by so many pixels between them. */
    static FaceClip in(Path folder, int frames, int rate, int step) {
        Path photograph = folder.resolve(PHOTOGRAPH);
        try {
            Files.write(photograph, resource("garim/models/demo/" + PHOTOGRAPH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String camera = "scale=720:480,crop=%d:%d:%d+%d*n:%d".formatted(WIDTH, HEIGHT, LEFT, step, TOP);
        String arguments = "-loop 1 -framerate %d -i @ -vf %s,format=yuv444p -frames:v %d -c:v ffv1"
                .formatted(rate, camera, frames);
        Path file = Ffmpeg.make(photograph, arguments, folder.resolve("faces.nut"));
        return new FaceClip(file, knownFaces());
    }

    Path file() {
        return file;
    }

    /** Where the faces are in a frame. */
    List<Rectangle> faces(int frame) {
        return faces.stream()
                .map(face -> new Rectangle(face.x - LEFT - STEP * frame, face.y - TOP, face.width, face.height))
                .toList();
    }

    /** Everything that a mask may touch in a frame, widely. */
    List<Rectangle> surroundings(int frame) {
        return faces(frame).stream()
                .map(face -> {
                    Rectangle wide = new Rectangle(face);
                    wide.grow((int) (0.7 * face.width), (int) (0.7 * face.height));
                    return wide;
                })
                .toList();
    }

    private static List<Rectangle> knownFaces() {
        return new String(resource("garim/cli/scene/faces.csv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(PHOTOGRAPH))
                .map(FaceClip::scaled)
                .toList();
    }

    private static Rectangle scaled(String line) {
        int[] numbers = Arrays.stream(line.split(",", -1))
                .skip(1)
                .limit(4)
                .mapToInt(value -> (int) Math.round(Integer.parseInt(value) * SCALE))
                .toArray();
        return new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = FaceClip.class.getClassLoader().getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
