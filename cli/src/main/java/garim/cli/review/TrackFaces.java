package garim.cli.review;

import garim.engine.detect.FaceLikeness;
import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.detect.onnx.FaceDescriber;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.PlanInput;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recogniser makes of the best pictures of each track of a face. It lives as long as the command that asked for it;
 * nothing of it is written.
 */
public final class TrackFaces {
    /** Fewer pixels over the short side of a face tell little; see docs/review.md. */
    static final double LEAST_SIDE = 24;

    /** The best pictures of a track that are compared. */
    private static final int MOST = 4;

    private final FaceDescriber describer;
    private final PlanInput input;
    private final UprightView view;
    private final Map<Integer, List<Look>> looks = new HashMap<>();
    private Optional<Shown> shown = Optional.empty();

    private record Look(FaceLikeness face, double score) {}

    private record Shown(int frame, Picture picture) {}

    /** Nothing is known yet; the describer is closed by whoever made it. */
    public TrackFaces(FaceDescriber describer, PlanInput input) {
        this.describer = describer;
        this.input = input;
        this.view = new UprightView(input.rotation());
    }

    /** Looks at a track in a frame, if it is a face and large enough; the larger and sharper pictures stay. */
    void take(Frame frame, Track track, Box stored, double score) {
        if (track.kind() != TargetKind.FACE || Math.min(stored.width(), stored.height()) < LEAST_SIDE) {
            return;
        }
        List<Look> best = looks.computeIfAbsent(track.id(), id -> new ArrayList<>());
        Box upright = input.rotation().toUpright(stored, input.width(), input.height());
        best.add(new Look(describer.describe(picture(frame), upright), score));
        best.sort(Comparator.comparingDouble(Look::score).reversed());
        if (best.size() > MOST) {
            best.removeLast();
        }
    }

    private Picture picture(Frame frame) {
        if (shown.isEmpty() || shown.get().frame() != frame.index()) {
            shown = Optional.of(new Shown(frame.index(), view.of(frame)));
        }
        return shown.orElseThrow().picture();
    }

    /** How far the faces of two tracks are from each other, from 0: the nearest of their pictures; empty when one has none. */
    Optional<Double> distance(int one, int other) {
        List<Look> ones = looks.getOrDefault(one, List.of());
        List<Look> others = looks.getOrDefault(other, List.of());
        return ones.stream()
                .flatMap(a -> others.stream().map(b -> a.face().distance(b.face())))
                .min(Comparator.naturalOrder());
    }
}
