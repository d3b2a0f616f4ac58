package garim.engine.pipeline;

import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.frame.Detection;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.FrameTime;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.motion.CutWatch;
import garim.engine.track.FollowedPaths;
import garim.engine.track.Following;
import garim.engine.track.FrameDetections;
import garim.engine.track.Scenes;
import garim.engine.track.Tracker;
import garim.engine.zone.ZoneTracks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The first pass over a file: reads every frame, lets the detectors look, and joins what they saw to tracks. */
final class Analyzer implements OrderedWork.Receiver<Analyzer.Look> {
    /**
     * What the pass found out.
     *
     * @param frames number of frames
     * @param firstPts time of the first frame in ticks
     * @param lastPts time of the last frame in ticks
     * @param times of frames between them where frames come unevenly
     * @param tracks the targets
     * @param wholeFrames frames of which nobody knows what is in them
     */
    record Findings(
            int frames,
            long firstPts,
            long lastPts,
            List<FrameTime> times,
            List<Track> tracks,
            List<WholeRange> wholeFrames) {}

    /** What one detector is to look at in a frame, and what came of it. */
    record Task(DetectorWatch watch, Attention.Focus focus) {}

    /** What the detectors that were due saw of a frame, one answer for each task; recalled when an earlier run saw it. */
    record Look(List<Task> tasks, List<DetectorWatch.Look> answers, boolean isRecalled) {
        /** What all saw of one frame. */
        static Look joined(List<Look> parts) {
            return new Look(
                    parts.stream().flatMap(part -> part.tasks().stream()).toList(),
                    parts.stream().flatMap(part -> part.answers().stream()).toList(),
                    parts.stream().allMatch(Look::isRecalled));
        }
    }

    /** Frames that wait beside those that are looked at: while one takes long, the others need not wait for it. */
    private static final int WAITING = 5;

    private static final Picture NOTHING = new Picture(1, 1, new byte[1], new byte[1], new byte[1]);

    /** How far the time of a frame in the plan may be off; a reviewer cannot tell. */
    private static final double TIME_TOLERANCE_SECONDS = 0.002;

    private final VideoReader reader;
    private final Map<DetectorUse, DetectorWatch> watches = new LinkedHashMap<>();
    private final AnalysisSettings settings;
    private final Progress progress;
    private final WorkClock clock;
    private final ThreadLocal<UprightView> views;
    private final List<FrameDetections> looks = new ArrayList<>();
    private final UnknownFrames unknown = new UnknownFrames();
    private final PtsList pts = new PtsList();
    private final MotionTargets motion;
    private final Cadence cadence;
    private final CutWatch cuts = new CutWatch();
    private final Set<Integer> sceneStarts = new HashSet<>();
    private final Following following;
    private final ZoneTracks zones;
    private final Optional<LookJournal> journal;

    Analyzer(
            VideoReader reader,
            List<DetectorUse> uses,
            AnalysisSettings settings,
            Optional<LookJournal> journal,
            Progress progress,
            WorkClock clock) {
        this.reader = reader;
        this.journal = journal;
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
        int every = settings.framesBetweenLooks(reader.info().frameRate().value());
        this.cadence = new Cadence(uses, every, settings.tracking().padSeconds(), frame -> reader.info()
                .timeBase()
                .seconds(frame.pts()));
        this.following = new Following(settings.tracking());
        Rotation rotation = reader.info().rotation();
        this.zones = zones(reader.info(), settings);
        this.motion = new MotionTargets(settings.rules().containsKey(TargetKind.MOTION));
        uses.forEach(use -> watches.put(use, new DetectorWatch(use, rotation, attention(use))));
        this.views = ThreadLocal.withInitial(() -> new UprightView(rotation));
    }

    /** The zones of a file, each of which covers something of it. */
    static ZoneTracks zones(MediaInfo info, AnalysisSettings settings) {
        ZoneTracks zones = new ZoneTracks(settings.zones(), info.width(), info.height(), info.rotation());
        info.duration().ifPresent(ticks -> zones.requireBegin(info.timeBase().seconds(ticks)));
        return zones;
    }

