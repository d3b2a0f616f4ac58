package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import java.util.Optional;
import java.util.Random;

/** What a camera of the tests shows: fine texture everywhere, so that any raw pixel can be told, and a red marker to be masked. */
final class LiveWorld {
    static final int MARKER = 32;
    static final int RED = 220;

    private static final int NEUTRAL = 128;
    private static final int GROUND_SIDE = 1024;

    int width = 320;
    int height = 192;
    Optional<Box> marker = Optional.empty();
    int size = MARKER;
    int offset;
    double light = 1;
    boolean isDamaged;

    private byte[] ground = new byte[0];

    LiveWorld() {
        scene(1);
    }

    /** Puts another scene in front of the camera: coarse shapes with fine grain on them. */
    void scene(long seed) {
        Random random = new Random(seed);
        byte[] coarse = new byte[GROUND_SIDE / 16 * (GROUND_SIDE / 16)];
        random.nextBytes(coarse);
        ground = new byte[GROUND_SIDE * GROUND_SIDE];
        for (int i = 0; i < ground.length; i++) {
            int x = i % GROUND_SIDE;
            int y = i / GROUND_SIDE;
            int shape = (coarse[y / 16 * (GROUND_SIDE / 16) + x / 16] & 0x7f) + 40;
            ground[i] = (byte) (shape + random.nextInt(40));
        }
    }

    /** Pure noise, another one for each seed. */
    void garbage(long seed) {
        new Random(seed).nextBytes(ground);
    }

    Frame frame(long pts) {
        Frame frame = Frame.allocate(width, height, 0, pts);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                frame.luma().put(x, y, (int) (grain(x, y) * light));
            }
        }
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width / 2; x++) {
                frame.cb().put(x, y, NEUTRAL);
                frame.cr().put(x, y, isMarked(2 * x, 2 * y) ? RED : NEUTRAL);
            }
        }
        return new Frame(0, pts, frame.luma(), frame.cb(), frame.cr(), false, false, isDamaged);
    }

    /** A marker whose own grain moves with it. */
    void put(int x, int y) {
        marker = Optional.of(new Box(x, y, size, size));
    }

    private int grain(int x, int y) {
        int left = isMarked(x, y) ? (int) marker.orElseThrow().x() : -offset;
        int top = isMarked(x, y) ? (int) marker.orElseThrow().y() : 0;
        return ground[Math.floorMod(y - top, GROUND_SIDE) * GROUND_SIDE + Math.floorMod(x - left, GROUND_SIDE)] & 0xff;
    }

    private boolean isMarked(int x, int y) {
        return marker.filter(box -> holds(box, x, y)).isPresent();
    }

    private static boolean holds(Box box, int x, int y) {
        return x >= box.x() && y >= box.y() && x < box.right() && y < box.bottom();
    }
}
