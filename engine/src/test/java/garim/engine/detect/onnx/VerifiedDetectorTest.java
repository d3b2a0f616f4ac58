package garim.engine.detect.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.detect.onnx.VerifiedDetector.Belief;
import garim.engine.detect.onnx.VerifiedDetector.Bound;
import garim.engine.frame.Box;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifiedDetectorTest {
    private static final Belief BELIEF =
            new Belief(-3, 1, List.of(new Bound(2, 0.6), new Bound(8, 0.18), new Bound(60, 0.3)));

    @ParameterizedTest
    @CsvSource({
        "1.9, 1, false",
        "2, 0.6, true",
        "7.9, 0.59, false",
        "8, 0.18, true",
        "8, 0.17, false",
        "59, 0.18, true",
        "60, 0.29, false",
        "900, 0.3, true"
    })
    void howSureItMustBeOfAFaceDependsOnItsHeight(double height, double face, boolean isKept) {
        assertEquals(isKept, BELIEF.isEnough(face, new Box(10, 10, 0.8 * height, height)));
    }
}
