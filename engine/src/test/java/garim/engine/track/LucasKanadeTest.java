package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.track.LucasKanade.Point;
import garim.engine.track.PaintedWorld.Texture;
import garim.engine.track.PaintedWorld.Thing;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LucasKanadeTest {
    private static final Texture WALL = new Texture(1);
    private static final Texture POSTER = new Texture(2);
    private static final Box START = new Box(120, 70, 60, 60);

    private final LucasKanade lucasKanade = new LucasKanade();

    @RepeatedTest(20)
    void findsWhereATextureWentToAFractionOfAPixel(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        double dx = random.nextDouble() * 16 - 8;
        double dy = random.nextDouble() * 16 - 8;
        LumaPyramid from = PaintedWorld.pyramid(WALL, new Thing(POSTER, START));
        LumaPyramid to = PaintedWorld.pyramid(WALL, new Thing(POSTER, START.shift(dx, dy)));
        Point middle = new Point((float) START.centerX(), (float) START.centerY());
        Point found = lucasKanade.locate(from, to, middle).orElseThrow();
        assertEquals(middle.x() + dx, found.x(), 0.3);
        assertEquals(middle.y() + dy, found.y(), 0.3);
    }

    @Test
    void findsNothingOnABareWall() {
        LumaPyramid blank = LumaPyramid.of(PaintedWorld.blank(90));
        assertEquals(Optional.empty(), lucasKanade.locate(blank, blank, new Point(100, 100)));
    }

    @Test
    void doesNotTakeAnotherThingForTheOneThatVanished() {
        LumaPyramid from = PaintedWorld.pyramid(WALL, new Thing(POSTER, START));
        LumaPyramid to = LumaPyramid.of(PaintedWorld.blank(200));
        assertEquals(Optional.empty(), lucasKanade.locate(from, to, new Point(150, 100)));
    }

    @Test
    void staysNearThePictureAtItsBorders() {
        LumaPyramid still = PaintedWorld.pyramid(WALL);
        for (Point corner : new Point[] {new Point(0, 0), new Point(319, 0), new Point(0, 199), new Point(319, 199)}) {
            lucasKanade.locate(still, still, corner).ifPresent(found -> assertTrue(found.distance(corner) < 1));
        }
    }
}
