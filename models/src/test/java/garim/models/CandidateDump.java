package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.ScaledDetector;
import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.SsdFaceDetector;
import garim.engine.detect.onnx.UltraFaceDetector;
import garim.engine.detect.onnx.Weights;
import garim.engine.detect.onnx.YunetDetector;
import garim.engine.frame.Detection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Writes every place that the first-stage detectors and the teacher see in the training pictures, and the people, as the
 * face verifier learns from them. Not a test; a program.
 */
final class CandidateDump {
    private static final String HEADER = "set,file,det,scale,score,x,y,w,h,W,H";

    private CandidateDump() {}

    /** A detector at one scale, with the letter under which it is written. */
    private record Source(String letter, double scale, Detector detector) {}

    /** Takes the training folder, the teacher's model, the CSV file to write. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<Source> all = sources(Path.of(arguments[1]));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            out.println(HEADER);
            for (Path picture : pictures(root)) {
                String set = root.relativize(picture).getName(0).toString();
                // where nobody is, the cheap proposer is enough to learn from
                List<Source> some = set.equals("negatives")
                        ? all.stream().filter(CandidateDump::cheap).toList()
                        : all;
                write(set, picture, some, out);
            }
        }
    }

    private static boolean cheap(Source source) {
        return switch (source.letter()) {
            case "u" -> List.of(0.5, 1.0, 1.5).contains(source.scale());
            case "y" -> source.scale() == 1;
            default -> false;
        };
    }

    private static List<Source> sources(Path teacher) throws IOException {
        Detector ultraFace =
                new UltraFaceDetector("u", ShippedModel.weights(ModelCatalogue.ultraFace(), Device.CPU), 0.08);
        Detector ssd = new SsdFaceDetector("s", ShippedModel.weights(ModelCatalogue.ssd(), Device.CPU), 0.03);
        Detector yunet = new YunetDetector("y", Weights.onCpu(Files.readAllBytes(teacher)), 0.1);
        List<Source> sources = new ArrayList<>();
        addScales(sources, "u", ultraFace, 0.35, 0.5, 0.75, 1, 1.5);
        addScales(sources, "s", ssd, 1);
        addScales(sources, "y", yunet, 1, 1.5);
        sources.add(new Source("p", 1, new PersonDetectors(Device.CPU).person("thorough")));
        return List.copyOf(sources);
    }

    private static void addScales(List<Source> into, String letter, Detector detector, double... scales) {
        for (double scale : scales) {
            into.add(new Source(letter, scale, new ScaledDetector(detector, scale)));
        }
    }

    private static List<Path> pictures(Path root) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (String folder : List.of("cctv-frames", "faces-masked/images", "negatives")) {
            if (!Files.isDirectory(root.resolve(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                pictures.addAll(files.sorted().toList());
            }
        }
        return List.copyOf(pictures);
    }

    private static void write(String set, Path file, List<Source> sources, PrintWriter out) throws IOException {
        Picture picture = DemoPhotograph.pictureOf(ImageIO.read(file.toFile()));
        for (Source s : sources) {
            if (s.scale() > 1 && picture.width() * s.scale() > 2000) {
                continue;
            }
            for (Detection d : s.detector().detect(picture)) {
                out.println(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%.4f,%.1f,%.1f,%.1f,%.1f,%d,%d",
                        set,
                        file.getFileName(),
                        s.letter(),
                        s.scale(),
                        d.score(),
                        d.box().x(),
                        d.box().y(),
                        d.box().width(),
                        d.box().height(),
                        picture.width(),
                        picture.height()));
            }
        }
    }
}
