package garim.cli.scene;

/**
 * A scene shape is the size and length of a synthetic clip.
 *
 * @param width pixels, even, at least 160
 * @param height pixels, even, at least 120
 * @param frameRate frames per second
 * @param frameCount frames in all, at least 2
 */
public record SceneShape(int width, int height, int frameRate, int frameCount) {
    public SceneShape {
        if (width < 160 || height < 120 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("bad scene size " + width + "x" + height);
        }
        if (frameRate < 1 || frameCount < 2) {
            throw new IllegalArgumentException("bad scene length " + frameCount + " at " + frameRate + "/s");
        }
    }

    /** Six seconds of 1280x720 at 20 frames per second. */
    public static SceneShape standard() {
        return new SceneShape(1280, 720, 20, 120);
    }

    /** Where a frame stands between the first (0) and the last (1). */
    double timeOf(int frame) {
        return (double) frame / (frameCount - 1);
    }
}
