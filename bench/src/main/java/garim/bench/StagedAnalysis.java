package garim.bench;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Rotation;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.track.FrameDetections;
import garim.engine.track.Tracker;
import garim.engine.track.TrackingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A staged analysis is the first pass of {@link StagedMask}: what the engine's analysis does, each part timed. */
final class StagedAnalysis {
    private record Look(Frame frame, FrameDetections seen) {}

    private final StageClock clock;
    private final VideoReader reader;
    private final Detector detector;
    private final AnalysisSettings settings;
    private final Rotation rotation;
    private final ThreadLocal<UprightView> views;
    private final List<FrameDetections> looks = new ArrayList<>();
    private final List<Long> ticks = new ArrayList<>();

    StagedAnalysis(StageClock clock, VideoReader reader, Detector detector, AnalysisSettings settings) {
        this.clock = clock;
        this.reader = reader;
        this.detector = detector;
        this.settings = settings;
        this.rotation = reader.info().rotation();
        this.views = ThreadLocal.withInitial(() -> new UprightView(rotation));
    }

    /** Reads the clip to its end and makes the plan. */
    MaskPlan plan(Path clip, String sha256) {
        try (FrameLine<Look> line = new FrameLine<>(settings.threads(), settings.threads() + 2, this::receive)) {
            for (Optional<Frame> next = read(); next.isPresent(); next = read()) {
                accept(next.get(), line);
            }
            line.drain();
        }
        TrackingSettings tracking = settings.tracking();
        List<Track> tracks = clock.time(Stage.TRACK, () -> new Tracker(tracking, timeline()).track(looks));
        return new MaskPlan(
                MaskPlan.VERSION,
                "bench",
                describe(clip, sha256),
                new PlanSettings(
                        detector.name(),
                        settings.every(),
                        tracking.confidentScore(),
                        tracking.maxGapSeconds(),
                        tracking.padSeconds()),
                List.of(),
                settings.rules(),
                List.of(),
                tracks);
    }

    private Optional<Frame> read() {
        return clock.time(Stage.READ, reader::read);
    }

    private void accept(Frame frame, FrameLine<Look> line) {
        ticks.add(frame.pts());
        if (frame.index() % settings.every() == 0) {
            line.submit(() -> look(frame));
        } else {
            reader.recycle(frame);
        }
    }

    private Look look(Frame frame) {
        Picture picture = clock.time(Stage.PICTURE, () -> views.get().of(frame));
        List<Detection> seen = clock.time(Stage.DETECT, () -> detector.detect(picture)).stream()
                .map(found -> stored(found, frame))
                .toList();
        return new Look(frame, new FrameDetections(frame.index(), seen));
    }

    private void receive(Look look) {
        looks.add(look.seen());
        reader.recycle(look.frame());
    }

    /** Turned back and rounded as the engine does it. */
    private Detection stored(Detection found, Frame frame) {
        Box box = rotation.toStored(found.box(), frame.width(), frame.height());
        Box tidy = new Box(hundredth(box.x()), hundredth(box.y()), hundredth(box.width()), hundredth(box.height()));
        return new Detection(found.kind(), tidy, Math.round(found.score() * 1e4) / 1e4, found.source());
    }

    private static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private Timeline timeline() {
        long first = ticks.getFirst();
        return Timeline.of(ticks.stream()
                .mapToDouble(tick -> reader.info().timeBase().seconds(tick - first))
                .toArray());
    }

    private PlanInput describe(Path clip, String sha256) {
        MediaInfo info = reader.info();
        return new PlanInput(
                clip.getFileName().toString(),
                sha256,
                info.fileSize(),
                info.container(),
                info.codec(),
                info.width(),
                info.height(),
                rotation,
                info.timeBase().numerator() + "/" + info.timeBase().denominator(),
                ticks.size(),
                ticks.getFirst(),
                ticks.getLast());
    }
}
