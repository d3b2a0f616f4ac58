package garim.cli.scene;

import garim.cli.evaluate.CsvRow;
import garim.cli.evaluate.CsvTable;
import garim.engine.frame.Box;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A scene source holds the photographs from which a scene is composed.
 *
 * @param backdrop photographs that stand side by side behind everything; at least one
 * @param people photographs whose faces are cut out in order to walk across; at least {@link SceneComposer#WALKERS}
 *     faces in all
 */
public record SceneSource(List<Photograph> backdrop, List<Photograph> people) {
    private static final String PICTURES = "garim/models/demo/";
    private static final String FACES = "faces.csv";

    public SceneSource {
        backdrop = List.copyOf(backdrop);
        people = List.copyOf(people);
        if (backdrop.isEmpty()
                || people.stream().mapToInt(p -> p.faces().size()).sum() < SceneComposer.WALKERS) {
            throw new IllegalArgumentException("too few photographs or faces for a scene");
        }
    }

    /**
     * The demonstration photographs that the models module puts on the class path.
     *
     * @throws FileNotFoundException when they are not on the class path
     * @throws IOException when one of them cannot be decoded
     */
    public static SceneSource demo(ClassLoader classPath) throws IOException {
        List<Photograph> backdrop = List.of(demo(classPath, "sample5"), demo(classPath, "sample6"));
        return new SceneSource(backdrop, List.of(demo(classPath, "sample3")));
    }

    /** The faces of one demonstration photograph, found by eye, in pixels of the original of 1920 pixels width. */
    static List<KnownFace> knownFaces(String photograph) throws IOException {
        try (InputStream stream = open(SceneSource.class.getResourceAsStream(FACES), FACES)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<KnownFace> faces = new ArrayList<>();
            for (CsvRow row : CsvTable.parse(FACES, text, "file", "view").rows()) {
                if (row.text("file").equals(photograph)) {
                    faces.add(face(row));
                }
            }
            return faces;
        }
    }

    private static KnownFace face(CsvRow row) {
        Box box = new Box(row.number("x"), row.number("y"), row.number("width"), row.number("height"));
        return new KnownFace(box, row.text("view").equals("front"));
    }

    private static Photograph demo(ClassLoader classPath, String name) throws IOException {
        String resource = PICTURES + name + ".jpg";
        try (InputStream stream = open(classPath.getResourceAsStream(resource), resource)) {
            @Nullable BufferedImage image = ImageIO.read(stream);
            if (image == null) {
                throw new IOException(resource + " is not a picture");
            }
            return new Photograph(name, image, knownFaces(name + ".jpg"));
        }
    }

    private static InputStream open(@Nullable InputStream stream, String resource) throws FileNotFoundException {
        if (stream == null) {
            throw new FileNotFoundException(resource + " is not on the class path");
        }
        return stream;
    }
}
