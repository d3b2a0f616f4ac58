package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Rotation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnedDetectorTest extends DetectorContract {
    @Override
    protected Detector create() {
        return new TurnedDetector(new SquareDetector("square", 0.9), List.of(Rotation.values()));
    }

    @Override
    protected Picture pictureWithTargets() {
        return SquareDetector.picture(200, 120, new Box(20, 10, 30, 40), new Box(150, 60, 12, 20));
    }

    @Test
    void takesBoxesBackFromEveryTurn() {
        Box box = new Box(20, 10, 30, 40);
        Picture picture = SquareDetector.picture(200, 120, box);
        for (Rotation turn : Rotation.values()) {
            List<Detection> seen = TurnedDetector.detectTurned(new SquareDetector("square", 0.9), picture, turn);
            assertEquals(List.of(box), seen.stream().map(Detection::box).toList(), turn::name);
        }
    }

    @Test
    void seesATargetOfSeveralTurnsOnce() {
        Picture picture = SquareDetector.picture(200, 120, new Box(20, 10, 30, 40));
        try (Detector all = create()) {
            assertEquals(1, all.detect(picture).size());
        }
    }

    @Test
    void turnsThePictureAsItsPlainTwin() {
        Picture picture = noise(7, 5, 3);
        for (Rotation turn : Rotation.values()) {
            byte[] expected = picture.red();
            int width = 7;
            for (int quarter = 0; quarter < turn.degrees() / 90; quarter++) {
                expected = PlainPicture.quarter(expected, width);
                width = expected.length / width;
            }
            Picture turned = Turning.turn(picture, turn);
            assertEquals(width, turned.width());
            assertEquals(Arrays.toString(expected), Arrays.toString(turned.red()), turn::name);
        }
    }

    @Test
    void putsTheTurnsIntoItsName() {
        List<Rotation> turns = List.of(Rotation.CLOCKWISE_270, Rotation.NONE, Rotation.HALF_TURN, Rotation.HALF_TURN);
        try (Detector turned = new TurnedDetector(new SquareDetector("square", 0.9), turns)) {
            assertEquals("square+180+270", turned.name());
        }
    }
}
