package garim.engine.detect.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogoDetectorTest {
    /** What a mask of the usual margin covers of the mark. */
    private static final double COVERED = 0.9;

    private static final double MARGIN = 0.15;
    private static final float QUALITY = 0.75f;

    private final Random random = new Random(11);
    private final MarkScene scene = new MarkScene(MarkScene.clutter(400, 300, random), random);

    @ParameterizedTest
    @EnumSource(DrawnMark.class)
    void findsEveryMarkWithAndWithoutTexture(DrawnMark mark) {
        Box place = scene.place(mark, 200, 150, 96, 0.15, 0.2);
        assertFound(mark, place);
    }

    @ParameterizedTest
    @ValueSource(doubles = {32, 64, 140, 250})
    void findsAMarkOfAnySizeFromThirtyTwoPixels(double size) {
        assertFound(DrawnMark.EMBLEM, scene.place(DrawnMark.EMBLEM, 200, 150, size, 0.1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {45, 90, 180, 250})
    void findsAMarkTurnedByAnyAngle(double degrees) {
        assertFound(DrawnMark.SHIELD, scene.place(DrawnMark.SHIELD, 200, 150, 90, Math.toRadians(degrees), 0));
    }

    @Test
    void findsAMarkSeenFromFiftyDegrees() {
        assertFound(DrawnMark.FOX, scene.place(DrawnMark.FOX, 200, 150, 110, 0.2, Math.toRadians(50)));
    }

    @Test
    void findsAMarkOfWhichFortyPercentAreHidden() {
        Box place = scene.place(DrawnMark.EMBLEM, 200, 150, 110, 0.1, 0);
        scene.hide(place, 0.4);
        assertFound(DrawnMark.EMBLEM, place);
    }

    @Test
    void findsTheNegativeOfAMark() {
        Box content = DrawnMark.WORD.contentOnGround();
        Box place = scene.place(
                LogoMeasurement.negative(DrawnMark.WORD.imageOn(Color.WHITE)), content, 200, 150, 120, 0.1, 0);
        assertFound(DrawnMark.WORD, place);
    }

    @Test
    void findsEveryInstanceOfEveryMark() {
        Box first = scene.place(DrawnMark.FOX, 70, 80, 80, 0.1, 0);
        Box second = scene.place(DrawnMark.FOX, 320, 90, 60, -0.3, 0.3);
        Box third = scene.place(DrawnMark.BOLT, 120, 220, 70, 0, 0);
        List<Detection> found = new LogoDetector(List.of(DrawnMark.FOX.reference(), DrawnMark.BOLT.reference()))
                .detect(scene.picture(QUALITY));
        for (Box place : List.of(first, second, third)) {
            assertTrue(found.stream().anyMatch(d -> isCovered(place, d)), () -> place + " in " + found);
        }
    }

    @Test
    void findsAMarkThatReachesOverTheBorder() {
        Box place = scene.place(DrawnMark.EMBLEM, 385, 150, 100, 0.1, 0).clamp(400, 300);
        assertFound(DrawnMark.EMBLEM, place);
    }

    @Test
    void findsAMarkByAReferenceOnAGroundOfItsOwn() {
        Box place = scene.place(DrawnMark.FOX, 200, 150, 90, 0.1, 0);
        LogoReference reference = DrawnMark.reference("fox.jpg", DrawnMark.FOX.imageOn(new Color(235, 232, 225)));
        assertFound(reference, place);
    }

    @ParameterizedTest
    @EnumSource(
            value = DrawnMark.class,
            names = {"EMBLEM", "THIN_WORD"})
    void takesAMarkForNoneOfTheOthers(DrawnMark mark) {
        scene.place(mark, 200, 150, 110, 0.1, 0);
        List<LogoReference> others = Arrays.stream(DrawnMark.values())
                .filter(other -> other != mark)
                .map(DrawnMark::reference)
                .toList();
        assertEquals(List.of(), new LogoDetector(others).detect(scene.picture(QUALITY)));
    }

    private void assertFound(DrawnMark mark, Box place) {
        assertFound(mark.reference(), place);
    }

    private void assertFound(LogoReference reference, Box place) {
        Picture picture = scene.picture(QUALITY);
        List<Detection> found = new LogoDetector(List.of(reference)).detect(picture);
        assertTrue(found.stream().anyMatch(d -> isCovered(place, d)), () -> place + " in " + found);
        assertTrue(found.stream().allMatch(d -> d.kind() == TargetKind.LOGO));
    }

    private static boolean isCovered(Box place, Detection detection) {
        Box mask = detection.box().grow(MARGIN);
        return mask.intersect(place).area() >= COVERED * place.area()
                && detection.box().area() < 2 * place.area();
    }
}
