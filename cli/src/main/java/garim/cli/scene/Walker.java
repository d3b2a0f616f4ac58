package garim.cli.scene;

import garim.cli.scene.Placement.PlacedFace;
import garim.engine.frame.Box;
import java.util.List;
import java.util.Optional;

/**
 * A walker is a person cut out of a photograph who walks across the picture.
 *
 * @param track name of the person
 * @param cutOut who is seen
 * @param walk the way
 * @param shape size and length of the clip
 */
record Walker(String track, CutOut cutOut, Walk walk, SceneShape shape) implements Prop {
    @Override
    public Optional<Placement> at(int frame) {
        return walk.faceAt(frame, shape, cutOut.faceAspect()).map(this::placed);
    }

    private Placement placed(Box face) {
        PlacedFace placed = new PlacedFace(track, face, cutOut.isFrontal());
        return new Placement(cutOut.layer(), cutOut.around(face), List.of(placed));
    }
}
