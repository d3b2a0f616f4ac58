package garim.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxUnionTest {
    private static final int SIZE = 40;

    @Test
    void countsWhatTwoBoxesShareOnce() {
        List<Box> boxes = List.of(new Box(0, 0, 10, 10), new Box(5, 5, 10, 10));
        assertEquals(175, BoxUnion.area(boxes));
    }

    @Test
    void hasNoAreaWithoutBoxes() {
        assertEquals(0, BoxUnion.area(List.of()));
        assertEquals(0, BoxUnion.area(List.of(new Box(3, 3, 0, 9))));
    }

    @Test
    void coversHalfOfTargetFromTwoSidesThatOverlap() {
        Box target = new Box(10, 10, 10, 10);
        List<Box> masks = List.of(new Box(0, 0, 13, 30), new Box(12, 0, 3, 30), new Box(12, 12, 2, 2));
        assertEquals(0.5, BoxUnion.coveredShare(target, masks));
    }

    @Test
    void refusesShareOfEmptyTarget() {
        Box empty = new Box(1, 1, 0, 5);
        assertThrows(IllegalArgumentException.class, () -> BoxUnion.coveredShare(empty, List.of()));
    }

    @Test
    void findsAreaOutsideOthers() {
        List<Box> boxes = List.of(new Box(0, 0, 10, 10));
        List<Box> others = List.of(new Box(0, 0, 4, 10), new Box(20, 20, 5, 5));
        assertEquals(60, BoxUnion.areaOutside(boxes, others));
    }

    @Test
    void agreesWithCountingPixels() {
        Random random = new Random(20260101);
        for (int round = 0; round < 500; round++) {
            List<Box> boxes = randomBoxes(random);
            List<Box> others = randomBoxes(random);
            Box target = randomBox(random);
            assertEquals(pixels(boxes, List.of(), new Box(0, 0, SIZE, SIZE)), BoxUnion.area(boxes));
            assertEquals(pixels(boxes, List.of(), target), BoxUnion.coveredArea(target, boxes));
            assertEquals(pixels(boxes, others, new Box(0, 0, SIZE, SIZE)), BoxUnion.areaOutside(boxes, others));
        }
    }

    private static List<Box> randomBoxes(Random random) {
        List<Box> boxes = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            boxes.add(randomBox(random));
        }
        return boxes;
    }

    private static Box randomBox(Random random) {
        int x = random.nextInt(SIZE);
        int y = random.nextInt(SIZE);
        return new Box(x, y, random.nextInt(SIZE - x + 1), random.nextInt(SIZE - y + 1));
    }

    private static int pixels(List<Box> boxes, List<Box> without, Box within) {
        int count = 0;
        for (int y = (int) within.y(); y < within.bottom(); y++) {
            for (int x = (int) within.x(); x < within.right(); x++) {
                count += holds(boxes, x, y) && !holds(without, x, y) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean holds(List<Box> boxes, int x, int y) {
        return boxes.stream().anyMatch(b -> x >= b.x() && x < b.right() && y >= b.y() && y < b.bottom());
    }
}
