package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaceDetectorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fast", "standard", "thorough", "packaged", "garim", "ultraface", "ssd"})
    void findsEveryFaceInTheDemoPhotographs(String profile) {
        try (Detector detector = new FaceDetectors(Device.CPU).create(profile)) {
            for (DemoPhotograph photo : DemoPhotograph.all()) {
                assertFindsAll(detector, photo, photo.picture(), 1, 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "thorough", "ultraface", "ssd", "garim-face"})
    void findsFacesOfAboutTwentyPixelsInALargePicture(String profile) {
        double scale = 0.09;
        try (Detector detector = new FaceDetectors(Device.CPU).create(profile)) {
            for (DemoPhotograph photo : DemoPhotograph.all()) {
                assertFindsAll(detector, photo, photo.smallInLargePicture(scale), scale, 1);
            }
        }
    }

    @Test
    void findsNearlyEveryFaceThatABorderCutsInHalf() {
        double scale = 0.3;
        int faces = 0;
        int found = 0;
        try (Detector detector = new FaceDetectors(Device.CPU).create("standard")) {
            for (DemoPhotograph photo : DemoPhotograph.all()) {
                for (DemoPhotograph.Point face : photo.faces()) {
                    faces++;
                    List<Detection> seen = detector.detect(photo.rightOf(face.x(), scale));
                    boolean isSeen = seen.stream()
                            .map(Detection::box)
                            .anyMatch(b -> b.x() < 3 && holds(b, b.x(), face.y() * scale) && b.height() > 110 * scale);
                    found += isSeen ? 1 : 0;
                }
            }
        }
        assertTrue(found >= 0.8 * faces, found + " of " + faces);
    }

    @Test
    void raisesNoFalseAlarmAboveFortyPixelsInTheDemoPhotographs() {
        try (Detector detector = new FaceDetectors(Device.CPU).create("standard")) {
            for (DemoPhotograph photo : List.of(DemoPhotograph.THREE, DemoPhotograph.FOUR, DemoPhotograph.FIVE)) {
                for (Detection d : detector.detect(photo.picture())) {
                    // as the evaluation counts: a mask, with its margin, that touches no face
                    Box mask = d.box().grow(0.25);
                    boolean touches = photo.faces().stream().anyMatch(face -> mask.iou(around(face)) > 0);
                    assertTrue(touches || d.box().height() < 40, d::toString);
                }
            }
        }
    }

    private static Box around(DemoPhotograph.Point face) {
        return new Box(face.x() - 110, face.y() - 110, 220, 220);
    }

    private static boolean holds(Box box, double x, double y) {
        return box.x() <= x && x <= box.right() && box.y() <= y && y <= box.bottom();
    }

    @Test
    void namesTheProfilesWhenOneIsUnknown() {
        ModelException e = assertThrows(ModelException.class, () -> new FaceDetectors(Device.CPU).create("best"));
        assertEquals(ModelErrorCode.PROFILE_UNKNOWN, e.code());
        assertTrue(String.valueOf(e.getMessage()).contains("thorough"));
    }

    @Test
    void namesTheFileWhenAnOperatorsModelIsMissing() {
        ModelException e = assertThrows(
                ModelException.class, () -> new FaceDetectors(Device.CPU).create("yunet:none.onnx", Path.of("folder")));
        assertEquals(ModelErrorCode.MODEL_MISSING, e.code());
        assertEquals(Path.of("folder", "none.onnx").toString(), e.subject());
    }

    @Test
    void offersOnlyProfilesThatWork() {
        for (String profile : FaceDetectors.profiles()) {
            new FaceDetectors(Device.CPU).create(profile).close();
        }
    }

    private static void assertFindsAll(
            Detector detector, DemoPhotograph photo, Picture picture, double scale, int inlaid) {
        List<Detection> found = detector.detect(picture);
        for (DemoPhotograph.Point face : photo.faces()) {
            double x = face.x() * scale + 600 * inlaid;
            double y = face.y() * scale + 400 * inlaid;
            boolean seen = found.stream().map(Detection::box).anyMatch(b -> marks(b, x, y, 220 * scale));
            assertTrue(seen, () -> photo.file() + " face at " + x + "," + y + " not in " + found);
        }
    }

    private static boolean marks(Box box, double x, double y, double size) {
        return holds(box, x, y) && box.height() > 0.5 * size && box.height() < 2 * size;
    }
}
