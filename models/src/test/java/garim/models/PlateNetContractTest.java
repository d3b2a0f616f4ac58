package garim.models;

import garim.engine.detect.Detector;
import garim.engine.detect.DetectorContract;
import garim.engine.detect.Picture;
import garim.engine.detect.onnx.Device;
import garim.engine.detect.onnx.PlateNetDetector;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

final class PlateNetContractTest extends DetectorContract {
    @Override
    protected Detector create() {
        ModelCard card = ModelCatalogue.plateNet();
        return new PlateNetDetector(card.name(), ShippedModel.weights(card, Device.CPU), 0.5);
    }

    @Override
    protected Picture pictureWithTargets() {
        return scene();
    }

    static Picture scene() {
        PaintedScene scene = new PaintedScene();
        Rectangle2D place = new Rectangle2D.Double(250, 190, 120, 26);
        scene.board(place, Color.WHITE, List.of("12A 3456"), new AffineTransform());
        return scene.picture();
    }
}
