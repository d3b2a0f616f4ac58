package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @RepeatedTest(30)
    void theTargetStaysWhereItWasToAFewHundredthsOfItsSize(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<Keyframe> exact = new ArrayList<>();
        Box box = new Box(100, 100, 40, 50);
        double dx = 0;
        for (int frame = 3; frame < 150; frame++) {
            dx += random.nextInt(6) == 0 ? random.nextDouble() * 4 - 2 : 0;
            box = box.shift(dx, random.nextDouble() * 0.4);
            exact.add(key(frame, box, random.nextInt(7) == 0 ? Origin.DETECTED : Origin.FOLLOWED));
        }
        List<Keyframe> thin = Thinning.thin(exact);
        Track track = new Track(1, TargetKind.FACE, thin);
        assertEquals(exact.getFirst(), thin.getFirst());
        assertEquals(exact.getLast(), thin.getLast());
        for (Keyframe key : exact) {
            Box now = track.boxAt(key.frame()).orElseThrow();
            assertTrue(Math.abs(now.x() - key.box().x()) <= 0.02 * 40 + 1e-9, () -> key + " became " + now);
            assertTrue(key.origin() == Origin.FOLLOWED || thin.contains(key), () -> key + " was detected and is gone");
        }
    }

    @Test
    void aStraightWayNeedsItsEndsOnly() {
        List<Keyframe> straight = new ArrayList<>();
        for (int frame = 0; frame <= 20; frame++) {
            straight.add(key(frame, new Box(2 * frame, 10, 20, 20), Origin.FOLLOWED));
        }
        assertEquals(List.of(straight.getFirst(), straight.getLast()), Thinning.thin(straight));
    }

    private static Keyframe key(int frame, Box box, Origin origin) {
        return new Keyframe(frame, box, origin, origin == Origin.DETECTED ? 0.8 : 0);
    }
}
