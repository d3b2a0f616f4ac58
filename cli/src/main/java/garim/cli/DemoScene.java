package garim.cli;

import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.TruthWriter;
import garim.cli.scene.ComparisonStrip;
import garim.cli.scene.ComparisonStrip.Moment;
import garim.cli.scene.Scene;
import garim.cli.scene.SceneComposer;
import garim.cli.scene.SceneShape;
import garim.cli.scene.SceneSource;
import garim.engine.frame.Frame;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.media.WriteSettings;
import garim.engine.pipeline.RenderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a demonstration.
 *
 * @param scene the composed scene
 * @param folder where everything lies, laid out as a set for {@code garim evaluate}
 */
record DemoScene(Scene scene, Path folder) {
    private static final String CLIP = "before.mp4";
    private static final int STRIP_WIDTH = 480;
    private static final List<Integer> STRIP_PERCENT = List.of(10, 35, 60, 85);

    /** Composes the scene and writes its clip and its ground truth; what an earlier demonstration left is replaced. */
    static DemoScene write(Path folder, SceneSource source) throws IOException {
        Scene scene = SceneComposer.compose(SceneShape.standard(), source);
        DemoScene demo = new DemoScene(scene, folder);
        Files.createDirectories(demo.before().getParent());
        demo.writeClip();
        TruthWriter.annotations(folder.resolve("annotations.csv"), List.of(demo.truth()));
        TruthWriter.scope(folder.resolve("scope.csv"), List.of(demo.truth()));
        return demo;
    }

    /** How the outputs of a demonstration are written. */
    static RenderSettings settings(Path file) {
        return new RenderSettings(WriteSettings.forFile(file), true);
    }

    Path before() {
        return folder.resolve("clips").resolve(CLIP);
    }

    Path after() {
        return folder.resolve("after.mp4");
    }

    Path strip() {
        return folder.resolve("before-after.png");
    }

    ClipTruth truth() {
        return scene.clipTruth(CLIP);
    }

    /** Shows some moments before and after, from the files as they were written. */
    void writeStrip() throws IOException {
        int count = scene.shape().frameCount();
        List<Moment> moments = new ArrayList<>();
        try (VideoReader before = VideoReader.open(before());
                VideoReader after = VideoReader.open(after())) {
            for (int percent : STRIP_PERCENT) {
                int index = percent * count / 100;
                String label = "%.1f s".formatted((double) index / scene.shape().frameRate());
                moments.add(Moment.of(label, frame(before, index), frame(after, index)));
            }
        }
        new ComparisonStrip(STRIP_WIDTH).write(strip(), moments);
    }

    private void writeClip() throws IOException {
        SceneShape shape = scene.shape();
        MediaInfo info = MediaInfo.ofComputedFrames(shape.width(), shape.height(), shape.frameRate());
        try (VideoWriter writer = VideoWriter.create(before(), before(), info, WriteSettings.forFile(before()))) {
            for (int index = 0; index < shape.frameCount(); index++) {
                writer.write(timed(scene.frame(index), index * info.frameTicks()));
            }
            writer.finish();
        }
    }

    private static Frame timed(Frame frame, long pts) {
        return new Frame(frame.index(), pts, frame.luma(), frame.cb(), frame.cr(), frame.fullRange(), false, false);
    }

    private static Frame frame(VideoReader reader, int index) throws IOException {
        for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
            if (next.get().index() == index) {
                return next.get();
            }
            reader.recycle(next.get());
        }
        throw new IOException("the clip has no frame " + index);
    }
}
