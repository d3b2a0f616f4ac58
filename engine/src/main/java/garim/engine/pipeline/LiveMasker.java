package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.Masker;
import garim.engine.motion.Glimpse;
import garim.engine.track.LiveTracks;
import garim.engine.track.TrackingSettings;
import garim.engine.zone.ZoneTracks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * The engine's door for cameras: takes frames as they come and gives each back masked after a fixed delay, in which detectors
 * look at it and at what comes after it.
 *
 * <p>It fails closed. A frame is masked in part only when every detector has looked at it, or before and after it in the same
 * scene. When one that works is merely late, all that changed in the picture since it looked last is masked too; when that is much, or
 * nothing is known for whatever other reason, the frame is masked whole. A frame comes out once,
 * masked, or not at all.
 *
 * <p>Used by one thread, but for the looks, which run on the workers. Time is what the caller says it is, so that a test needs no
 * waiting.
 *
 * <pre>{@code
 * LiveMasker masker = new LiveMasker(detectors, LiveSettings.of(settings, delay), workers);
 * masker.accept(frame, System.nanoTime());
 * masker.next(System.nanoTime()).ifPresent(masked -> show(masked.frame()));
 * }</pre>
 */
public final class LiveMasker {
    /** Frames kept at most, by the length of the delay; a camera that gives more has its oldest ones masked whole early. */
    private static final int MOST_FRAMES_PER_SECOND = 120;

    private static final int LEAST_WAITING = 8;

    /** Share of the delay that may pass from look to look; the rest is for the answer. */
    private static final double LOOK_SHARE = 0.45;

    /** The same when looks are to be few. */
    private static final double FEW_LOOKS_SHARE = 0.65;

    private static final int FEWER_LOOKS = 2;

    /** Share of their usual time that detectors spend when looks are to be few. */
    private static final double FEWER_LOOKS_TIME = 0.5;

    /** Looks that come back later than this find nothing any more that they could be followed into. */
    private static final int MOST_FRAMES_KEPT = 64;

    private static final double NANOS = 1e9;

    /** Numbers that no track of a detector reaches. */
    private static final int FIRST_MOTION = 1_000_000_000;

    private static final int FIRST_ZONE = 1_500_000_000;

    private static final int FIRST_CHANGE = 1_700_000_000;

    /** What was seen is followed for so long, so that a detector that is late finds it still covered when it looks again. */
    private static final double HELD_SECONDS = 3;

    /** Where so much of a picture changed since somebody looked at it, nobody knows what it shows. */
    private static final double MOST_CHANGED = 0.5;

    private record Waiting(Frame frame, Glimpse glimpse, long taken, long due, LiveScene.Moment moment) {}

    /** What is to be covered: a list of regions, or everything for a reason. */
    private sealed interface Cover {
        record Regions(List<MaskRegion> regions, boolean isOfChanges) implements Cover {}

        record Everything(LiveVerdict.Reason reason) implements Cover {}
    }

    private final LiveSettings settings;
    private final List<LiveDetector> detectors;
    private final Queue<LiveDetector.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final LiveScene scenes = new LiveScene();
    private final LiveTracks tracks;
    private final LiveMotion motion;
    private final Masker masker = new Masker();
    private final int mostWaiting;
    private List<MaskRegion> zones = List.of();
    private LiveShedding shedding = LiveShedding.NONE;
    private int nextNumber;
    private int width;
    private int height;
    private long answered;
    private long failed;
    private long lastLookNanos;

    /**
     * A masker for one camera.
     *
     * @param uses looks are at their {@link garim.engine.detect.Detector#glance}; closed by whoever made them, after the workers
     *     have ended
     * @param settings how
     * @param workers run the looks; may be shared by cameras. One that refuses is a detector that fails
     */
    public LiveMasker(List<DetectorUse> uses, LiveSettings settings, Executor workers) {
        this.settings = settings;
        double longest = settings.tracking().padSeconds();
        this.detectors = uses.stream()
                .map(use -> new LiveDetector(use, settings.rotation(), longest, HELD_SECONDS, answers, workers))
                .toList();
        TrackingSettings held = settings.tracking();
        this.tracks = new LiveTracks(new TrackingSettings(
                held.confidentScore(), Math.max(HELD_SECONDS, held.maxGapSeconds()), held.padSeconds()));
        this.motion = new LiveMotion(settings.rules().containsKey(TargetKind.MOTION));
        this.mostWaiting = LEAST_WAITING + (int) (settings.delay().toNanos() / NANOS * MOST_FRAMES_PER_SECOND);
    }

