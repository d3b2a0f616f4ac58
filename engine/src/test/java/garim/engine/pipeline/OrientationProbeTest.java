package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Rotation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrientationProbeTest {
    private static List<Rotation> turns(double none, double right, double half, double left) {
        return OrientationProbe.turns(Map.of(
                Rotation.NONE, none,
                Rotation.CLOCKWISE_90, right,
                Rotation.HALF_TURN, half,
                Rotation.CLOCKWISE_270, left));
    }

    @Test
    void looksUprightOnlyWhereNobodyWasSeen() {
        assertEquals(List.of(), turns(0, 0, 0, 0));
        assertEquals(List.of(), turns(0, 0.8, 0, 0.7));
    }

    @Test
    void looksUprightOnlyWherePeopleClearlyStandUpright() {
        assertEquals(List.of(), turns(10, 0, 2, 1));
    }

    @Test
    void looksTheWayPeopleStand() {
        assertEquals(List.of(Rotation.HALF_TURN), turns(1, 0, 9, 0));
    }

    @Test
    void looksAtEveryTurnThatIsInDoubt() {
        assertEquals(List.of(Rotation.CLOCKWISE_90, Rotation.HALF_TURN), turns(4, 3, 5, 0));
    }
}
