package garim.cli.scene;

import garim.cli.scene.Placement.PlacedFace;
import garim.engine.frame.Box;
import java.util.List;
import java.util.Optional;

/**
 * A fixture hangs on the wall or stands before it, and moves only as the camera does.
 *
 * @param layer what is seen
 * @param share its box in shares of the wall
 * @param faces its faces, boxes in shares of the wall
 * @param camera how the wall is seen
 */
record Fixture(Layer layer, Box share, List<PlacedFace> faces, Camera camera) implements Prop {
    Fixture {
        faces = List.copyOf(faces);
    }

    @Override
    public Optional<Placement> at(int frame) {
        Box wall = camera.wallAt(frame);
        List<PlacedFace> placed = faces.stream()
                .map(f -> new PlacedFace(f.track(), Placement.within(wall, f.box()), f.isFrontal()))
                .toList();
        return Optional.of(new Placement(layer, Placement.within(wall, share), placed));
    }
}