    /**
     * Takes the next frame of the camera. Its memory belongs to the masker until it comes out of {@link #next}.
     *
     * @param frame its index plays no part
     * @param taken now, in nanoseconds of a clock that rises
     * @throws EngineException ZONE_OUTSIDE when a zone lies outside the picture
     */
    public void accept(Frame frame, long taken) {
        takeAnswers(taken);
        if (scenes.isBack(taken)) {
            hurry(taken);
        }
        Frame own = numbered(frame);
        fit(own);
        LiveScene.Moment moment = scenes.accept(own, taken);
        Glimpse glimpse = Glimpse.of(own.luma());
        waiting.addLast(
                new Waiting(own, glimpse, taken, taken + settings.delay().toNanos(), moment));
        if (shedding != LiveShedding.WHOLE) {
            if (!detectors.isEmpty()) {
                tracks.accept(own.index(), moment.seconds(), own.luma(), moment.isNew());
            }
            boolean isOtherGround = moment.isNew() && moment.why() != LiveVerdict.Reason.DAMAGED;
            motion.accept(own, moment.seconds(), isOtherGround);
            look(own, glimpse, moment, taken);
        }
    }

    private Frame numbered(Frame frame) {
        return new Frame(
                nextNumber++,
                frame.pts(),
                frame.luma(),
                frame.cb(),
                frame.cr(),
                frame.fullRange(),
                frame.interlaced(),
                frame.damaged());
    }

    private void fit(Frame frame) {
        if (frame.width() != width || frame.height() != height) {
            zones = zones(frame);
            width = frame.width();
            height = frame.height();
        }
    }

    private List<MaskRegion> zones(Frame frame) {
        ZoneTracks drawn = new ZoneTracks(settings.zones(), frame.width(), frame.height(), settings.rotation());
        List<MaskRegion> regions = new ArrayList<>();
        // A timeline of one frame gives each zone as it is drawn in its first step.
        for (Track zone : drawn.tracks(Timeline.of(new double[] {0}), FIRST_ZONE)) {
            var rule = settings.ruleOf(TargetKind.ZONE);
            regions.add(zone.polygonAt(0)
                    .map(polygon -> new MaskRegion(zone.id(), TargetKind.ZONE, polygon, rule))
                    .orElseGet(() -> new MaskRegion(
                            zone.id(), TargetKind.ZONE, zone.boxAt(0).orElseThrow(), rule)));
        }
        return List.copyOf(regions);
    }

    private void look(Frame frame, Glimpse glimpse, LiveScene.Moment moment, long now) {
        if (moment.trouble().isPresent()) {
            return;
        }
        double share = shedding == LiveShedding.NONE ? 1 : FEWER_LOOKS_TIME;
        LiveLook look = new LiveLook(frame, glimpse, moment.scene(), moment.seconds(), now);
        for (LiveDetector detector : detectors) {
            if (detector.isDue(moment.scene(), moment.seconds(), lookEvery(), share)) {
                detector.look(look);
            }
        }
    }

    private double lookEvery() {
        double wanted = settings.lookEvery().toNanos() / NANOS;
        double delay = settings.delay().toNanos() / NANOS;
        return shedding == LiveShedding.NONE
                ? Math.min(wanted, LOOK_SHARE * delay)
                : Math.min(FEWER_LOOKS * wanted, FEW_LOOKS_SHARE * delay);
    }

    /** The camera is gone, or gives nothing that makes sense; with the next frame nothing is known any more. */
    public void interrupted() {
        scenes.interrupt(LiveVerdict.Reason.STARTING);
    }

    /** Says what to do without from the next frame on. That of the camera's own frames is left out is up to the caller. */
    public void shed(LiveShedding level) {
        if (shedding == LiveShedding.WHOLE && level != LiveShedding.WHOLE) {
            scenes.interrupt(LiveVerdict.Reason.OVERLOADED);
        }
        shedding = level;
    }

    /** What is shed. */
    public LiveShedding shedding() {
        return shedding;
    }

    /** Time went back: what waits would wait for ever. */
    private void hurry(long now) {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(
                frame -> waiting.add(new Waiting(frame.frame(), frame.glimpse(), frame.taken(), now, frame.moment())));
    }

    /** When the next frame is due, in nanoseconds of the clock; empty when none waits. */
    public Optional<Long> nextDue() {
        return Optional.ofNullable(waiting.peekFirst()).map(Waiting::due);
    }

    /**
     * The oldest frame when it is due, masked; to be asked for until there is none. Its memory belongs to the caller.
     *
     * @param now nanoseconds of the same clock
     */
    public Optional<LiveFrame> next(long now) {
        takeAnswers(now);
        Waiting first = waiting.peekFirst();
        if (first == null || (first.due() > now && waiting.size() <= mostWaiting)) {
            return Optional.empty();
        }
        waiting.removeFirst();
        LiveVerdict verdict = cover(first);
        forgetBefore(first.frame().index() + 1);
        return Optional.of(new LiveFrame(first.frame(), first.taken(), verdict));
    }

    private LiveVerdict cover(Waiting due) {
        return switch (coverOf(due)) {
            case Cover.Everything(LiveVerdict.Reason reason) -> {
                masker.coverWhole(due.frame());
                yield new LiveVerdict.Whole(reason);
            }
            case Cover.Regions(List<MaskRegion> regions, boolean isOfChanges) -> {
                masker.cover(due.frame(), regions);
                yield isOfChanges ? new LiveVerdict.Changes(regions.size()) : new LiveVerdict.Targets(regions.size());
            }
        };
    }