    /** Whoever says how often to look wants every look to be thorough. */
    private Attention attention(DetectorUse use) {
        return settings.every() > 0 ? Attention.thorough() : Attention.mostlyGlancing(use.stride());
    }

    /** Reads the file to its end. */
    Findings run() {
        try (OrderedWork<Look> work =
                new OrderedWork<>("detect", settings.threads(), settings.threads() + WAITING, this)) {
            for (Optional<Frame> next = read(); next.isPresent(); next = read()) {
                accept(next.get(), work);
                progress.advanced(Stage.ANALYZE, pts.size(), reader.info().estimatedFrames());
                if (progress.isCancelled()) {
                    throw new EngineException(ErrorCode.CANCELLED, "job", "stopped while analysing");
                }
            }
            work.drain();
        }
        return findings();
    }

    private Optional<Frame> read() {
        return clock.time(Work.READ, reader::read);
    }

    private void accept(Frame frame, OrderedWork<Look> work) {
        pts.add(frame.pts());
        double seconds = reader.info().timeBase().seconds(frame.pts() - pts.first());
        clock.run(Work.MOTION, () -> motion.accept(frame, seconds));
        boolean isNewScene = follow(frame, seconds);
        List<Task> tasks = cadence.due(frame, isNewScene).stream()
                .map(watches::get)
                .map(watch -> new Task(watch, clock.time(Work.MOTION, () -> watch.focus(frame, seconds, isNewScene))))
                .toList();
        if (tasks.isEmpty()) {
            reader.recycle(frame);
        } else {
            Optional<LookJournal.Entry> earlier = journal.flatMap(kept -> kept.recall(frame.index(), names(tasks)));
            work.submit(
                    frame,
                    earlier.map(entry -> List.<Callable<Look>>of(() -> recalled(tasks, entry)))
                            .orElseGet(() -> looks(frame, tasks)));
        }
    }

    /** Detectors that look at the same frame do so side by side. */
    private List<Callable<Look>> looks(Frame frame, List<Task> tasks) {
        if (tasks.size() == 1) {
            return List.of(() -> look(this::picture, frame, tasks.getFirst()));
        }
        SharedPicture shared = new SharedPicture();
        return tasks.stream()
                .<Callable<Look>>map(task -> () -> look(seen -> shared.get(() -> pictureOfItsOwn(seen)), frame, task))
                .toList();
    }

    private Picture pictureOfItsOwn(Frame frame) {
        return clock.time(
                Work.PICTURE, () -> UprightView.copyOf(frame, reader.info().rotation()));
    }

    private static List<String> names(List<Task> tasks) {
        return tasks.stream().map(task -> task.watch().nameFor(task.focus())).toList();
    }

