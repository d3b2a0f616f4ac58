package garim.cli.scene;

import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.FrameTruth;
import garim.cli.evaluate.TargetBox;
import garim.cli.scene.Placement.PlacedFace;
import garim.engine.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A scene is a synthetic CCTV clip of which every face is known in every frame.
 *
 * <p>The same scene gives the same bytes every time. It may be used by several threads at once.
 */
public final class Scene {
    private final SceneShape shape;
    private final List<Prop> props;
    private final Light light;

    /** Props are painted in this order, the last one in front. */
    Scene(SceneShape shape, List<Prop> props) {
        this.shape = shape;
        this.props = List.copyOf(props);
        this.light = new Light(shape);
    }

    /** Size and length. */
    public SceneShape shape() {
        return shape;
    }

    /**
     * Renders a frame: progressive, BT.601 limited range; its time stamp is its index, in units of one frame time.
     *
     * @param index 0-based, less than the frame count
     */
    public Frame frame(int index) {
        Objects.checkIndex(index, shape.frameCount());
        Canvas canvas = Canvas.blank(shape.width(), shape.height());
        placements(index).forEach(p -> p.layer().paint(canvas, p.where()));
        light.apply(canvas, index);
        return canvas.toFrame(index, index);
    }

    /** The faces that can be seen in a frame, each as the box around its visible part. */
    public List<TargetBox> truth(int index) {
        Objects.checkIndex(index, shape.frameCount());
        List<Placement> placements = placements(index);
        List<TargetBox> targets = new ArrayList<>();
        for (int i = 0; i < placements.size(); i++) {
            List<Placement> before = placements.subList(i + 1, placements.size());
            for (PlacedFace face : placements.get(i).faces()) {
                VisibleFace.of(face.box(), shape, before)
                        .ifPresent(v -> targets.add(v.target(face, light.gain(index))));
            }
        }
        return targets;
    }

    /** The ground truth of all frames, complete for faces, under the file name of the clip. */
    public ClipTruth clipTruth(String clipName) {
        List<FrameTruth> frames = IntStream.range(0, shape.frameCount())
                .mapToObj(i -> new FrameTruth(i, truth(i)))
                .toList();
        return new ClipTruth(clipName, Set.of("face"), frames);
    }

    private List<Placement> placements(int index) {
        return props.stream().map(p -> p.at(index)).flatMap(Optional::stream).toList();
    }
}
