package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.PicturePart;
import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.FaceNetDetector;
import garim.engine.detect.onnx.Weights;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaceNetTest {
    private static final int LEFT = 480;
    private static final int TOP = 200;

    /** Scores and boxes that {@code training/garim-face/golden.py} prints. */
    private static final List<Detection> FACES = List.of(
            new Detection(TargetKind.FACE, new Box(LEFT + 93.7, TOP + 190.9, 185.8, 213.1), 0.9619, "both"),
            new Detection(TargetKind.FACE, new Box(LEFT + 581.3, TOP + 93.4, 161.5, 177.6), 0.8582, "both"));

    private static final List<Detection> HEADS = List.of(
            new Detection(TargetKind.HEAD, new Box(LEFT + 71.4, TOP + 147.1, 229.3, 263.6), 0.9892, "both"),
            new Detection(TargetKind.HEAD, new Box(LEFT + 564.5, TOP + 59.6, 190.1, 223.0), 0.9723, "both"));

    @Test
    void saysWhatTheTrainingProgramSays() {
        try (FaceNetDetector both = FaceNetDetector.ofBoth("both", weights(), 0.5, 0.5)) {
            List<Detection> found = look(both);
            assertSame(FACES, of(TargetKind.FACE, found));
            assertSame(HEADS, of(TargetKind.HEAD, found));
        }
    }

    @Test
    void saysOfFacesAloneAndOfHeadsAloneWhatItSaysOfBoth() {
        try (FaceNetDetector both = FaceNetDetector.ofBoth("net", weights(), 0.3, 0.4);
                FaceNetDetector faces = FaceNetDetector.ofFaces("net", weights(), 0.3);
                FaceNetDetector heads = FaceNetDetector.ofHeads("net", weights(), 0.4)) {
            List<Detection> apart = new ArrayList<>(look(faces));
            apart.addAll(look(heads));
            assertEquals(look(both), apart);
        }
    }

    @Test
    void findsHeadsThatAreLargerThanTheirFaces() {
        try (FaceNetDetector both = FaceNetDetector.ofBoth("net", weights(), 0.5, 0.5)) {
            List<Detection> found = look(both);
            for (Detection face : of(TargetKind.FACE, found)) {
                Box box = face.box();
                assertTrue(
                        of(TargetKind.HEAD, found).stream()
                                .anyMatch(h -> h.box().iou(box) > 0.3 && h.box().height() > box.height()),
                        box::toString);
            }
        }
    }

    @Test
    void refusesAThresholdThatIsNoShare() {
        assertThrows(IllegalArgumentException.class, () -> FaceNetDetector.ofFaces("net", weights(), 1));
        assertThrows(IllegalArgumentException.class, () -> FaceNetDetector.ofHeads("net", weights(), 0));
    }

    private static List<Detection> of(TargetKind kind, List<Detection> found) {
        return found.stream().filter(d -> d.kind() == kind).toList();
    }

    private static void assertSame(List<Detection> expected, List<Detection> found) {
        for (int i = 0; i < expected.size(); i++) {
            Detection right = expected.get(i);
            Detection mine = found.get(i);
            assertEquals(right.score(), mine.score(), 2e-3, mine::toString);
            assertEquals(1, right.box().iou(mine.box()), 0.01, mine::toString);
        }
    }

    private static List<Detection> look(Detector eye) {
        return new PicturePart(DemoPhotograph.THREE.picture(), LEFT, TOP, 820, 420).look(eye::detect);
    }

    private static Weights weights() {
        return ShippedModel.weights(ModelCatalogue.faceNet(), Device.CPU);
    }
}
