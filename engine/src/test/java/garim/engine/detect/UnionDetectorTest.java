package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.detect.UnionDetector.Witness;
import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnionDetectorTest extends DetectorContract {
    private static final Box TARGET = new Box(40, 40, 20, 20);

    @Override
    protected Detector create() {
        return UnionDetector.of("both", List.of(new SquareDetector("a", 0.3), new SquareDetector("b", 0.9)));
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(300, 200, TARGET, new Box(100, 40, 20, 20));
    }

    @Test
    void reportsATargetThatTwoSeeOnceWithTheBestScore() {
        var found = create().detect(SquareDetector.picture(300, 200, TARGET));
        assertEquals(1, found.size());
        assertEquals(0.9, found.getFirst().score());
        assertEquals("b", found.getFirst().source());
    }

    @Test
    void believesAWeakWitnessOnlyWhenAnotherSeesTheSame() {
        Picture picture = SquareDetector.picture(300, 200, TARGET);
        Witness weak = new Witness(new SquareDetector("weak", 0.3), 0.7);
        Witness blind = new Witness(SquareDetector.recorder(new ArrayList<>()), 0.7);
        assertEquals(
                0, new UnionDetector("u", List.of(weak, blind)).detect(picture).size());
        assertEquals(
                1, new UnionDetector("u", List.of(weak, weak)).detect(picture).size());
    }

    @Test
    void believesAConvincingWitnessAlone() {
        Picture picture = SquareDetector.picture(300, 200, TARGET);
        Witness sure = new Witness(new SquareDetector("sure", 0.7), 0.7);
        assertEquals(1, new UnionDetector("u", List.of(sure)).detect(picture).size());
    }
}