    private static Look recalled(List<Task> tasks, LookJournal.Entry entry) {
        List<DetectorWatch.Look> answers = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            answers.add(new DetectorWatch.Look(
                    tasks.get(i).focus(), entry.answers().get(i).seen()));
        }
        return new Look(tasks, answers, true);
    }

    private void keep(Frame frame, Look look) {
        List<LookJournal.Answer> answers = new ArrayList<>();
        for (int i = 0; i < look.tasks().size(); i++) {
            Task task = look.tasks().get(i);
            answers.add(new LookJournal.Answer(
                    task.watch().nameFor(task.focus()), look.answers().get(i).seen()));
        }
        journal.ifPresent(kept -> kept.keep(new LookJournal.Entry(frame.index(), answers)));
    }

    /** Keeps the frame for following what detectors see; says whether a new scene begins with it. */
    private boolean follow(Frame frame, double seconds) {
        boolean isCut = clock.time(Work.MOTION, () -> cuts.accept(frame.luma()));
        if (isCut) {
            sceneStarts.add(frame.index());
        }
        if (!watches.isEmpty()) {
            clock.run(Work.FOLLOW, () -> following.accept(frame.index(), seconds, frame.luma(), isCut));
        }
        return isCut;
    }

    private Look look(Function<Frame, Picture> view, Frame frame, Task task) {
        // Where nothing changed nobody needs the picture.
        Picture picture = task.focus().regions().isEmpty() ? NOTHING : view.apply(frame);
        double share = task.focus().share(frame.width(), frame.height());
        DetectorWatch.Look answer = clock.timeLook(
                task.watch().nameFor(task.focus()), share, () -> task.watch().look(picture, frame, task.focus()));
        return new Look(List.of(task), List.of(answer), false);
    }

    private Picture picture(Frame frame) {
        return clock.time(Work.PICTURE, () -> views.get().of(frame));
    }

    @Override
    public void done(Frame frame, OrderedWork.Outcome<Look> outcome) {
        switch (outcome) {
            case OrderedWork.Outcome.Result<Look>(List<Look> parts) -> seen(frame, Look.joined(parts));
            case OrderedWork.Outcome.Failure<Look>(Throwable cause) -> {
                if (cause instanceof VirtualMachineError fatal) {
                    throw fatal;
                }
                watches.values().forEach(DetectorWatch::forget);
                follow(frame, List.of());
                unknown.add(frame.index(), longestInterval(), WholeReason.DETECTOR_FAILED);
            }
        }
        reader.recycle(frame);
    }

    private void seen(Frame frame, Look look) {
        if (!look.isRecalled()) {
            keep(frame, look);
        }
        List<Detection> all = new ArrayList<>();
        for (int i = 0; i < look.tasks().size(); i++) {
            DetectorWatch watch = look.tasks().get(i).watch();
            watch.complete(frame, look.answers().get(i), this::picture)
                    .ifPresentOrElse(
                            all::addAll,
                            () -> unknown.add(
                                    frame.index(), cadence.intervalOf(watch.use()), WholeReason.DETECTOR_FAILED));
        }
        looks.add(new FrameDetections(frame.index(), all));
        follow(frame, all);
    }

    private void follow(Frame frame, List<Detection> seen) {
        clock.run(Work.FOLLOW, () -> following.look(frame.index(), seen));
    }

    private int longestInterval() {
        return watches.keySet().stream().mapToInt(cadence::intervalOf).max().orElse(1);
    }

    private Findings findings() {
        MediaInfo info = reader.info();
        if (pts.size() == 0) {
            throw new EngineException(ErrorCode.INPUT_NOT_VIDEO, info.container(), "no frame could be decoded");
        }
        long[] ticks = pts.toArray();
        double[] seconds = Arrays.stream(ticks)
                .mapToDouble(tick -> info.timeBase().seconds(tick - ticks[0]))
                .toArray();
        motion.unanswered().forEach(frame -> unknown.add(frame, 1, WholeReason.SCENE_CHANGED));
        List<FrameDetections> seen = motion.joinedWith(looks);
        Timeline timeline = Timeline.of(seconds);
        Tracker tracker = new Tracker(settings.tracking(), timeline, Scenes.startingAt(sceneStarts));
        FollowedPaths paths = clock.time(Work.FOLLOW, following::finish);
        List<Track> tracks = new ArrayList<>(clock.time(Work.TRACK, () -> tracker.track(seen, paths)));
        tracks.addAll(zones.tracks(timeline, tracks.size() + 1));
        List<FrameTime> times =
                TimeBends.of(ticks, TIME_TOLERANCE_SECONDS / info.timeBase().value());
        return new Findings(
                ticks.length, ticks[0], ticks[ticks.length - 1], times, tracks, unknown.ranges(ticks.length));
    }

    /** The times of all frames, growing. */
    private static final class PtsList {
        private long[] ticks = new long[1024];
        private int size;

        void add(long tick) {
            ticks = size == ticks.length ? Arrays.copyOf(ticks, 2 * size) : ticks;
            ticks[size++] = tick;
        }

        int size() {
            return size;
        }

        long first() {
            return ticks[0];
        }

        long[] toArray() {
            return Arrays.copyOf(ticks, size);
        }
    }
}
