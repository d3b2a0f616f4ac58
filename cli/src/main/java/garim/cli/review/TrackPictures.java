package garim.cli.review;

import garim.cli.scene.FramePicture;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.media.VideoReader;
import garim.engine.visibility.Visibility;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Looks through a video once and takes the best picture of every track, and the colours of the clothes below it. */
public final class TrackPictures implements Lookalikes.Seen {
    /** Height of a picture in pixels, unless it would be wider than twice that. */
    static final int HEIGHT = 180;

    /** Height of the pictures of a strip. */
    private static final int STRIP_HEIGHT = 84;

    private static final int MOST_IN_STRIP = 8;
    private static final double AROUND = 0.5;
    private static final int MOST_SAMPLES = 20_000;

    private final PlanInput input;
    private final Map<Integer, List<Look>> looks = new TreeMap<>();
    private final Map<Integer, List<Track>> moments = new TreeMap<>();
    private final Map<Integer, List<String>> strips = new HashMap<>();
    private final Map<Integer, Best> best = new HashMap<>();
    private final Map<Integer, Clothes> clothes = new HashMap<>();
    private final Map<Integer, Integer> clothesSeen = new HashMap<>();

    private final Optional<TrackFaces> faces;

    private TrackPictures(MaskPlan plan, Optional<TrackFaces> faces) {
        this.faces = faces;
        input = plan.input();
        Visibility.of(plan)
                .tracks()
                .forEach(reviewed -> want(reviewed.track(), plan.input().timeline()));
    }

    private record Look(Track track, Keyframe keyframe) {}

    private record Best(TrackPicture picture, double score) {}

    /**
     * Looks through the video of a plan.
     *
     * @param plan the plan; that the video is its own has been checked
     * @param faces where faces are to be compared; without it nobody looks at them
     * @param seen is told the number of each frame that was read
     */
    public static TrackPictures of(Path video, MaskPlan plan, Optional<TrackFaces> faces, IntConsumer seen) {
        TrackPictures pictures = new TrackPictures(plan, faces);
        try (VideoReader reader = VideoReader.open(video)) {
            pictures.readAll(reader, seen);
        }
        return pictures;
    }

    /** The best picture of a track; empty when the video ended before. */
    public Optional<TrackPicture> picture(int track) {
        return Optional.ofNullable(best.get(track)).map(Best::picture);
    }

    /** The colours of the clothes of a track. */
    @Override
    public Optional<Clothes> clothes(int track) {
        return Optional.ofNullable(clothes.get(track));
    }

    /** How far the faces of two tracks are from each other; empty when they were not compared. */
    @Override
    public Optional<Double> faceDistance(int one, int other) {
        return faces.flatMap(known -> known.distance(one, other));
    }

    /** True when faces were compared. */
    boolean comparesFaces() {
        return faces.isPresent();
    }

    /** A track from its first sighting to its last, as JPEG in base 64, so that a change of person is seen. */
    List<String> strip(int track) {
        return List.copyOf(strips.getOrDefault(track, List.of()));
    }

    private void want(Track track, Timeline timeline) {
        for (int frame : Candidates.moments(track, timeline, MOST_IN_STRIP)) {
            moments.computeIfAbsent(frame, at -> new ArrayList<>()).add(track);
        }
        for (Keyframe keyframe : Candidates.of(track, input)) {
            looks.computeIfAbsent(keyframe.frame(), frame -> new ArrayList<>()).add(new Look(track, keyframe));
        }
    }

    private void readAll(VideoReader reader, IntConsumer seen) {
        Optional<Frame> next = reader.read();
        while (next.isPresent()) {
            Frame frame = next.get();
            Optional.ofNullable(looks.remove(frame.index())).ifPresent(here -> here.forEach(look -> take(frame, look)));
            Optional.ofNullable(moments.remove(frame.index()))
                    .ifPresent(here -> here.forEach(track -> addToStrip(frame, track)));
            seen.accept(frame.index());
            reader.recycle(frame);
            next = looks.isEmpty() && moments.isEmpty() ? Optional.empty() : reader.read();
        }
    }

    private void addToStrip(Frame frame, Track track) {
        BufferedImage image = cut(frame, track.boxAt(frame.index()).orElseThrow(), STRIP_HEIGHT);
        strips.computeIfAbsent(track.id(), id -> new ArrayList<>()).add(Jpeg.base64(image));
    }

    private void take(Frame frame, Look look) {
        int id = look.track().id();
        Box box = look.keyframe().box();
        double score = score(frame, box.clamp(frame.width(), frame.height()));
        faces.ifPresent(known -> known.take(frame, look.track(), box, score));
        Best before = best.get(id);
        if (before == null || score > before.score()) {
            best.put(id, new Best(new TrackPicture(cut(frame, box, HEIGHT), frame.index()), score));
        }
        Clothes.of(frame, input, look.track().kind(), box).ifPresent(worn -> {
            int count = clothesSeen.merge(id, 1, Integer::sum);
            clothes.merge(id, worn, (old, now) -> old.with(now, 1.0 / count));
        });
    }

    /** Larger is better, and so is sharper: the mean size of the second differences of brightness. */
    private static double score(Frame frame, Box box) {
        int step = (int) Math.max(1, Math.sqrt(box.area() / MOST_SAMPLES));
        long sum = 0;
        long count = 1;
        for (int y = Math.max(1, (int) box.y()); y < Math.min(box.bottom(), frame.height() - 1.0); y += step) {
            for (int x = Math.max(1, (int) box.x()); x < Math.min(box.right(), frame.width() - 1.0); x += step) {
                int around = frame.luma().at(x - 1, y)
                        + frame.luma().at(x + 1, y)
                        + frame.luma().at(x, y - 1)
                        + frame.luma().at(x, y + 1);
                sum += Math.abs(4 * frame.luma().at(x, y) - around);
                count++;
            }
        }
        return Math.sqrt(box.area()) * (1 + (double) sum / count);
    }

    private BufferedImage cut(Frame frame, Box target, int most) {
        Box seen = target.grow(AROUND).clamp(frame.width(), frame.height());
        if (seen.width() < 2 || seen.height() < 2) {
            seen = new Box(0, 0, frame.width(), frame.height());
        }
        int left = (int) seen.x();
        int top = (int) seen.y();
        int width = Math.min(frame.width() - left, (int) Math.ceil(seen.width()));
        int height = Math.min(frame.height() - top, (int) Math.ceil(seen.height()));
        BufferedImage stored = FramePicture.of(frame, left, top, width, height);
        int turns = input.rotation().degrees() / 90;
        double uprightWidth = turns % 2 == 0 ? width : height;
        double uprightHeight = turns % 2 == 0 ? height : width;
        double scale = Math.min(most / uprightHeight, 2 * most / uprightWidth);
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.round(uprightWidth * scale)),
                Math.max(1, (int) Math.round(uprightHeight * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.translate(image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.scale(scale, scale);
        graphics.rotate(Math.toRadians(input.rotation().degrees()));
        graphics.translate(-width / 2.0, -height / 2.0);
        graphics.drawImage(stored, 0, 0, null);
        graphics.setColor(Color.YELLOW);
        graphics.setStroke(new BasicStroke((float) (1.5 / scale)));
        graphics.draw(new Rectangle2D.Double(target.x() - left, target.y() - top, target.width(), target.height()));
        graphics.dispose();
        return image;
    }
}
