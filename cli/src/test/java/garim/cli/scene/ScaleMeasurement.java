package garim.cli.scene;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.TurnedDetector;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Rotation;
import garim.models.FaceDetectors;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Measures what is found of the faces of the demonstration photographs under hard conditions: small, filling the
 * picture, cut by its borders, tilted, dark, infrared, seen through a fisheye. Not a test; a program.
 *
 * <p>A face is found when the masks (detections grown by 0.25) cover 80 % of its visible box. The cut-outs show hardly
 * any bodies, from which heads are told, so heads are not measured. The seeds are fixed.
 */
final class ScaleMeasurement {
    private static final double FACE_MARGIN = 0.25;
    private static final double ENOUGH = 0.8;
    private static final int SAMPLES = 20;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    /** A face in its surroundings, cut out of a photograph; the box is within the cut-out. */
    private record Cut(BufferedImage image, Box face) {}

    /** A picture with its known faces. */
    private record Shot(BufferedImage image, List<Box> faces) {}

    private final Detector faces;
    private final String only;
    private final List<Cut> cuts;

    private ScaleMeasurement(Detector faces, String only) throws IOException {
        this.faces = faces;
        this.only = only;
        this.cuts = cuts();
    }

    /** Takes a profile of faces, none or all (the turns looked at), and optionally a part of the conditions' names. */
    public static void main(String[] arguments) throws IOException {
        List<Rotation> turns = arguments[1].equals("all") ? List.of(Rotation.values()) : List.of();
        String only = arguments.length > 2 ? arguments[2] : "";
        try (Detector faces = new TurnedDetector(new FaceDetectors(Device.CPU).create(arguments[0]), turns)) {
            System.out.println("| Condition | Faces | Found | False alarms a picture |");
            System.out.println("|---|---|---|---|");
            new ScaleMeasurement(faces, only).run();
        }
    }

    private void run() throws IOException {
        for (int height : new int[] {8, 10, 12, 16, 24}) {
            measure("4K, " + height + " px", List.of(grid(3840, 2160, height, 0)), UnaryOperator.identity());
        }
        for (int height : new int[] {10, 12, 16, 24, 40, 80}) {
            measure("1080p, " + height + " px", List.of(grid(WIDTH, HEIGHT, height, 0)), UnaryOperator.identity());
        }
        for (int height : new int[] {160, 320, 480, 640, 900}) {
            measure("1080p, " + height + " px", alone(height), UnaryOperator.identity());
        }
        for (int tilt : new int[] {0, 15, 30, 45, 60, 90, 135, 180}) {
            measure("tilted " + tilt + " degrees, 60 px", List.of(grid(WIDTH, HEIGHT, 60, tilt)), i -> i);
        }
        double[][] sides = {{0, 0.5}, {1, 0.5}, {0.5, 0}, {0.5, 1}};
        double[][] corners = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
        for (int height : new int[] {40, 120}) {
            measure("half outside a border, " + height + " px", border(height, sides), UnaryOperator.identity());
            measure("in a corner, a quarter visible, " + height + " px", border(height, corners), i -> i);
        }
        for (int height : new int[] {24, 60}) {
            List<Shot> plain = List.of(grid(WIDTH, HEIGHT, height, 0));
            measure("infrared, " + height + " px", plain, image -> infrared(image, 7));
            measure("dark, " + height + " px", plain, image -> light(image, 0.12, 4, 11));
            measure("JPEG quality 0.08, " + height + " px", plain, ScaleMeasurement::squeezed);
        }
        for (int height : new int[] {30, 60}) {
            measure("fisheye from above, " + height + " px", List.of(fisheye(height)), UnaryOperator.identity());
        }
    }

