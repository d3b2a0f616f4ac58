package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.media.VideoReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Measures detectors of text and plates on marked pictures and clips: boxes covered, false alarms, CPU time. Not a test;
 * a program.
 *
 * <p>Arguments: the folder of the sets, {@code text} or {@code plate}, a profile, the margin by which detections grow,
 * the names of sets, and after {@code --draw} a folder for pictures with boxes.
 */
final class TextMeasurement {
    private static final double ENOUGH = 0.8;
    private static final int SAMPLES = 20;

    private final Detector detector;
    private final String kind;
    private final double margin;
    private final Optional<Path> drawings;
    private int wanted;
    private int covered;
    private int hidden;
    private int alarms;
    private int pictures;
    private long nanos;

    /** A box of the ground truth; ignored ones are neither missed nor false alarms. */
    private record Mark(Box box, boolean ignored) {}

    private TextMeasurement(Detector detector, String kind, double margin, Optional<Path> drawings) {
        this.detector = detector;
        this.kind = kind;
        this.margin = margin;
        this.drawings = drawings;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> list = new ArrayList<>(List.of(arguments));
        int draw = list.indexOf("--draw");
        Optional<Path> drawings = draw < 0 ? Optional.empty() : Optional.of(Path.of(list.get(draw + 1)));
        List<String> sets = list.subList(4, draw < 0 ? list.size() : draw);
        String kind = list.get(1);
        double margin = Double.parseDouble(list.get(3));
        for (String set : sets) {
            try (Detector detector = detector(kind, list.get(2))) {
                TextMeasurement measurement = new TextMeasurement(detector, kind, margin, drawings);
                measurement.measure(Path.of(list.getFirst()).resolve(set));
                System.out.println(set + measurement.row());
            }
        }
    }

    /** The profile {@code ocr} is the route of plates that reads the whole picture. */
    private static Detector detector(String kind, String profile) {
        if (kind.equals("text")) {
            return new TextDetectors(Device.CPU).text(profile);
        }
        return profile.equals("ocr")
                ? new TextDetectors(Device.CPU).plate("thorough")
                : new PlateDetectors(Device.CPU).create(profile);
    }

    private void measure(Path set) throws IOException {
        if (Files.exists(set.resolve("clips"))) {
            measureClips(set);
            return;
        }
        for (Map.Entry<String, List<Mark>> entry :
                marks(set.resolve("gt.csv"), 0, 1).entrySet()) {
            BufferedImage image =
                    ImageIO.read(set.resolve("images").resolve(entry.getKey()).toFile());
            if (image != null) {
                look(entry.getKey(), DemoPhotograph.pictureOf(image), entry.getValue());
            }
        }
    }

    private void measureClips(Path set) throws IOException {
        Map<String, List<Mark>> byFrame = marks(set.resolve("annotations.csv"), 0, 2);
        for (String clip : List.of("plate_gate.mov", "nofi106.mp4")) {
            try (VideoReader reader = VideoReader.open(set.resolve("clips").resolve(clip))) {
                int index = 0;
                Optional<Frame> frame = reader.read();
                while (frame.isPresent()) {
                    List<Mark> marks = byFrame.getOrDefault(clip + ":" + index, List.of());
                    if (!marks.isEmpty()) {
                        Picture picture =
                                UprightView.copyOf(frame.get(), reader.info().rotation());
                        look(clip + "-" + index, picture, marks);
                    }
                    reader.recycle(frame.get());
                    index++;
                    frame = reader.read();
                }
            }
        }
    }

    private void look(String name, Picture picture, List<Mark> marks) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Detection> found = detector.detect(picture);
        nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        pictures++;
        for (Mark mark : marks) {
            boolean hit = coverage(mark.box(), found) >= ENOUGH;
            wanted += mark.ignored() ? 0 : 1;
            covered += !mark.ignored() && hit ? 1 : 0;
            hidden += mark.ignored() && hit ? 1 : 0;
            if (!mark.ignored() && !hit) {
                System.out.println("  missed " + name + " " + mark.box() + " " + coverage(mark.box(), found));
            }
        }
        for (Detection d : found) {
            boolean isFalse =
                    marks.stream().noneMatch(m -> m.box().intersect(d.box()).area() > 0);
            alarms += isFalse ? 1 : 0;
            if (isFalse && drawings.isPresent()) {
                System.out.println("  false " + name + " " + d);
            }
        }
        if (drawings.isPresent()) {
            draw(drawings.get().resolve(name.replaceAll("\\W", "_") + ".png"), picture, marks, found);
        }
    }

    private double coverage(Box box, List<Detection> found) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            double x = box.x() + box.width() * (i % SAMPLES + 0.5) / SAMPLES;
            double y = box.y() + box.height() * (row + 0.5) / SAMPLES;
            hits += found.stream().anyMatch(d -> holds(d.box().grow(margin), x, y)) ? 1 : 0;
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    private static boolean holds(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    private Map<String, List<Mark>> marks(Path table, int nameColumn, int kindColumn) throws IOException {
        Map<String, List<Mark>> marks = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(table);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            String name = cells.get(nameColumn) + (kindColumn == 2 ? ":" + cells.get(1) : "");
            List<Mark> own = kindColumn == 2 ? new ArrayList<>() : marks.computeIfAbsent(name, k -> new ArrayList<>());
            if (cells.get(kindColumn).equals(kind)) {
                own = marks.computeIfAbsent(name, k -> new ArrayList<>());
                own.add(new Mark(
                        box(cells, kindColumn + 1), cells.get(kindColumn + 5).equals("ignore")));
            }
        }
        return marks;
    }

    private static Box box(List<String> cells, int column) {
        double[] values = cells.subList(column, column + 4).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Box(values[0], values[1], values[2], values[3]);
    }

    private String row() {
        return String.format(
                Locale.ROOT,
                ": covered %d of %d (%.1f %%), of the ignored %d, false %.2f a picture, CPU %.0f ms, %d pictures",
                covered,
                wanted,
                100.0 * covered / Math.max(1, wanted),
                hidden,
                (double) alarms / Math.max(1, pictures),
                nanos / 1e6 / Math.max(1, pictures),
                pictures);
    }

    private void draw(Path file, Picture picture, List<Mark> marks, List<Detection> found) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            int rgb = (picture.red()[i] & 0xff) << 16 | (picture.green()[i] & 0xff) << 8 | (picture.blue()[i] & 0xff);
            image.setRGB(i % picture.width(), i / picture.width(), rgb);
        }
        Graphics2D pen = image.createGraphics();
        marks.forEach(mark -> outline(pen, mark.ignored() ? Color.GRAY : Color.GREEN, mark.box()));
        found.forEach(d -> outline(pen, Color.RED, d.box().grow(margin)));
        found.forEach(d -> pen.drawString(
                String.format(Locale.ROOT, "%.2f", d.score()), (int) d.box().x(), (int)
                        d.box().y()));
        pen.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private static void outline(Graphics2D pen, Color color, Box box) {
        pen.setColor(color);
        pen.drawRect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
    }
}
