package garim.models;

import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.media.VideoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;

/** Pictures, or frames of clips, with the places of one kind of target marked by hand; for measurements. */
final class MarkedSet {
    private MarkedSet() {}

    /** A marked place and how hard it is, as the annotators judged; empty when they did not. */
    record Mark(Box box, String difficulty) {}

    /** Shows every marked picture of a folder that holds {@code gt.csv} and {@code images}. */
    static void eachPicture(Path set, String kind, BiConsumer<Picture, List<Mark>> look) throws IOException {
        Map<String, List<Mark>> marks = new TreeMap<>();
        for (List<String> cells : rows(set.resolve("gt.csv"))) {
            add(marks, cells.get(0), kind, cells, 1);
        }
        for (Map.Entry<String, List<Mark>> entry : marks.entrySet()) {
            look.accept(read(set.resolve("images").resolve(entry.getKey())), entry.getValue());
        }
    }

    /** Shows every marked frame of one recording of an annotated folder. */
    static void eachFrame(Path set, String clip, String kind, BiConsumer<Picture, List<Mark>> look) throws IOException {
        Map<Integer, List<Mark>> marks = new TreeMap<>();
        for (List<String> cells : rows(set.resolve("annotations.csv"))) {
            if (cells.get(0).equals(clip)) {
                add(marks, Integer.parseInt(cells.get(1)), kind, cells, 2);
            }
        }
        try (VideoReader reader = VideoReader.open(set.resolve("clips").resolve(clip))) {
            Optional<Frame> frame = reader.read();
            for (int i = 0; frame.isPresent(); i++) {
                List<Mark> here = marks.getOrDefault(i, List.of());
                if (!here.isEmpty()) {
                    look.accept(UprightView.copyOf(frame.get(), Rotation.NONE), here);
                }
                reader.recycle(frame.get());
                frame = reader.read();
            }
        }
    }

    /** Every picture of a folder. */
    static List<Picture> pictures(Path folder) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                pictures.add(read(file));
            }
        }
        return pictures;
    }

    private static Picture read(Path file) throws IOException {
        return DemoPhotograph.pictureOf(ImageIO.read(file.toFile()));
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static <K> void add(Map<K, List<Mark>> marks, K key, String kind, List<String> cells, int column) {
        String difficulty = cells.get(column + 5);
        if (cells.get(column).equals(kind) && !difficulty.equals("ignore")) {
            double[] sides = new double[4];
            for (int i = 0; i < 4; i++) {
                sides[i] = Double.parseDouble(cells.get(column + 1 + i));
            }
            Box box = new Box(sides[0], sides[1], sides[2], sides[3]);
            marks.computeIfAbsent(key, k -> new ArrayList<>()).add(new Mark(box, difficulty));
        }
    }
}
