package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.track.PaintedWorld.Texture;
import garim.engine.track.PaintedWorld.Thing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PixelFollowerTest {
    private static final Texture STREET = new Texture(11);
    private static final Texture FACE = new Texture(12);
    private static final Texture PILLAR = new Texture(13);

    private final PixelFollower follower = new PixelFollower();

    @Test
    void followsAWalkerFrameByFrameWithoutDriftingOff() {
        Box box = new Box(30, 60, 24, 30);
        for (int frame = 0; frame < 60; frame++) {
            box = follower.follow(walker(frame), walker(frame + 1), box).orElseThrow();
        }
        Box truth = new Box(30 + 60 * 3.3, 60 + 60 * 0.7, 24, 30);
        assertTrue(box.iou(truth) > 0.7, () -> box(truth));
    }

    private static String box(Box truth) {
        return "not at " + truth;
    }

    @Test
    void growsWithSomebodyWhoComesNearer() {
        Box start = new Box(140, 80, 30, 36);
        Box box = start;
        for (int frame = 0; frame < 20; frame++) {
            Box next = start.grow(0.02 * (frame + 1));
            LumaPyramid from = PaintedWorld.pyramid(STREET, new Thing(FACE, start.grow(0.02 * frame), 30));
            LumaPyramid to = PaintedWorld.pyramid(STREET, new Thing(FACE, next, 30));
            box = follower.follow(from, to, box).orElseThrow();
        }
        assertEquals(start.width() * 1.8, box.width(), 6);
    }

    @Test
    void keepsTheBoxToThePixelWhereNothingMoves() {
        LumaPyramid still = PaintedWorld.pyramid(STREET, new Thing(FACE, new Box(100, 100, 20, 20)));
        Box box = new Box(100.3, 99.8, 20.1, 20.7);
        assertEquals(Optional.of(box), follower.follow(still, still, box));
    }

    @Test
    void losesWhatGoesBehindAPillarAtOnce() {
        Thing face = new Thing(FACE, new Box(100, 60, 24, 30));
        LumaPyramid before = PaintedWorld.pyramid(STREET, face);
        LumaPyramid after = PaintedWorld.pyramid(STREET, face, new Thing(PILLAR, new Box(80, 0, 70, 200)));
        assertEquals(Optional.empty(), follower.follow(before, after, face.box()));
    }

    @Test
    void doesNotFollowWhatHasLeftThePicture() {
        LumaPyramid still = PaintedWorld.pyramid(STREET);
        assertEquals(Optional.empty(), follower.follow(still, still, new Box(-60, 20, 30, 30)));
    }

    private static LumaPyramid walker(int frame) {
        return PaintedWorld.pyramid(STREET, new Thing(FACE, new Box(30 + 3.3 * frame, 60 + 0.7 * frame, 24, 30)));
    }
}
