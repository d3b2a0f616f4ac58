package garim.cli.scene;

import garim.engine.frame.Box;
import java.awt.image.BufferedImage;

/**
 * A cut-out is head and shoulders of one person out of a photograph, with soft edges.
 *
 * @param layer the person
 * @param face the face in shares of the layer
 * @param faceAspect width of the face by its height
 * @param isFrontal false when the face is seen from the side
 */
record CutOut(Layer layer, Box face, double faceAspect, boolean isFrontal) {
    private static final double EDGE = 0.14;

    /**
     * Cuts a person out.
     *
     * @param photograph where the person is
     * @param known the person's face
     * @param facePixels height at which the face will be shown at most; the photograph is reduced to it
     */
    static CutOut of(Photograph photograph, KnownFace known, double facePixels) {
        Box face = known.box();
        BufferedImage image = photograph.image();
        double w = face.width();
        double h = face.height();
        Box region = new Box(face.x() - 0.9 * w, face.y() - 0.55 * h, 2.8 * w, 2.9 * h)
                .clamp(image.getWidth(), image.getHeight());
        int left = (int) Math.ceil(region.x());
        int top = (int) Math.ceil(region.y());
        BufferedImage part = image.getSubimage(left, top, (int) region.right() - left, (int) region.bottom() - top);
        Box within = Placement.share(face.shift(-left, -top), part.getWidth(), part.getHeight());
        double scale = Math.min(1, facePixels / h);
        Layer layer = Layer.of(Reduced.by(part, scale), (x, y) -> opacity(within, x, y));
        return new CutOut(layer, within, w / h, known.isFrontal());
    }

    /** Where the whole cut-out lies when its face lies here. */
    Box around(Box shown) {
        double width = shown.width() / face.width();
        double height = shown.height() / face.height();
        return new Box(shown.x() - face.x() * width, shown.y() - face.y() * height, width, height);
    }

    private static double opacity(Box face, double x, double y) {
        // In units of the face: 0,0 is its centre, and it reaches from -0.5 to 0.5.
        double across = Math.abs(x - face.centerX()) / face.width();
        double down = (y - face.centerY()) / face.height();
        double border = Math.min(Math.min(x, 1 - x) / face.width(), (1 - y) / face.height() / 3);
        return Math.max(head(across, down), shoulders(across, down)) * soft(border);
    }

    private static double head(double across, double down) {
        double radius = Math.hypot(across / 0.82, (down + 0.08) / 0.85);
        return soft((1 - radius) * 0.8);
    }

    private static double shoulders(double across, double down) {
        double slope = Math.clamp((down - 0.45) / 0.45, 0, 1);
        double halfWidth = 0.55 + 0.75 * Math.sqrt(slope);
        return soft(halfWidth - across) * soft((down - 0.3) * 0.8);
    }

    private static double soft(double inside) {
        double share = Math.clamp(inside / EDGE, 0, 1);
        return share * share * (3 - 2 * share);
    }
}
