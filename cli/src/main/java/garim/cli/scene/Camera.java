package garim.cli.scene;

import garim.engine.frame.Box;

/**
 * A camera pans over a wall that is wider than the picture, and zooms in and out a little.
 *
 * @param shape size and length of the clip
 * @param wallWidth pixels of the wall at zoom 1, more than the picture's
 * @param wallHeight pixels of the wall at zoom 1, at least the picture's
 */
record Camera(SceneShape shape, double wallWidth, double wallHeight) {
    private static final double ZOOM = 0.05;

    /** The wall in pixels of the frame. */
    Box wallAt(int frame) {
        double time = shape.timeOf(frame);
        double zoom = 1 + ZOOM * Math.sin(Math.PI * time);
        double width = wallWidth * zoom;
        double height = wallHeight * zoom;
        double eased = time * time * (3 - 2 * time);
        return new Box(-(width - shape.width()) * eased, -(height - shape.height()) * 0.4, width, height);
    }
}
