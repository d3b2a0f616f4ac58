package garim.engine.track;

import garim.engine.frame.Box;
import garim.engine.frame.Plane;
import java.util.List;
import java.util.Random;

/** Pictures of smooth random textures, in which things lie and move by fractions of a pixel. */
final class PaintedWorld {
    static final int WIDTH = 320;
    static final int HEIGHT = 200;

    /** A surface whose brightness is known at every place, and not the same at any two. */
    static final class Texture {
        private static final int WAVES = 8;
        private final double[] waves = new double[3 * WAVES];

        Texture(long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < WAVES; i++) {
                double length = 7 + 22 * random.nextDouble();
                double direction = 2 * Math.PI * random.nextDouble();
                waves[3 * i] = 2 * Math.PI / length * Math.cos(direction);
                waves[3 * i + 1] = 2 * Math.PI / length * Math.sin(direction);
                waves[3 * i + 2] = 2 * Math.PI * random.nextDouble();
            }
        }

        double at(double x, double y) {
            double sum = 0;
            for (int i = 0; i < WAVES; i++) {
                sum += Math.sin(waves[3 * i] * x + waves[3 * i + 1] * y + waves[3 * i + 2]);
            }
            return 128 + 90 * sum / Math.sqrt(WAVES) / 1.6;
        }
    }

    /** A thing in front of the ground: its texture is stretched with its box from what it is at its own size. */
    record Thing(Texture texture, Box box, double ownWidth) {
        Thing(Texture texture, Box box) {
            this(texture, box, box.width());
        }

        boolean covers(double x, double y) {
            return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
        }

        double at(double x, double y) {
            double scale = ownWidth / box.width();
            return texture.at((x - box.centerX()) * scale, (y - box.centerY()) * scale);
        }
    }

    private PaintedWorld() {}

    /** The ground and what stands in front of it, the last in front of all. */
    static Plane plane(Texture ground, List<Thing> things) {
        Plane plane = Plane.allocate(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double luma = ground.at(x, y);
                for (Thing thing : things) {
                    luma = thing.covers(x, y) ? thing.at(x, y) : luma;
                }
                plane.put(x, y, Math.clamp(Math.round(luma), 0, 255));
            }
        }
        return plane;
    }

    /** A bare wall. */
    static Plane blank(int luma) {
        Plane plane = Plane.allocate(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                plane.put(x, y, luma);
            }
        }
        return plane;
    }

    static LumaPyramid pyramid(Texture ground, Thing... things) {
        return LumaPyramid.of(plane(ground, List.of(things)));
    }
}
