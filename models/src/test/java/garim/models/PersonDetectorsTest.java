package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonDetectorsTest {
    private static final double SHRUNK = 0.3;

    @ParameterizedTest
    @ValueSource(strings = {"fast", "thorough"})
    void findsEverybodyInTheDemoPhotographs(String profile) {
        try (Detector people = new PersonDetectors(Device.CPU).person(profile)) {
            DemoPhotograph.all().forEach(photo -> assertHoldsEveryFace(people, photo, photo.picture(), 1, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "thorough"})
    void findsEverybodyInShrunkPhotographs(String profile) {
        try (Detector people = new PersonDetectors(Device.CPU).person(profile)) {
            DemoPhotograph.all().forEach(photo -> assertHoldsEveryFace(people, photo, shrunk(photo), SHRUNK, 0));
        }
    }

    @Test
    void findsEverybodyInAPhotographThatFillsAFifthOfAPicture() {
        try (Detector people = new PersonDetectors(Device.CPU).person("thorough")) {
            DemoPhotograph.all()
                    .forEach(photo -> assertHoldsEveryFace(people, photo, photo.smallInLargePicture(0.2), 0.2, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "thorough"})
    void findsEveryHeadInTheDemoPhotographs(String profile) {
        try (Detector heads = new PersonDetectors(Device.CPU).head(profile)) {
            DemoPhotograph.all().forEach(photo -> assertHoldsEveryFace(heads, photo, photo.picture(), 1, 0));
        }
    }

    @Test
    void losesNobodyByBelievingWeakEvidence() {
        Picture picture = shrunk(DemoPhotograph.THREE);
        List<Detection> sure = found(new PersonDetectors(Device.CPU).head("thorough"), picture);
        List<Detection> weak = found(new PersonDetectors(Device.CPU).head(PersonDetectors.EVERYBODY), picture);
        for (Detection head : sure) {
            assertTrue(covered(head.box(), weak) > 0.85, () -> head + " is covered to " + covered(head.box(), weak));
        }
    }

    @Test
    void reportsHeadsBesidePeopleAtOnce() {
        Picture picture = shrunk(DemoPhotograph.THREE);
        assertEquals(Set.of(TargetKind.PERSON), kinds(new PersonDetectors(Device.CPU).person("fast"), picture));
        assertEquals(Set.of(TargetKind.HEAD), kinds(new PersonDetectors(Device.CPU).head("fast"), picture));
        assertEquals(
                Set.of(TargetKind.PERSON, TargetKind.HEAD),
                kinds(new PersonDetectors(Device.CPU).personAndHead("fast"), picture));
    }

    @Test
    void namesTheProfilesWhenOneIsUnknown() {
        ModelException e = assertThrows(ModelException.class, () -> new PersonDetectors(Device.CPU).person("best"));
        assertEquals(ModelErrorCode.PROFILE_UNKNOWN, e.code());
        assertTrue(String.valueOf(e.getMessage()).contains("thorough"));
    }

    @Test
    void namesItsModelForThePlan() {
        assertEquals(
                "nanodet-g", new PersonDetectors(Device.CPU).models().getFirst().name());
    }

    private static Picture shrunk(DemoPhotograph photo) {
        Picture whole = photo.picture();
        return Resampler.resize(
                whole, (int) Math.round(whole.width() * SHRUNK), (int) Math.round(whole.height() * SHRUNK));
    }

    /** Share of a box that lies in any of the others. */
    private static double covered(Box box, List<Detection> others) {
        int steps = 40;
        int inside = 0;
        for (int i = 0; i < steps * steps; i++) {
            double x = box.x() + box.width() * (i % steps + 0.5) / steps;
            double y = box.y() + box.height() * (Math.floorDiv(i, steps) + 0.5) / steps;
            inside += others.stream().anyMatch(other -> holds(other.box(), x, y)) ? 1 : 0;
        }
        return (double) inside / (steps * steps);
    }

    private static List<Detection> found(Detector detector, Picture picture) {
        try (detector) {
            return detector.detect(picture);
        }
    }

    private static Set<TargetKind> kinds(Detector detector, Picture picture) {
        try (detector) {
            return detector.detect(picture).stream().map(Detection::kind).collect(Collectors.toSet());
        }
    }

    private static void assertHoldsEveryFace(
            Detector detector, DemoPhotograph photo, Picture picture, double scale, int inlaid) {
        List<Detection> found = detector.detect(picture);
        for (DemoPhotograph.Point face : photo.faces()) {
            double x = face.x() * scale + 600 * inlaid;
            double y = face.y() * scale + 400 * inlaid;
            boolean held = found.stream().map(Detection::box).anyMatch(b -> holds(b, x, y));
            assertTrue(held, () -> photo.file() + " face at " + x + "," + y + " not in " + found);
        }
    }

    private static boolean holds(Box box, double x, double y) {
        return box.x() <= x && x <= box.right() && box.y() <= y && y <= box.bottom();
    }
}
