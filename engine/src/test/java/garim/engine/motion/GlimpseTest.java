package garim.engine.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GlimpseTest {
    private static final Box PERSON = new Box(120, 40, 40, 90);

    private final Random random = new Random(20261125);

    private Plane picture(int width, int light, boolean isSomebodyThere) {
        Plane luma = Frame.allocate(width, 180, 0, 0).luma();
        for (int y = 0; y < luma.height(); y++) {
            for (int x = 0; x < luma.width(); x++) {
                boolean isPerson = isSomebodyThere
                        && x >= PERSON.x()
                        && x < PERSON.right()
                        && y >= PERSON.y()
                        && y < PERSON.bottom();
                luma.put(x, y, light + (isPerson ? 70 : x % 90) + random.nextInt(4));
            }
        }
        return luma;
    }

    @Test
    void tellsWhereSomebodyCameInto() {
        Glimpse empty = Glimpse.of(picture(320, 60, false));
        List<Box> changed = empty.changedIn(Glimpse.of(picture(320, 60, true)));
        Box all = changed.stream().reduce(Box::union).orElseThrow();
        assertTrue(all.x() <= PERSON.x() && all.right() >= PERSON.right(), all::toString);
        assertTrue(all.y() <= PERSON.y() && all.bottom() >= PERSON.bottom(), all::toString);
        assertTrue(all.area() < 2 * PERSON.area(), all::toString);
    }

    @Test
    void noiseAndAnotherLightAreNoChange() {
        Glimpse before = Glimpse.of(picture(320, 60, true));
        assertEquals(List.of(), before.changedIn(Glimpse.of(picture(320, 60, true))));
        assertEquals(List.of(), before.changedIn(Glimpse.of(picture(320, 85, true))));
    }

    @Test
    void picturesOfTwoSizesAreNotCompared() {
        Glimpse before = Glimpse.of(picture(320, 60, true));
        Glimpse other = Glimpse.of(picture(256, 60, true));
        assertThrows(IllegalArgumentException.class, () -> before.changedIn(other));
    }
}
