package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Faces for attacks on masks: composed from the demo photographs, or real ones where the evaluation material is there. */
final class FaceGallery {
    private FaceGallery() {}

    /** More than a hundred people that do not exist: every two faces of the photographs, blended and bent. */
    static List<FaceShot> composed(double shortSide) {
        List<FaceShot> faces = photographed(shortSide);
        Random random = new Random(3);
        List<FaceShot> people = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < i; j++) {
                people.add(faces.get(i).blend(faces.get(j)).bent(random));
            }
        }
        return people;
    }

    private static List<FaceShot> photographed(double shortSide) {
        List<FaceShot> faces = new ArrayList<>();
        try (Detector detector = new FaceDetectors(Device.CPU).create("fast")) {
            for (DemoPhotograph photograph : DemoPhotograph.all()) {
                Picture picture = photograph.picture();
                List<Detection> found = detector.detect(picture);
                photograph.faces().forEach(place -> holding(found, place)
                        .map(box -> FaceShot.of(picture, square(box), shortSide))
                        .forEach(faces::add));
            }
        }
        return faces;
    }

    private static Stream<Box> holding(List<Detection> found, DemoPhotograph.Point place) {
        return found.stream()
                .map(Detection::box)
                .filter(box -> box.grow(-0.2)
                                .intersect(new Box(place.x(), place.y(), 1, 1))
                                .area()
                        > 0)
                .max(Comparator.comparingDouble(Box::area))
                .stream();
    }

    /** Of one shape, so that eyes come to lie on eyes in a blend. */
    private static Box square(Box box) {
        double side = Math.max(box.width(), box.height());
        return new Box(box.centerX() - side / 2.4, box.centerY() - side / 2, side / 1.2, side);
    }

    /** The real faces of at least 40 pixels; none where the material is missing. */
    static List<FaceShot> real(double shortSide) throws IOException {
        List<FaceShot> faces = new ArrayList<>();
        for (Path root : List.of(Path.of("../../shared/evaldata"), Path.of("../../../shared/evaldata"))) {
            Path set = root.resolve("faces-masked");
            if (faces.isEmpty() && Files.isDirectory(set)) {
                MarkedSet.eachPicture(set, "face", (picture, marks) -> marks.stream()
                        .filter(mark -> Math.min(mark.box().width(), mark.box().height()) >= 40)
                        .forEach(mark -> faces.add(FaceShot.of(picture, mark.box(), shortSide))));
            }
        }
        return faces;
    }
}
