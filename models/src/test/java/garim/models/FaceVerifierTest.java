package garim.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.onnx.FaceVerifier;
import garim.engine.frame.Box;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaceVerifierTest {
    private static final List<Box> PLACES = List.of(
            new Box(610, 340, 180, 240),
            new Box(1500, 330, 180, 240),
            new Box(1080, 260, 170, 230),
            new Box(100, 100, 60, 80),
            new Box(640, 700, 150, 200),
            new Box(-10, 900, 30, 40));

    /** What {@code training/face-verifier/golden.py} says of these places. */
    private static final double[] GOLDEN = {0.897219, 0.748897, 0.071421, 0.002723, 0.016768, 0.005091};

    @Test
    void saysWhatTheTrainingProgramSays() {
        assertArrayEquals(GOLDEN, probabilities(PLACES), 1e-3);
    }

    @Test
    void judgesEveryPlaceAloneAsInABatch() {
        List<Box> many = IntStream.range(0, 70)
                .mapToObj(i -> new Box(20 * i, 10 * i, 20 + i, 30 + i))
                .toList();
        double[] together = probabilities(many);
        double[] alone =
                many.stream().mapToDouble(box -> probabilities(List.of(box))[0]).toArray();
        assertArrayEquals(alone, together, 1e-5);
    }

    @Test
    void judgesNothingWhenNothingIsProposed() {
        assertTrue(probabilities(List.of()).length == 0);
    }

    private static double[] probabilities(List<Box> places) {
        ModelCard card = ModelCatalogue.verifier();
        try (var in = FaceDetectors.class.getResourceAsStream(card.resource());
                FaceVerifier verifier =
                        new FaceVerifier(card.name(), Objects.requireNonNull(in).readAllBytes())) {
            return verifier.probabilities(DemoPhotograph.THREE.picture(), places);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