    private void measure(String name, List<Shot> shots, UnaryOperator<BufferedImage> look) throws IOException {
        if (!name.contains(only)) {
            return;
        }
        int count = 0;
        int covered = 0;
        int alarms = 0;
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            BufferedImage image = look.apply(shot.image());
            Picture picture = picture(image);
            List<Detection> found = faces.detect(picture);
            count += shot.faces().size();
            covered += (int)
                    shot.faces().stream().filter(face -> isCovered(face, found)).count();
            alarms += (int) found.stream().filter(d -> isAlarm(d, shot.faces())).count();
            draw(name + " " + i, image, shot, found);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d %% | %.1f |%n",
                name,
                count,
                Math.round(100.0 * covered / count),
                (double) alarms / shots.size());
    }

    private static boolean isCovered(Box face, List<Detection> found) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = face.x() + face.width() * (i % SAMPLES + 0.5) / SAMPLES;
            double y = face.y() + face.height() * (Math.floorDiv(i, SAMPLES) + 0.5) / SAMPLES;
            hits += found.stream().map(ScaleMeasurement::mask).anyMatch(m -> holds(m, x, y)) ? 1 : 0;
        }
        return hits >= ENOUGH * SAMPLES * SAMPLES;
    }

    private static Box mask(Detection d) {
        return d.box().grow(FACE_MARGIN);
    }

    private static boolean holds(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    private static boolean isAlarm(Detection d, List<Box> faces) {
        return faces.stream().allMatch(face -> face.grow(0.5).intersect(d.box()).isEmpty());
    }

    private static List<Cut> cuts() throws IOException {
        List<Cut> cuts = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            BufferedImage photograph = read("garim/models/demo/sample" + number + ".jpg");
            for (KnownFace face : SceneSource.knownFaces("sample" + number + ".jpg")) {
                Box box = face.box();
                double side = box.width() * 0.5;
                Box around = Box.between(
                                box.x() - side,
                                box.y() - box.height() * 0.5,
                                box.right() + side,
                                box.bottom() + box.height() * 0.8)
                        .clamp(photograph.getWidth(), photograph.getHeight());
                int left = (int) around.x();
                int top = (int) around.y();
                BufferedImage part = photograph.getSubimage(left, top, (int) around.width(), (int) around.height());
                cuts.add(new Cut(part, box.shift(-left, -top)));
            }
        }
        return cuts;
    }

    private static BufferedImage read(String resource) throws IOException {
        try (InputStream in = ScaleMeasurement.class.getClassLoader().getResourceAsStream(resource)) {
            return ImageIO.read(Objects.requireNonNull(in, resource));
        }
    }

    /** All faces spread over a picture. */
    private Shot grid(int width, int height, int faceHeight, int tilt) {
        BufferedImage image = ground(width, height);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            double x = width * (i % 6 + 0.5) / 6 + 13;
            double y = height * (Math.floorDiv(i, 6) + 0.5) / 4 + 7;
            boxes.add(place(image, cuts.get(i), faceHeight, x, y, Math.toRadians(tilt)));
        }
        return new Shot(image, boxes);
    }

    /** Every sixth face in the middle of a picture of its own. */
    private List<Shot> alone(int faceHeight) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i += 6) {
            BufferedImage image = ground(WIDTH, HEIGHT);
            Box box = place(image, cuts.get(i), faceHeight, WIDTH / 2.0, HEIGHT / 2.0, 0);
            shots.add(new Shot(image, List.of(box.clamp(WIDTH, HEIGHT))));
        }
        return shots;
    }

    /** Twenty faces, four to a picture, their centres at these shares of the sides. */
    private List<Shot> border(int faceHeight, double[][] places) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < 20; i += places.length) {
            BufferedImage image = ground(WIDTH, HEIGHT);
            List<Box> boxes = new ArrayList<>();
            for (int k = 0; k < places.length; k++) {
                Box box = place(image, cuts.get(i + k), faceHeight, places[k][0] * WIDTH, places[k][1] * HEIGHT, 0);
                boxes.add(box.clamp(WIDTH, HEIGHT));
            }
            shots.add(new Shot(image, boxes));
        }
        return shots;
    }

    /** All faces around the centre of a picture, heads outwards, as an equidistant fisheye on the ceiling sees them. */
    private Shot fisheye(int faceHeight) {
        BufferedImage image = ground(1440, 1440);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            double angle = 2 * Math.PI * i / cuts.size();
            double radius = i % 2 == 0 ? 330 : 570;
            double x = 720 + radius * Math.sin(angle);
            double y = 720 - radius * Math.cos(angle);
            boxes.add(place(image, cuts.get(i), faceHeight, x, y, angle));
        }
        return new Shot(image, boxes);
    }

    private static Box place(
            BufferedImage image, Cut cut, int faceHeight, double centerX, double centerY, double radians) {
        double scale = faceHeight / cut.face().height();
        BufferedImage source = reduced(cut.image(), scale);
        AffineTransform turn = AffineTransform.getRotateInstance(radians, centerX, centerY);
        turn.translate(
                centerX - cut.face().centerX() * scale, centerY - cut.face().centerY() * scale);
        AffineTransform paint = new AffineTransform(turn);
        paint.scale(
                cut.image().getWidth() * scale / source.getWidth(),
                cut.image().getHeight() * scale / source.getHeight());
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(source, paint, null);
        g.dispose();
        // the height along and across changes places with the tilt; an ellipse fits the head better than its box
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        double w = cut.face().width() * scale;
        double halfWidth = Math.hypot(w * cos, faceHeight * sin) / 2;
        double halfHeight = Math.hypot(w * sin, faceHeight * cos) / 2;
        return Box.between(centerX - halfWidth, centerY - halfHeight, centerX + halfWidth, centerY + halfHeight);
    }

    /** Halved until it is less than twice as large as wanted, so that nothing flickers. */
    private static BufferedImage reduced(BufferedImage source, double scale) {
        BufferedImage image = source;
        for (double s = scale; s < 0.5; s *= 2) {
            int width = Math.max(1, image.getWidth() / 2);
            int height = Math.max(1, image.getHeight() / 2);
            BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = half.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, 0, 0, width, height, null);
            g.dispose();
            image = half;
        }
        return image;
    }

    /** A wall with a floor, boxes and noise. */
    private static BufferedImage ground(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(120, 118, 112));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 60; i++) {
            int grey = 60 + random.nextInt(130);
            g.setColor(new Color(grey, grey, Math.max(0, grey - random.nextInt(30))));
            g.fillRect(
                    random.nextInt(width),
                    random.nextInt(height),
                    random.nextInt(width / 5) + 1,
                    random.nextInt(height / 5) + 1);
        }
        g.dispose();
        return light(image, 1, 5, 3);
    }

    private static BufferedImage infrared(BufferedImage source, double noise) {
        BufferedImage result = new BufferedImage(source.getWidth(), source.getHeight(), source.getType());
        Random random = new Random(9);
        for (int y = 0; y < source.getHeight(); y++) {
            for (int x = 0; x < source.getWidth(); x++) {
                int rgb = source.getRGB(x, y);
                // skin shines in infrared light and contrast is low
                double grey = 0.6 * (rgb >> 16 & 255) + 0.3 * (rgb >> 8 & 255) + 0.1 * (rgb & 255);
                int v = Math.clamp(Math.round(70 + 0.4 * grey + noise * random.nextGaussian()), 0, 255);
                result.setRGB(x, y, v << 16 | v << 8 | v);
            }
        }
        return result;
    }

    private static BufferedImage light(BufferedImage source, double share, double noise, long seed) {
        BufferedImage result = new BufferedImage(source.getWidth(), source.getHeight(), source.getType());
        Random random = new Random(seed);
        for (int y = 0; y < source.getHeight(); y++) {
            for (int x = 0; x < source.getWidth(); x++) {
                int rgb = source.getRGB(x, y);
                int r = sample((rgb >> 16 & 255) * share + noise * random.nextGaussian());
                int g = sample((rgb >> 8 & 255) * share + noise * random.nextGaussian());
                int b = sample((rgb & 255) * share + noise * random.nextGaussian());
                result.setRGB(x, y, r << 16 | g << 8 | b);
            }
        }
        return result;
    }

    private static int sample(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static BufferedImage squeezed(BufferedImage source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.08f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(source, null, null), settings);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[][] planes = new byte[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[0][i] = (byte) (pixels[i] >> 16);
            planes[1][i] = (byte) (pixels[i] >> 8);
            planes[2][i] = (byte) pixels[i];
        }
        return new Picture(width, height, planes[0], planes[1], planes[2]);
    }

    /** Writes the picture with boxes to the folder of {@code garim.drawn}, where one is given: truth green, masks red. */
    private static void draw(String name, BufferedImage image, Shot shot, List<Detection> found) throws IOException {
        String folder = System.getProperty("garim.drawn", "");
        if (folder.isEmpty()) {
            return;
        }
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        found.forEach(d -> outline(g, mask(d)));
        g.setColor(Color.GREEN);
        shot.faces().forEach(face -> outline(g, face));
        g.dispose();
        ImageIO.write(image, "jpg", new File(folder, name.replaceAll("[^A-Za-z0-9]+", "-") + ".jpg"));
    }

    private static void outline(Graphics2D g, Box box) {
        g.drawRect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
    }
}
