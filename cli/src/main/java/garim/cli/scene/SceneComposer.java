package garim.cli.scene;

import garim.cli.scene.Placement.PlacedFace;
import garim.cli.scene.Walk.Stand;
import garim.engine.frame.Box;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Composes a scene: a camera pans over a wall of photographs, a pillar stands between them, one small and one middling
 * person pass behind it, and a near one comes in at the left border and leaves at the right.
 */
public final class SceneComposer {
    /** How many people walk across. */
    public static final int WALKERS = 3;

    private static final double PILLAR_WIDTH = 0.08;
    private static final double LEAST_PAN = 1.1;
    private static final Walk FAR = new Walk(0, 0.8, new Stand(0.97, 0.13, 0.028), new Stand(0.03, 0.16, 0.030));
    private static final Walk MIDDLE = new Walk(0, 1, new Stand(-0.03, 0.66, 0.066), new Stand(1.03, 0.62, 0.074));
    private static final Walk NEAR = new Walk(0.2, 0.9, new Stand(-0.12, 0.80, 0.15), new Stand(1.12, 0.78, 0.14));

    private final SceneShape shape;
    private final List<Photograph> backdrop;
    private final List<CutOutSource> people;

    private record CutOutSource(Photograph photograph, KnownFace face) {}

    private SceneComposer(SceneShape shape, SceneSource source) {
        this.shape = shape;
        this.backdrop = source.backdrop();
        this.people = source.people().stream()
                .flatMap(p -> p.faces().stream().map(f -> new CutOutSource(p, f)))
                .toList();
    }

    /** The scene of this shape out of these photographs. */
    public static Scene compose(SceneShape shape, SceneSource source) {
        return new SceneComposer(shape, source).scene();
    }

    private Scene scene() {
        double aspect = backdrop.stream().mapToDouble(p -> aspect(p.image())).sum();
        double height = Math.max(shape.height(), LEAST_PAN * shape.width() / aspect);
        Camera camera = new Camera(shape, height * aspect, height);
        List<Prop> props = new ArrayList<>();
        double left = 0;
        for (Photograph photograph : backdrop) {
            double width = aspect(photograph.image()) / aspect;
            props.add(poster(photograph, new Box(left, 0, width, 1), height, camera));
            left += width;
        }
        props.add(walker("far", people.get(2), FAR));
        props.add(walker("middle", people.get(1), MIDDLE));
        props.add(pillar(aspect(backdrop.getFirst().image()) / aspect, camera));
        props.add(walker("near", people.getFirst(), NEAR));
        return new Scene(shape, props);
    }

    private static Fixture poster(Photograph photograph, Box share, double height, Camera camera) {
        BufferedImage image = photograph.image();
        List<PlacedFace> faces = new ArrayList<>();
        for (KnownFace face : photograph.faces()) {
            Box within = Placement.share(face.box(), image.getWidth(), image.getHeight());
            String track = photograph.name() + "-" + (faces.size() + 1);
            faces.add(new PlacedFace(track, Placement.within(share, within), face.isFrontal()));
        }
        Layer layer = Layer.opaque(Reduced.by(image, height / image.getHeight()));
        return new Fixture(layer, share, faces, camera);
    }

    private Fixture pillar(double center, Camera camera) {
        double width = PILLAR_WIDTH * shape.width() / camera.wallWidth();
        int columns = 64;
        BufferedImage image = new BufferedImage(columns, 2, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < columns; x++) {
            int grey = (int) (70 + 70 * Math.sin(Math.PI * (x + 8) / (columns + 24)));
            image.setRGB(x, 0, grey * 0x010101);
            image.setRGB(x, 1, grey * 0x010101);
        }
        return new Fixture(Layer.opaque(image), new Box(center - width / 2, 0, width, 1), List.of(), camera);
    }

    private Walker walker(String track, CutOutSource who, Walk walk) {
        double facePixels = walk.greatestHeight() * shape.height();
        return new Walker(track, CutOut.of(who.photograph(), who.face(), facePixels), walk, shape);
    }

    private static double aspect(BufferedImage image) {
        return (double) image.getWidth() / image.getHeight();
    }
}
