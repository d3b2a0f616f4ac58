package garim.engine.detect.logo;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Measures how many marks are found by size, angle and occlusion, how many false ones, and how long it takes.
 *
 * <p>Arguments: {@code found SAMPLES [FOLDER OF GROUNDS]}, {@code false FOLDER COUNT} or {@code speed}. Everything is drawn from fixed seeds.
 */
final class LogoMeasurement {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final List<DrawnMark> MARKS = List.of(DrawnMark.values());
    private static final double COVERED = 0.8;

    private LogoMeasurement() {}

    /** One row of the table. */
    private record Row(String name, double size, double turn, double slant, double hidden, boolean negative) {}

    private static final List<Row> ROWS = List.of(
            new Row("24 px", 24, 10, 0, 0, false),
            new Row("32 px", 32, 10, 0, 0, false),
            new Row("48 px", 48, 10, 0, 0, false),
            new Row("64 px", 64, 10, 0, 0, false),
            new Row("128 px", 128, 10, 0, 0, false),
            new Row("256 px", 256, 10, 0, 0, false),
            new Row("any turn, 96 px", 96, 180, 0, 0, false),
            new Row("slant 30, 96 px", 96, 20, 30, 0, false),
            new Row("slant 50, 96 px", 96, 20, 50, 0, false),
            new Row("slant 60, 96 px", 96, 20, 60, 0, false),
            new Row("hidden 20 %, 96 px", 96, 10, 0, 0.2, false),
            new Row("hidden 40 %, 96 px", 96, 10, 0, 0.4, false),
            new Row("negative, 96 px", 96, 10, 0, 0, true),
            new Row("slant 40, hidden 20 %, 64 px", 64, 20, 40, 0.2, false));

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "found" ->
                found(
                        Integer.parseInt(arguments[1]),
                        arguments.length > 2 ? grounds(Path.of(arguments[2])) : List.of());
            case "false" -> falseAccepts(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "speed" -> speed();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void found(int samples, List<BufferedImage> grounds) {
        System.out.print("| |");
        for (DrawnMark mark : MARKS) {
            System.out.print(" " + mark.name().toLowerCase(Locale.ROOT) + " |");
        }
        System.out.println(" all |");
        for (Row row : ROWS) {
            System.out.print("| " + row.name + " |");
            int all = 0;
            for (DrawnMark mark : MARKS) {
                int found = 0;
                LogoDetector detector = new LogoDetector(List.of(mark.reference()));
                for (int i = 0; i < samples; i++) {
                    found += isFound(
                                    row,
                                    mark,
                                    detector,
                                    grounds,
                                    new Random(mark.name().hashCode() + (long) i))
                            ? 1
                            : 0;
                }
                all += found;
                System.out.print(" " + found + "/" + samples + " |");
                System.out.flush();
            }
            System.out.printf(" %d %% |%n", Math.round(100.0 * all / (samples * MARKS.size())));
        }
    }

    private static boolean isFound(
            Row row, DrawnMark mark, LogoDetector detector, List<BufferedImage> grounds, Random random) {
        MarkScene scene = new MarkScene(ground(grounds, random), random);
        BufferedImage sign = mark.imageOn(new Color(235, 232, 225));
        if (row.negative) {
            sign = negative(sign);
        }
        double x = WIDTH * (0.3 + 0.4 * random.nextDouble());
        double y = HEIGHT * (0.35 + 0.3 * random.nextDouble());
        double turn = Math.toRadians(row.turn * (2 * random.nextDouble() - 1));
        Box content = scene.place(sign, mark.contentOnGround(), x, y, row.size, turn, Math.toRadians(row.slant));
        if (row.hidden > 0) {
            scene.hide(content, row.hidden);
        }
        Picture picture = scene.picture(0.7f);
        return detector.detect(picture).stream()
                .anyMatch(d -> d.box().grow(0.15).intersect(content).area() >= COVERED * content.area()
                        && d.box().area() < 3 * content.area());
    }

    private static BufferedImage ground(List<BufferedImage> grounds, Random random) {
        return grounds.isEmpty()
                ? MarkScene.clutter(WIDTH, HEIGHT, random)
                : grounds.get(random.nextInt(grounds.size()));
    }

    private static List<BufferedImage> grounds(Path folder) throws IOException {
        List<BufferedImage> grounds = new ArrayList<>();
        for (Path file : pictures(folder, Integer.MAX_VALUE)) {
            BufferedImage ground = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            ground.createGraphics().drawImage(ImageIO.read(file.toFile()), 0, 0, WIDTH, HEIGHT, null);
            grounds.add(ground);
        }
        return grounds;
    }

    private static List<Path> pictures(Path folder, int count) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".jpg"))
                    .sorted()
                    .limit(count)
                    .toList();
        }
    }

    static BufferedImage negative(BufferedImage image) {
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                result.setRGB(x, y, image.getRGB(x, y) ^ 0xffffff);
            }
        }
        return result;
    }

    private static void falseAccepts(Path folder, int count) throws IOException {
        List<Path> files = pictures(folder, count);
        List<LogoDetector> detectors = new ArrayList<>();
        for (DrawnMark mark : MARKS) {
            detectors.add(new LogoDetector(List.of(mark.reference())));
        }
        int[] accepts = new int[detectors.size()];
        for (Path file : files) {
            Picture picture = MarkScene.picture(ImageIO.read(file.toFile()));
            for (int i = 0; i < accepts.length; i++) {
                List<Detection> found = detectors.get(i).detect(picture);
                accepts[i] += found.size();
                for (Detection d : found) {
                    System.out.printf("%s %s %s %.2f%n", file.getFileName(), MARKS.get(i), d.box(), d.score());
                }
            }
        }
        for (int i = 0; i < accepts.length; i++) {
            System.out.printf("%s %d false in %d pictures%n", MARKS.get(i), accepts[i], files.size());
        }
    }

    private static void speed() {
        Picture picture = MarkScene.picture(MarkScene.clutter(1280, 720, new Random(5)));
        Picture large = MarkScene.picture(MarkScene.clutter(1920, 1080, new Random(5)));
        for (DrawnMark mark : MARKS) {
            LogoDetector detector = new LogoDetector(List.of(mark.reference()));
            System.out.printf("%s %d ms at 720p, %d ms at 1080p%n", mark, ms(detector, picture), ms(detector, large));
        }
    }

    private static long ms(LogoDetector detector, Picture picture) {
        detector.detect(picture);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            detector.detect(picture);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1_000_000;
    }
}
