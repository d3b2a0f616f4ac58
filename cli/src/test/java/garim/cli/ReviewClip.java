package garim.cli;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.media.WriteSettings;
import garim.engine.plan.MaskPlanJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clip of two people, drawn as checkered squares on a gray street, and the plan that an analysis would make of it. The
 * first walks to the right, the second to the left; they meet in the middle and the second passes in front.
 *
 * <p>Track 1 is the face of the first, 2 that of the second, 3 the head of the first; 4 is a plate that stands still. The
 * first was not seen in the last five frames.
 */
final class ReviewClip {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;
    static final int FRAMES = 60;
    static final int RATE = 30;

    /** The last frame in which the first person was seen. */
    static final int LAST_SEEN = FRAMES - 6;

    private static final int SIDE = 40;
    private static final int CHECK = 4;

    private ReviewClip() {}

    /** Writes the clip and its plan; gives back the clip. */
    static Path in(Path folder) {
        Path clip = folder.resolve("clip.mp4");
        MediaInfo info = MediaInfo.ofComputedFrames(WIDTH, HEIGHT, RATE);
        WriteSettings settings = WriteSettings.forFile(clip).withQuantizer(16);
        try (VideoWriter writer = VideoWriter.create(clip, clip, info, settings)) {
            for (int index = 0; index < FRAMES; index++) {
                writer.write(paint(index, index * info.frameTicks()));
            }
            writer.finish();
        }
        new MaskPlanJson().write(plan(clip), planOf(clip));
        return clip;
    }

    static Path planOf(Path clip) {
        return clip.resolveSibling(clip.getFileName() + OutputNames.PLAN_ENDING);
    }

    /** Where the face of the first is. */
    static Box first(int frame) {
        return new Box(20 + 4 * frame, 100, SIDE, SIDE);
    }

    /** Where the face of the second is. */
    static Box second(int frame) {
        return new Box(260 - 4 * frame, 110, SIDE, SIDE);
    }

    /** The frames of a clip, all of them. */
    static List<Frame> frames(Path clip) {
        List<Frame> frames = new ArrayList<>();
        try (VideoReader reader = VideoReader.open(clip)) {
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                frames.add(next.get());
            }
        }
        return frames;
    }

    private static Frame paint(int index, long pts) {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, index, pts);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                frame.luma().put(x, y, holds(second(index), x, y) || holds(first(index), x, y) ? check(x, y) : 120);
            }
        }
        for (int y = 0; y < HEIGHT / 2; y++) {
            for (int x = 0; x < WIDTH / 2; x++) {
                frame.cb().put(x, y, 128);
                frame.cr().put(x, y, 128);
            }
        }
        return frame;
    }

    private static int check(int x, int y) {
        return (x / CHECK + y / CHECK) % 2 == 0 ? 60 : 200;
    }

    private static boolean holds(Box box, int x, int y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    private static MaskPlan plan(Path clip) {
        return new MaskPlan(
                MaskPlan.VERSION,
                "test",
                input(clip),
                new PlanSettings("none", 2, 0.6, 1.5, 0.6),
                List.of(),
                Map.of(
                        TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0),
                        TargetKind.HEAD, new MaskRule(MaskStyle.MOSAIC, 0),
                        TargetKind.PLATE, new MaskRule(MaskStyle.SOLID, 0)),
                List.of(),
                List.of(
                        new Track(1, TargetKind.FACE, walk(0, 1)),
                        new Track(
                                2,
                                TargetKind.FACE,
                                List.of(seen(0, second(0)), seen(24, second(24)), seen(48, second(48)))),
                        new Track(3, TargetKind.HEAD, walk(8, 0.5)),
                        new Track(4, TargetKind.PLATE, List.of(seen(0, new Box(10, 10, 40, 20))))));
    }

    /** The way of the first, with something around it; its end is not seen. */
    private static List<Keyframe> walk(double around, double score) {
        List<Keyframe> way = new ArrayList<>();
        for (int frame : new int[] {0, 18, 36, LAST_SEEN}) {
            Box face = first(frame);
            Box box = new Box(face.x() - around, face.y() - around, SIDE + 2 * around, SIDE + 2 * around);
            way.add(new Keyframe(frame, box, Origin.DETECTED, score));
        }
        Keyframe last = way.getLast();
        way.add(new Keyframe(FRAMES - 1, last.box().grow(0.5), Origin.PADDED, 0));
        return way;
    }

    private static Keyframe seen(int frame, Box box) {
        return new Keyframe(frame, box, Origin.DETECTED, 0.9);
    }

    private static PlanInput input(Path clip) {
        try (VideoReader reader = VideoReader.open(clip)) {
            MediaInfo info = reader.info();
            List<Frame> frames = frames(clip);
            return new PlanInput(
                    clip.getFileName().toString(),
                    sha256(clip),
                    info.fileSize(),
                    info.container(),
                    info.codec(),
                    info.width(),
                    info.height(),
                    Rotation.NONE,
                    info.timeBase().numerator() + "/" + info.timeBase().denominator(),
                    frames.size(),
                    frames.getFirst().pts(),
                    frames.getLast().pts());
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
