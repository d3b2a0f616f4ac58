package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SuppressionTest {
    @Test
    void keepsTheStrongestOfOverlappingDetections() {
        Detection weak = face(10, 10, 20, 0.4);
        Detection strong = face(12, 11, 20, 0.8);
        Detection apart = face(100, 10, 20, 0.2);
        assertEquals(List.of(strong, apart), Suppression.strongest(List.of(weak, apart, strong), 0.4));
    }

    @Test
    void neverDropsAnotherKind() {
        Detection face = face(10, 10, 20, 0.8);
        Detection plate = new Detection(TargetKind.PLATE, face.box(), 0.3, "p");
        assertEquals(2, Suppression.strongest(List.of(face, plate), 0.4).size());
        assertEquals(2, Suppression.merge(List.of(face, plate)).size());
    }

    @Test
    void mergesTwoViewsOfOneTargetIntoABoxBetweenThem() {
        List<Detection> merged = Suppression.merge(List.of(face(10, 10, 20, 0.6), face(12, 10, 20, 0.6)));
        assertEquals(1, merged.size());
        assertEquals(11, merged.getFirst().box().x(), 1e-9);
        assertEquals(0.6, merged.getFirst().score());
    }

    @Test
    void joinsAPieceCutOffByATileWithTheWhole() {
        Detection whole = face(10, 10, 40, 0.9);
        Detection piece = new Detection(TargetKind.FACE, new Box(10, 10, 16, 40), 0.5, "t");
        assertEquals(1, Suppression.merge(List.of(whole, piece)).size());
    }

    @Test
    void keepsASmallTargetInsideAMuchLargerOne() {
        assertEquals(
                2,
                Suppression.merge(List.of(face(0, 0, 100, 0.5), face(40, 40, 20, 0.4)))
                        .size());
    }

    @Test
    void losesNoTargetWhateverTheOrder() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            List<Detection> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(face(random.nextInt(300), random.nextInt(200), 8 + random.nextInt(60), random.nextDouble()));
            }
            List<Detection> merged = Suppression.merge(all);
            for (Detection d : all) {
                assertTrue(bestCover(d, merged) >= 0.9 * d.box().area() - 1e-6, "round " + round + " " + d);
            }
            Collections.shuffle(all, random);
            assertEquals(merged, Suppression.merge(all));
        }
    }

    private static double bestCover(Detection d, List<Detection> merged) {
        return merged.stream()
                .mapToDouble(m -> m.box().intersect(d.box()).area())
                .max()
                .orElse(0);
    }

    private static Detection face(double x, double y, double side, double score) {
        return new Detection(TargetKind.FACE, new Box(x, y, side, side), score, "t");
    }
}
