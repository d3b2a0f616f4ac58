package garim.cli.scene;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Generated photographs in which faces, and nothing else, are red. */
final class PaintedPeople {
    private static final Color RED = new Color(220, 30, 30);
    private static final int FACE_WIDTH = 60;
    private static final int FACE_HEIGHT = 80;

    private PaintedPeople() {}

    static SceneSource source() {
        return new SceneSource(
                List.of(photograph("wall1", 2), photograph("wall2", 2)), List.of(photograph("people", 3)));
    }

    static SceneShape shape() {
        return new SceneShape(640, 360, 20, 60);
    }

    static Scene scene() {
        return SceneComposer.compose(shape(), source());
    }

    static boolean isRed(Frame frame, int x, int y, double gain) {
        // Cr of the face colour is 225; half the way to it from grey, in the light of this frame.
        return frame.cr().at(x / 2, y / 2) > 128 + 48 * gain;
    }

    private static Photograph photograph(String name, int people) {
        BufferedImage image = new BufferedImage(200 * people, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(90, 110, 130));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        List<KnownFace> faces = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int left = 200 * i + 70;
            int top = 60 + 10 * i;
            graphics.setColor(new Color(60, 120, 60));
            graphics.fillRect(left - 30, top + FACE_HEIGHT, FACE_WIDTH + 60, 200);
            graphics.setColor(RED);
            graphics.fillOval(left, top, FACE_WIDTH, FACE_HEIGHT);
            faces.add(new KnownFace(new Box(left, top, FACE_WIDTH, FACE_HEIGHT), i != 1));
        }
        graphics.dispose();
        return new Photograph(name, image, faces);
    }
}
