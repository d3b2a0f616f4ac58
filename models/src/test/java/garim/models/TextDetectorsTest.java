package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TextDetectorsTest {
    private static final double MARGIN = 0.15;
    private static final Rectangle2D ONE_LINE = new Rectangle2D.Double(240, 190, 130, 28);
    private static final Rectangle2D TWO_LINES = new Rectangle2D.Double(240, 180, 110, 56);
    private static final Rectangle2D SIGN = new Rectangle2D.Double(60, 30, 260, 44);

    private final Detector text = new TextDetectors(Device.CPU).text("fast");
    private final Detector plate = new TextDetectors(Device.CPU).plate("fast");

    @AfterAll
    void close() {
        text.close();
        plate.close();
    }

    @ParameterizedTest
    @CsvSource({"12A 3456,0,0", "123 4568,0,0.25", "BS 470 AB,12,0", "B 1234 XYZ,-15,0.1", "M AB 1234,8,-0.3"})
    void findsPlatesAtAnAngle(String number, double degrees, double shear) {
        PaintedScene scene = new PaintedScene();
        Box box = scene.board(ONE_LINE, Color.WHITE, List.of(number), view(degrees, shear));
        assertCovers(plate, scene.picture(), box);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12A 3456", "AB 123 CD"})
    void findsPlatesAtNightAndBlurred(String number) {
        PaintedScene scene = new PaintedScene();
        Box box = scene.board(ONE_LINE, new Color(230, 220, 120), List.of(number), view(4, 0));
        assertCovers(plate, scene.darken().blur(3).picture(), box);
    }

    @Test
    void findsPlatesOfTwoLines() {
        PaintedScene scene = new PaintedScene();
        Box box = scene.board(TWO_LINES, new Color(90, 170, 110), List.of("AB 70", "C 1234"), view(0, 0.1));
        assertCovers(plate, scene.picture(), box);
    }

    @ParameterizedTest
    @CsvSource({"RESTAURANT,0,0", "Office 204,20,0", "No parking,-10,0.3"})
    void findsSigns(String words, double degrees, double shear) {
        PaintedScene scene = new PaintedScene();
        Box box = scene.board(SIGN, new Color(250, 240, 200), List.of(words), view(degrees, shear));
        assertCovers(text, scene.picture(), inner(box));
        assertCovers(text, scene.darken().blur(3).picture(), inner(box));
    }

    @Test
    void takesNoWordForAPlate() {
        PaintedScene scene = new PaintedScene();
        scene.board(SIGN, Color.WHITE, List.of("RESTAURANT"), view(0, 0));
        assertEquals(List.of(), plate.detect(scene.picture()));
    }

    @Test
    void findsNothingWithoutWriting() {
        Picture picture = new PaintedScene().picture();
        assertEquals(List.of(), text.detect(picture));
        assertEquals(List.of(), plate.detect(picture));
    }

    @Test
    void namesItsModelsForThePlan() {
        assertEquals(1, new TextDetectors(Device.CPU).textModels().size());
        assertEquals(3, new TextDetectors(Device.CPU).plateModels().size());
    }

    @Test
    void namesTheProfilesWhenOneIsUnknown() {
        ModelException e = assertThrows(ModelException.class, () -> new TextDetectors(Device.CPU).text("best"));
        assertEquals(ModelErrorCode.PROFILE_UNKNOWN, e.code());
        assertTrue(String.valueOf(e.getMessage()).contains("thorough"));
    }

    private static AffineTransform view(double degrees, double shear) {
        AffineTransform view = AffineTransform.getRotateInstance(Math.toRadians(degrees), 300, 200);
        view.translate(300, 200);
        view.shear(0, shear);
        view.translate(-300, -200);
        return view;
    }

    /** The middle of a sign, since only its words need to be found. */
    private static Box inner(Box box) {
        return box.grow(-0.15);
    }

    private static void assertCovers(Detector detector, Picture picture, Box box) {
        List<Detection> found = detector.detect(picture);
        double best = found.stream()
                .mapToDouble(d -> d.box().grow(MARGIN).intersect(box).area() / box.area())
                .max()
                .orElse(0);
        assertTrue(best >= 0.8, () -> best + " of " + box + " in " + found);
    }
}
