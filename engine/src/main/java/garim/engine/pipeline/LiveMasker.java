package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.Masker;
import garim.engine.track.LiveTracks;
import garim.engine.zone.ZoneTracks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The engine's door for cameras: takes frames as they come and gives each back masked after a fixed delay, in which detectors
 * look at it and at what comes after it.
 *
 * <p>It fails closed. A frame is masked in part only when every detector has looked at it, or before and after it in the same
 * scene; when that is not so by the time the frame is due, for whatever reason, the frame is masked whole. A frame comes out once,
 * masked, or not at all. Such looks are glances; where a detector has a thorough look as well, it is made in spare time and adds
 * to them.
 *
 * <p>Used by one thread, but for the looks, which run on other threads. Time is what the caller says it is, so that a test needs no
 * waiting.
 *
 * <pre>{@code
 * LiveMasker masker = new LiveMasker(detectors, LiveSettings.of(settings, delay), threads);
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

    /** The same when looks are to be few; more would leave less time for the answer than a look itself takes. */
    private static final double FEW_LOOKS_SHARE = 0.5;

    private static final int FEWER_LOOKS = 2;

    /** Looks that come back later than this find nothing any more that they could be followed into. */
    private static final int MOST_FRAMES_KEPT = 64;

    private static final double NANOS = 1e9;

    /** Numbers that no track of a detector reaches. */
    private static final int FIRST_MOTION = 1_000_000_000;

    private static final int FIRST_ZONE = 1_500_000_000;

    private record Waiting(Frame frame, long taken, long due, LiveScene.Moment moment) {}

    private final LiveSettings settings;
    private final List<LiveDetector> detectors;
    private final SpareLooks spare;
    private final LookThreads threads;
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
    private long thorough;
    private long failed;
    private long lastLookNanos;

    /**
     * A masker for one camera.
     *
     * @param uses what looks, at a {@link garim.engine.detect.Detector#glance} and in spare time thoroughly; closed by whoever
     *     made them, after the threads have ended
     * @param settings how
     * @param threads run the looks; may be shared by cameras
     */
    public LiveMasker(List<DetectorUse> uses, LiveSettings settings, LookThreads threads) {
        this.settings = settings;
        this.threads = threads;
        double longest = settings.tracking().padSeconds();
        this.detectors = uses.stream()
                .map(use -> LiveDetector.glancing(use, settings.rotation(), longest, answers, threads))
                .toList();
        this.spare = new SpareLooks(uses.stream()
                .filter(use -> !use.detector().glance().equals(use.detector()))
                .map(use -> LiveDetector.thorough(use, settings.rotation(), answers, threads.spare()))
                .toList());
        this.tracks = new LiveTracks(settings.tracking());
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
        waiting.addLast(new Waiting(own, taken, taken + settings.delay().toNanos(), moment));
        if (shedding != LiveShedding.WHOLE) {
            if (!detectors.isEmpty()) {
                tracks.accept(own.index(), moment.seconds(), own.luma(), moment.isNew());
            }
            boolean isOtherGround = moment.isNew() && moment.why() != LiveVerdict.Reason.DAMAGED;
            motion.accept(own, moment.seconds(), isOtherGround);
            look(own, moment, taken);
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

    private void look(Frame frame, LiveScene.Moment moment, long now) {
        if (moment.trouble().isPresent()) {
            return;
        }
        LiveLook look = new LiveLook(frame, moment.scene(), moment.seconds(), now);
        for (LiveDetector detector : detectors) {
            if (detector.isDue(moment.scene(), moment.seconds(), lookEvery())) {
                detector.look(look);
            }
        }
        spare.look(look, shedding == LiveShedding.NONE && threads.hasSpare());
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
        all.forEach(frame -> waiting.add(new Waiting(frame.frame(), frame.taken(), now, frame.moment())));
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
        Optional<LiveVerdict.Reason> doubt = doubt(due);
        Optional<List<MaskRegion>> regions =
                doubt.isPresent() ? Optional.empty() : regions(due.frame().index());
        if (regions.isEmpty()) {
            masker.coverWhole(due.frame());
            return new LiveVerdict.Whole(doubt.orElse(LiveVerdict.Reason.LATE));
        }
        masker.cover(due.frame(), regions.get());
        return new LiveVerdict.Targets(regions.get().size());
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
            if (!detector.vouching().covers(number)) {
                return Optional.of(reason(detector, due.moment()));
            }
        }
        if (spare.isFailing()) {
            return Optional.of(LiveVerdict.Reason.DETECTOR_FAILED);
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
        answer.of().take(answer);
        failed += answer.seen().isEmpty() ? 1 : 0;
        if (spare.has(answer.of())) {
            thorough++;
            answer.seen().ifPresent(seen -> tracks.look(answer.look().number(), seen, SpareLooks.HOLD_SECONDS));
            return;
        }
        answered++;
        lastLookNanos = Math.max(0, now - answer.look().begun());
        double hold = settings.tracking().maxGapSeconds();
        answer.seen().ifPresent(seen -> tracks.look(answer.look().number(), seen, hold));
    }

    private void forgetBefore(int number) {
        detectors.forEach(detector -> detector.vouching().forgetBefore(number));
        Stream<LiveLook> glances = detectors.stream().flatMap(detector -> detector.underWay().stream());
        int looked = Stream.concat(glances, spare.underWay())
                .mapToInt(LiveLook::number)
                .reduce(number, Math::min);
        tracks.forgetBefore(Math.max(looked, number - MOST_FRAMES_KEPT));
        motion.forgetBefore(number - 1);
    }

    /** Frames that wait to be due. */
    public int waiting() {
        return waiting.size();
    }

    /** Thorough looks that were answered so far, with those that failed. */
    public long thorough() {
        return thorough;
    }

    /** Glances that were answered so far, by all detectors, with those that failed. */
    public long answered() {
        return answered;
    }

    /** Glances and thorough looks that failed so far. */
    public long failed() {
        return failed;
    }

    /** How long the latest glance took from its begin to its answer, waiting for a worker included, in nanoseconds. */
    public long lastLookNanos() {
        return lastLookNanos;
    }
}
