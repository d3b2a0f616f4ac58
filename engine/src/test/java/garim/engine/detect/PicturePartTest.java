package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PicturePartTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private final Picture picture = DetectorContract.noise(WIDTH, HEIGHT, 3);

    @RepeatedTest(50)
    void holdsThePixelsItTouchesAndGivesBoxesOfTheWholePicture(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Box box = new Box(
                random.nextDouble() * 110 - 20,
                random.nextDouble() * 90 - 20,
                1 + random.nextInt(80),
                1 + random.nextInt(80));
        PicturePart part = PicturePart.of(picture, box);
        Box inside = box.clamp(WIDTH, HEIGHT);
        if (inside.isEmpty()) {
            assertEquals(List.of(), part.look(PicturePartTest::everything));
            return;
        }
        Detection seen = part.look(PicturePartTest::everything).getFirst();
        assertTrue(seen.box().intersect(inside).area() >= inside.area() - 1e-9, () -> box + " " + seen);
        assertTrue(seen.box().width() >= 16 && seen.box().height() >= 16, () -> "" + seen);
        assertEquals(seen.box(), seen.box().clamp(WIDTH, HEIGHT));
        part.look(cut -> {
            int x = random.nextInt(cut.width());
            int y = random.nextInt(cut.height());
            int there = (part.top() + y) * WIDTH + part.left() + x;
            assertEquals(picture.red()[there], cut.red()[y * cut.width() + x]);
            assertEquals(picture.blue()[there], cut.blue()[y * cut.width() + x]);
            return List.of();
        });
    }

    @Test
    void isThePictureItselfWhenAllOfItIsAskedFor() {
        PicturePart.of(picture, new Box(-5, -5, 200, 200)).look(whole -> {
            assertEquals(picture, whole);
            return List.of();
        });
    }

    private static List<Detection> everything(Picture picture) {
        return List.of(new Detection(TargetKind.FACE, new Box(0, 0, picture.width(), picture.height()), 1, "all"));
    }
}