    private Cover coverOf(Waiting due) {
        Optional<LiveVerdict.Reason> doubt = doubt(due);
        if (doubt.isPresent()) {
            return new Cover.Everything(doubt.get());
        }
        List<LiveDetector> late = detectors.stream()
                .filter(detector -> !detector.vouching().covers(due.frame().index()))
                .toList();
        Optional<List<MaskRegion>> changes = changes(due, late);
        Optional<List<MaskRegion>> regions = regions(due.frame().index());
        if (changes.isEmpty() || regions.isEmpty()) {
            return new Cover.Everything(LiveVerdict.Reason.LATE);
        }
        List<MaskRegion> all = new ArrayList<>(regions.get());
        all.addAll(changes.get());
        return new Cover.Regions(List.copyOf(all), !late.isEmpty());
    }

    /** What changed in a frame since some detectors looked; empty when that is too much, or they have been silent for too long. */
    private Optional<List<MaskRegion>> changes(Waiting due, List<LiveDetector> late) {
        Box picture = new Box(0, 0, due.frame().width(), due.frame().height());
        List<MaskRegion> changes = new ArrayList<>();
        double area = 0;
        for (LiveDetector detector : late) {
            Optional<List<Box>> changed = detector.changedIn(
                    due.glimpse(), due.moment().scene(), due.moment().seconds());
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            double own = 0;
            for (Box box : changed.get()) {
                Box wide = Attention.widened(box, picture.height()).intersect(picture);
                own += wide.area();
                changes.add(new MaskRegion(
                        FIRST_CHANGE + changes.size(), TargetKind.MOTION, wide, settings.ruleOf(TargetKind.MOTION)));
            }
            area = Math.max(area, own);
        }
        return area > MOST_CHANGED * picture.area() ? Optional.empty() : Optional.of(changes);
    }

    /** Why it is not known what a frame shows; empty when it is known. */
    private Optional<LiveVerdict.Reason> doubt(Waiting due) {
        if (shedding == LiveShedding.WHOLE) {
            return Optional.of(LiveVerdict.Reason.OVERLOADED);
        }
        if (due.moment().trouble().isPresent()) {
            return due.moment().trouble();
        }
        int number = due.frame().index();
        for (LiveDetector detector : detectors) {
            boolean isKnown = detector.vouching().covers(number);
            if (!isKnown
                    && (detector.isFailing()
                            || !detector.hasLookedAt(due.moment().scene()))) {
                return Optional.of(reason(detector, due.moment()));
            }
        }
        boolean isMotionUnknown = motion.isWanted() && motion.at(number).isEmpty();
        return isMotionUnknown ? Optional.of(due.moment().why()) : Optional.empty();
    }

    private static LiveVerdict.Reason reason(LiveDetector detector, LiveScene.Moment moment) {
        if (detector.isFailing()) {
            return LiveVerdict.Reason.DETECTOR_FAILED;
        }
        return detector.vouching().isWithin(moment.scene()) ? LiveVerdict.Reason.LATE : moment.why();
    }

    /** What is to be covered in a frame; empty when nobody kept account of it. */
    private Optional<List<MaskRegion>> regions(int number) {
        List<MaskRegion> regions = new ArrayList<>();
        if (!detectors.isEmpty()) {
            Optional<List<LiveTracks.Target>> targets = tracks.at(number);
            if (targets.isEmpty()) {
                return Optional.empty();
            }
            targets.get()
                    .forEach(target -> regions.add(new MaskRegion(
                            target.track(), target.kind(), target.box(), settings.ruleOf(target.kind()))));
        }
        if (motion.isWanted()) {
            List<Box> moving = motion.at(number).orElseThrow();
            for (int i = 0; i < moving.size(); i++) {
                regions.add(new MaskRegion(
                        FIRST_MOTION + i, TargetKind.MOTION, moving.get(i), settings.ruleOf(TargetKind.MOTION)));
            }
        }
        regions.addAll(zones);
        return Optional.of(regions);
    }

    private void takeAnswers(long now) {
        for (LiveDetector.Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            take(answer, now);
        }
    }

    private void take(LiveDetector.Answer answer, long now) {
        answer.of().take(answer, now);
        answered++;
        failed += answer.seen().isEmpty() ? 1 : 0;
        lastLookNanos = Math.max(0, now - answer.look().begun());
        answer.seen().ifPresent(seen -> tracks.look(answer.look().number(), seen));
    }

    private void forgetBefore(int number) {
        detectors.forEach(detector -> detector.vouching().forgetBefore(number));
        int looked = detectors.stream()
                .flatMap(detector -> detector.underWay().stream())
                .mapToInt(LiveLook::number)
                .reduce(number, Math::min);
        tracks.forgetBefore(Math.max(looked, number - MOST_FRAMES_KEPT));
        motion.forgetBefore(number - 1);
    }

    /** Frames that wait to be due. */
    public int waiting() {
        return waiting.size();
    }

    /** Looks that were answered so far, by all detectors, with those that failed. */
    public long answered() {
        return answered;
    }

    /** Looks that failed so far. */
    public long failed() {
        return failed;
    }

    /** How long the latest look took from its begin to its answer, waiting for a worker included, in nanoseconds. */
    public long lastLookNanos() {
        return lastLookNanos;
    }
}
