package garim.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.detect.Detector;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.mask.Masker;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.FileHash;
import garim.engine.pipeline.FrameVerdict;
import garim.engine.pipeline.PlanWalk;
import garim.models.FaceDetectors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A staged mask does what {@code garim mask} does, with the same threads, from the engine's public parts, and times each
 * part. Its output must be that of the command byte for byte; else it shows the stages of something else.
 *
 * <p>Run as a process of its own: {@code CLIP OUTPUT [MASK OPTIONS]}.
 */
final class StagedMask {
    private static final int UNDER_WAY = 4;

    private final StageClock clock = new StageClock();
    private final Path clip;
    private final Path output;
    private final MaskChoice choice;

    private StagedMask(Path clip, Path output, MaskChoice choice) {
        this.clip = clip;
        this.output = output;
        this.choice = choice;
    }

    /** Masks and prints the seconds of each stage as JSON. */
    public static void main(String[] args) throws JsonProcessingException {
        List<String> options = Arrays.asList(args).subList(2, args.length);
        StagedMask run = new StagedMask(Path.of(args[0]), Path.of(args[1]), MaskChoice.of(options));
        run.render(run.analyze());
        System.out.println(new ObjectMapper().writeValueAsString(run.clock.seconds()));
    }

    private MaskPlan analyze() {
        AnalysisSettings settings = choice.analysis();
        try (Detector detector = clock.time(Stage.LOAD, () -> FaceDetectors.create(choice.detector()));
                VideoReader reader = VideoReader.open(clip)) {
            String sha256 = clock.time(Stage.HASH, () -> FileHash.sha256(clip));
            return new StagedAnalysis(clock, reader, detector, settings).plan(clip, sha256);
        }
    }

    private void render(MaskPlan plan) {
        try (VideoReader reader = VideoReader.open(clip);
                VideoWriter writer = VideoWriter.create(output, clip, reader.info(), choice.write(output));
                FrameLine<Frame> line = new FrameLine<>(1, UNDER_WAY, reader::recycle)) {
            clock.time(Stage.HASH, () -> FileHash.sha256(clip));
            PlanWalk walk = new PlanWalk(plan);
            Masker masker = new Masker();
            for (Optional<Frame> next = read(reader); next.isPresent(); next = read(reader)) {
                Frame frame = next.get();
                clock.time(Stage.MASK, () -> cover(frame, walk, masker));
                line.submit(() -> clock.time(Stage.WRITE, () -> write(frame, writer)));
            }
            line.drain();
            clock.time(Stage.WRITE, () -> writer.finish(reader.report().lastDuration()));
        }
    }

    private Optional<Frame> read(VideoReader reader) {
        return clock.time(Stage.READ_AGAIN, reader::read);
    }

    private static Frame cover(Frame frame, PlanWalk walk, Masker masker) {
        switch (walk.at(frame.index())) {
            case FrameVerdict.Whole whole -> masker.coverWhole(frame);
            case FrameVerdict.Regions(var regions) -> masker.cover(frame, regions);
        }
        return frame;
    }

    private static Frame write(Frame frame, VideoWriter writer) {
        writer.write(frame);
        return frame;
    }
}
