package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Measures face detectors on marked pictures: recall by height of the face, and false alarms. Not a test; a program.
 *
 * <p>A face is covered when the detections, each grown by 0.25, cover 80 % of its box.
 */
final class FaceMeasurement {
    private static final List<Integer> HEIGHTS = List.of(8, 16, 24, 40, 80, Integer.MAX_VALUE);
    private static final double MARGIN = 0.25;
    private static final double ENOUGH = 0.8;
    private static final int SAMPLES = 20;

    private final Detector detector;
    private final int[] faces = new int[HEIGHTS.size()];
    private final int[] covered = new int[HEIGHTS.size()];

    private FaceMeasurement(Detector detector) {
        this.detector = detector;
    }

    /** Takes the folder of the sets, then profiles. */
    public static void main(String[] arguments) throws IOException {
        Path sets = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            try (Detector detector = new FaceDetectors(Device.CPU).create(arguments[i])) {
                FaceMeasurement measurement = new FaceMeasurement(detector);
                measurement.addFaces(sets.resolve("faces-masked"));
                measurement.addFaces(sets.resolve("faces-dlib"));
                double alarms = measurement.alarmsPerPicture(sets.resolve("negatives-nonface"));
                System.out.println(arguments[i] + measurement.row() + String.format(Locale.ROOT, " %.2f", alarms));
            }
        }
    }

    private void addFaces(Path set) throws IOException {
        for (Map.Entry<String, List<Box>> picture : boxes(set).entrySet()) {
            List<Detection> found = detector.detect(read(set.resolve("images").resolve(picture.getKey())));
            picture.getValue().forEach(box -> count(box, found));
        }
    }

    private void count(Box face, List<Detection> found) {
        for (int i = HEIGHTS.size() - 2; i >= 0; i--) {
            if (face.height() >= HEIGHTS.get(i)) {
                faces[i]++;
                covered[i] += coverage(face, found) >= ENOUGH ? 1 : 0;
                return;
            }
        }
    }

    private static double coverage(Box face, List<Detection> found) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            double x = face.x() + face.width() * (i % SAMPLES + 0.5) / SAMPLES;
            double y = face.y() + face.height() * (row + 0.5) / SAMPLES;
            hits += found.stream().anyMatch(d -> holds(d.box().grow(MARGIN), x, y)) ? 1 : 0;
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    private static boolean holds(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    private double alarmsPerPicture(Path set) throws IOException {
        int alarms = 0;
        List<Path> files;
        try (var listing = Files.list(set.resolve("images"))) {
            files = listing.sorted().toList();
        }
        for (Path file : files) {
            alarms += detector.detect(read(file)).size();
        }
        return (double) alarms / files.size();
    }

    private String row() {
        StringBuilder row = new StringBuilder();
        int all = 0;
        int hit = 0;
        for (int i = 0; i < HEIGHTS.size() - 1; i++) {
            row.append(String.format(Locale.ROOT, " %.1f", 100.0 * covered[i] / Math.max(1, faces[i])));
            all += faces[i];
            hit += covered[i];
        }
        return row.append(String.format(Locale.ROOT, " all %.1f of %d", 100.0 * hit / Math.max(1, all), all))
                .toString();
    }

    private static Map<String, List<Box>> boxes(Path set) throws IOException {
        Map<String, List<Box>> boxes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(set.resolve("gt.csv"))) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.get(1).equals("face") && !cells.get(6).equals("ignore")) {
                Box box = new Box(number(cells, 2), number(cells, 3), number(cells, 4), number(cells, 5));
                boxes.computeIfAbsent(cells.getFirst(), k -> new ArrayList<>()).add(box);
            }
        }
        return boxes;
    }

    private static double number(List<String> cells, int column) {
        return Double.parseDouble(cells.get(column));
    }

    private static Picture read(Path file) throws IOException {
        return DemoPhotograph.pictureOf(ImageIO.read(file.toFile()));
    }
}
