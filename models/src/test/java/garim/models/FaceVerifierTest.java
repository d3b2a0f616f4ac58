package garim.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.FaceVerifier;
import garim.engine.frame.Box;
import java.util.List;
import java.util.function.Function;
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

    /** What {@code training/face-verifier/golden.py} says of these places with {@code fourth.pt}. */
    private static final double[] GOLDEN = {0.916596, 0.707854, 0.167410, 0.001081, 0.100380, 0.004101};

    /** The same with {@code third.pt}. */
    private static final double[] GOLDEN_HEADS = {0.842767, 0.781388, 0.669613, 0.043432, 0.947811, 0.023780};

    @Test
    void saysWhatTheTrainingProgramSays() {
        assertArrayEquals(GOLDEN, probabilities(PLACES), 1e-3);
        assertArrayEquals(GOLDEN_HEADS, heads(PLACES), 1e-3);
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
        return asked(
                ModelCatalogue.verifier(), verifier -> verifier.answers(DemoPhotograph.THREE.picture(), places).stream()
                        .mapToDouble(FaceVerifier.Answer::face)
                        .toArray());
    }

    private static double[] heads(List<Box> places) {
        return asked(
                ModelCatalogue.headVerifier(),
                verifier -> verifier.headProbabilities(DemoPhotograph.THREE.picture(), places));
    }

    private static double[] asked(ModelCard card, Function<FaceVerifier, double[]> question) {
        try (FaceVerifier verifier = new FaceVerifier(card.name(), ShippedModel.weights(card, Device.CPU))) {
            return question.apply(verifier);
        }
    }
}
