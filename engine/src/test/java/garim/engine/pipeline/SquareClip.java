package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.TargetKind;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.media.WriteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** A clip in which a checkered bright square walks over grey texture, and a detector that finds exactly that square. */
final class SquareClip {
    static final int WIDTH = 192;
    static final int HEIGHT = 144;
    static final int SIDE = 32;
    private static final int STEEP = 15;

    private SquareClip() {}

    /** Writes the clip; the square stands at {@link #square} in each frame. */
    static Path write(Path folder, int frames) {
        Path seed = seed(folder);
        Path clip = folder.resolve("clip.mp4");
        MediaInfo info;
        try (VideoReader reader = VideoReader.open(seed)) {
            info = reader.info();
        }
        WriteSettings settings = WriteSettings.forFile(clip).withQuantizer(18);
        try (VideoWriter writer = VideoWriter.create(clip, seed, info, settings)) {
            for (int index = 0; index < frames; index++) {
                writer.write(paint(index, index * info.frameTicks()));
            }
            writer.finish();
        }
        return clip;
    }

    /** Where the square is. */
    static Box square(int frame) {
        return new Box(10 + 2 * frame, 40 + frame, SIDE, SIDE);
    }

    /** How much fine detail a frame has where the square is: the share of steep steps between neighbours. */
    static double detail(Frame frame) {
        Box square = square(frame.index());
        double steep = 0;
        int count = 0;
        for (int y = (int) square.y() + 2; y < square.bottom() - 2; y++) {
            for (int x = (int) square.x() + 2; x < square.right() - 2; x++) {
                steep += Math.abs(frame.luma().at(x, y) - frame.luma().at(x + 1, y)) > STEEP ? 1 : 0;
                count++;
            }
        }
        return steep / count;
    }

    private static Frame paint(int index, long pts) {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, index, pts);
        Box square = square(index);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x >= square.x() && x < square.right() && y >= square.y() && y < square.bottom();
                frame.luma().put(x, y, inside ? checker(x - (int) square.x(), y - (int) square.y()) : texture(x, y));
            }
        }
        for (int i = 0; i < frame.cb().width() * frame.cb().height(); i++) {
            frame.cb().bytes().put(i, (byte) 128);
            frame.cr().bytes().put(i, (byte) 128);
        }
        return frame;
    }

    private static int checker(int x, int y) {
        return (x / 4 + y / 4) % 2 == 0 ? 180 : 235;
    }

    private static int texture(int x, int y) {
        return 60 + (x * 7 + y * 13) % 20;
    }

    private static Path seed(Path folder) {
        Path seed = folder.resolve("seed.mp4");
        String ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        List<String> command = List.of(
                ffmpeg, "-v", "error", "-y", "-f", "lavfi", "-i", "color=gray:s=192x144:r=10:d=1", seed.toString());
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ffmpeg failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return seed;
    }

    /** Finds the bright pixels and calls their bounds a face. */
    static final class SquareDetector implements Detector {
        @Override
        public String name() {
            return "square";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            int left = picture.width();
            int top = picture.height();
            int right = 0;
            int bottom = 0;
            for (int i = 0; i < picture.width() * picture.height(); i++) {
                if ((picture.green()[i] & 0xff) > 150) {
                    left = Math.min(left, i % picture.width());
                    top = Math.min(top, i / picture.width());
                    right = Math.max(right, i % picture.width() + 1);
                    bottom = Math.max(bottom, i / picture.width() + 1);
                }
            }
            return right > left
                    ? List.of(new Detection(TargetKind.FACE, Box.between(left, top, right, bottom), 0.9, name()))
                    : List.of();
        }

        @Override
        public void close() {}
    }
}
