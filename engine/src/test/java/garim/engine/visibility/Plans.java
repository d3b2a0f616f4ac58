package garim.engine.visibility;

import garim.engine.frame.Box;
import garim.engine.frame.Edit;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans for tests: made by hand or at random, on a clip of {@value #FRAMES} frames of 640x360. */
final class Plans {
    static final int FRAMES = 120;
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static final List<Origin> ORIGINS = List.of(Origin.DETECTED, Origin.FOLLOWED, Origin.PADDED, Origin.MANUAL);

    private Plans() {}

    static MaskPlan of(Track... tracks) {
        PlanInput input = new PlanInput(
                "a.mp4", "0".repeat(64), 1234, "mp4", "h264", 640, 360, Rotation.NONE, "1/30", FRAMES, 0, FRAMES - 1);
        Map<TargetKind, MaskRule> rules = Arrays.stream(TargetKind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> new MaskRule(MaskStyle.MOSAIC, 0)));
        return new MaskPlan(
                MaskPlan.VERSION,
                "test",
                input,
                new PlanSettings("none", 2, 0.6, 1.5, 0.6),
                List.of(),
                rules,
                List.of(),
                List.of(tracks));
    }

    /** A face of 30x40 at 100,50 that was held from frame 10, seen from 20 to 40, and held to frame 50. */
    static Track face(int id) {
        return track(id, TargetKind.FACE, padded(10), seen(20), seen(40), padded(50));
    }

    static Track track(int id, TargetKind kind, Keyframe... keyframes) {
        return new Track(id, kind, List.of(keyframes));
    }

    static Keyframe seen(int frame) {
        return new Keyframe(frame, new Box(100, 50, 30, 40), Origin.DETECTED, 0.9);
    }

    static Keyframe padded(int frame) {
        return new Keyframe(frame, new Box(90, 50, 40, 40), Origin.PADDED, 0);
    }

    static Keyframe drawn(int frame) {
        return new Keyframe(frame, new Box(200, 50, 40, 40), Origin.MANUAL, 0);
    }

    /** The plan after edits by Kim. */
    static MaskPlan after(MaskPlan plan, Edit... edits) {
        MaskPlan edited = plan;
        for (Edit edit : edits) {
            edited = add(edited, "Kim", edit);
        }
        return edited;
    }

    static MaskPlan add(MaskPlan plan, String by, Edit edit) {
        return new Review(plan).append(by, NOON, ReviewEntry.needsReason(edit) ? "subject" : "", "", edit);
    }

    static ReviewedTrack trackOf(MaskPlan plan, int id) {
        return Visibility.of(plan).tracks().stream()
                .filter(each -> each.track().id() == id)
                .findFirst()
                .orElseThrow();
    }

    static MaskPlan random(Random random) {
        Track[] tracks = IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(id -> randomTrack(random, id))
                .toArray(Track[]::new);
        return of(tracks);
    }

    private static Track randomTrack(Random random, int id) {
        List<Keyframe> keyframes = new ArrayList<>();
        int frame = random.nextInt(FRAMES / 2);
        int count = 1 + random.nextInt(6);
        while (keyframes.size() < count && frame < FRAMES) {
            keyframes.add(new Keyframe(frame, box(random), ORIGINS.get(random.nextInt(ORIGINS.size())), 0.5));
            frame += 1 + random.nextInt(35);
        }
        TargetKind kind = random.nextBoolean() ? TargetKind.FACE : TargetKind.HEAD;
        return new Track(id, kind, keyframes);
    }

    private static Box box(Random random) {
        return new Box(random.nextInt(500), random.nextInt(300), 1 + random.nextInt(90), 1 + random.nextInt(90));
    }

    /** An edit that may or may not be possible. */
    static Edit randomEdit(Random random, MaskPlan plan) {
        Review review = new Review(plan);
        int tracks = review.nextTrack() - 1;
        int one = 1 + random.nextInt(tracks);
        int other = 1 + random.nextInt(tracks);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Edit.Keep(List.of(one));
            case 2 -> new Edit.Mask(List.of(one));
            case 3 -> new Edit.Split(one, 1 + random.nextInt(FRAMES - 1), review.nextTrack());
            case 4 -> new Edit.Merge(List.of(one, one == other ? one % tracks + 1 : other));
            case 5 -> new Edit.Extend(one, random.nextInt(FRAMES));
            case 6 ->
                new Edit.Draw(new Track(
                        review.nextTrack(),
                        TargetKind.FACE,
                        List.of(new Keyframe(random.nextInt(FRAMES), box(random), Origin.MANUAL, 0))));
            default -> new Edit.Undo(1 + random.nextInt(plan.review().size() + 1));
        };
    }
}
