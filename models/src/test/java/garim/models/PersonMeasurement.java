package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures the detectors of people and heads on marked pictures and clips. Not a test; a program.
 *
 * <p>A person is covered when the detections, each grown by 0.1, cover 80 % of its box; so is a face by heads.
 */
final class PersonMeasurement {
    private static final double MARGIN = 0.1;
    private static final double ENOUGH = 0.8;
    private static final int SAMPLES = 20;
    private static final int RUNS = 8;

    private final Detector detector;
    private final Map<String, int[]> counts = new TreeMap<>();

    private PersonMeasurement(Detector detector) {
        this.detector = detector;
    }

    /** Takes the folder of the sets, then profiles. */
    public static void main(String[] arguments) throws IOException {
        Path sets = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            try (Detector people = new PersonDetectors(Device.CPU).person(arguments[i]);
                    Detector heads = new PersonDetectors(Device.CPU).head(arguments[i])) {
                report(people, new PersonMeasurement(people).people(sets));
                report(heads, new PersonMeasurement(heads).heads(sets));
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.2f alarms a picture without a face, %.0f ms CPU at 1280x720%n",
                        people.name(),
                        alarms(people, sets.resolve("negatives-nonface")),
                        milliseconds(people));
            }
        }
    }

    private static void report(Detector detector, Map<String, int[]> counts) {
        counts.forEach((what, n) -> System.out.printf(
                Locale.ROOT, "%s: %s %d of %d, %.1f %%%n", detector.name(), what, n[0], n[1], 100.0 * n[0] / n[1]));
    }

    private Map<String, int[]> people(Path sets) throws IOException {
        Path video = sets.resolve("video-gt");
        MarkedSet.eachPicture(sets.resolve("persons-coco128"), "person", (p, marks) -> count("coco128", p, marks));
        MarkedSet.eachFrame(video, "vtest.avi", "person", (p, marks) -> count("vtest", p, marks));
        MarkedSet.eachFrame(video, "nofi106.mp4", "person", (p, marks) -> count("nofi106", p, marks));
        return counts;
    }

    private Map<String, int[]> heads(Path sets) throws IOException {
        Path video = sets.resolve("video-gt");
        for (String clip : List.of("nofi010.mp4", "nofi064.mp4", "nofi106.mp4", "students.mp4")) {
            MarkedSet.eachFrame(video, clip, "face", (p, marks) -> count(clip, p, marks));
        }
        for (String set : List.of("faces-dlib", "faces-masked")) {
            MarkedSet.eachPicture(sets.resolve(set), "face", (p, marks) -> count(set, p, marks));
        }
        return counts;
    }

    private void count(String what, Picture picture, List<MarkedSet.Mark> marks) {
        List<Detection> found = detector.detect(picture);
        for (MarkedSet.Mark mark : marks) {
            boolean covered = coverage(mark.box(), found) >= ENOUGH;
            for (String group : Set.of(what, (what + " " + mark.difficulty()).strip())) {
                int[] count = counts.computeIfAbsent(group, k -> new int[2]);
                count[0] += covered ? 1 : 0;
                count[1]++;
            }
        }
    }

    private static double coverage(Box target, List<Detection> found) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            double x = target.x() + target.width() * (i % SAMPLES + 0.5) / SAMPLES;
            double y = target.y() + target.height() * (row + 0.5) / SAMPLES;
            hits += found.stream().anyMatch(d -> holds(d.box().grow(MARGIN), x, y)) ? 1 : 0;
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    private static boolean holds(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    private static double alarms(Detector detector, Path set) throws IOException {
        List<Picture> pictures = MarkedSet.pictures(set.resolve("images"));
        int alarms = 0;
        for (Picture picture : pictures) {
            alarms += detector.detect(picture).size();
        }
        return (double) alarms / pictures.size();
    }

    private static double milliseconds(Detector detector) {
        byte[] plane = new byte[1280 * 720];
        new Random(1).nextBytes(plane);
        Picture picture = new Picture(1280, 720, plane, plane, plane);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = clock.getCurrentThreadCpuTime();
            detector.detect(picture);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        return best / 1e6;
    }
}
