package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.proof.SecondLook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecondEyesTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final Box STILL = new Box(40, 40, 60, 60);
    private static final Box NEWCOMER = new Box(400, 200, 60, 60);

    @Test
    void looksOnlyWhereSomethingChangedAndRemembersTheRest() {
        Eye eye = new Eye();
        SecondLook seen = look(eye, frame(0), frame(1, NEWCOMER), frame(2, NEWCOMER));
        assertEquals(2, seen.looks());
        assertEquals(1, eye.parts.size());
        assertTrue(holds(eye.parts.getFirst(), NEWCOMER) && !holds(eye.parts.getFirst(), STILL));
        assertEquals(1, eye.wholes);
        assertEquals(
                List.of(0, 1),
                seen.sightings().stream()
                        .filter(each -> each.box().equals(STILL))
                        .map(each -> each.frame())
                        .toList());
        assertEquals(
                1,
                seen.sightings().stream()
                        .filter(each -> each.box().equals(NEWCOMER))
                        .count());
    }

    @Test
    void forgetsWhatIsNoLongerThere() {
        SecondLook seen = look(new Eye(), frame(0, NEWCOMER), frame(1), frame(2, new Box(200, 300, 30, 30)));
        assertEquals(3, seen.looks());
        assertEquals(
                List.of(0),
                seen.sightings().stream()
                        .filter(each -> each.box().equals(NEWCOMER))
                        .map(each -> each.lastFrame())
                        .toList());
    }

    private static SecondLook look(Eye eye, Frame... frames) {
        try (SecondEyes eyes = new SecondEyes(
                ProvenClip.settings(0, 1, eye), List.of(), Rotation.NONE, WorkClock.STOPPED, (a, b) -> {})) {
            for (int i = 0; i < frames.length; i++) {
                if (eyes.isDue(frames[i], 2.0 * i)) {
                    eyes.submit(frames[i], frames[i], 2.0 * i, List.of(), List.of());
                }
            }
            return eyes.finish();
        }
    }

    private static Frame frame(int index, Box... bright) {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, index, index);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean isBright = contains(STILL, x, y);
                for (Box box : bright) {
                    isBright |= contains(box, x, y);
                }
                frame.luma().put(x, y, isBright ? 200 : 60);
                frame.cb().put(x / 2, y / 2, 128);
                frame.cr().put(x / 2, y / 2, 128);
            }
        }
        return frame;
    }

    private static boolean contains(Box box, int x, int y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }

    private static boolean holds(Box region, Box box) {
        return region.intersect(box).area() >= box.area() - 1e-9;
    }

    /** Sees the two places where they are bright and inside of where it looks. */
    private static final class Eye implements Detector {
        final List<Box> parts = new ArrayList<>();
        int wholes;

        @Override
        public String name() {
            return "eye";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            wholes++;
            return seen(picture, new Box(0, 0, WIDTH, HEIGHT));
        }

        @Override
        public List<Detection> detectIn(Picture picture, Box part) {
            assertFalse(part.isEmpty());
            parts.add(part);
            return seen(picture, part);
        }

        private static List<Detection> seen(Picture picture, Box part) {
            List<Detection> seen = new ArrayList<>();
            for (Box box : List.of(STILL, NEWCOMER)) {
                int middle = ((int) box.centerY()) * WIDTH + ((int) box.centerX());
                if (holds(part, box) && (picture.red()[middle] & 0xff) > 128) {
                    seen.add(new Detection(TargetKind.FACE, box, 0.9, "eye"));
                }
            }
            return seen;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
