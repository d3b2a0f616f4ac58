package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlancingDetectorTest {
    private static final Picture PICTURE = new Picture(40, 30, new byte[40 * 30], new byte[40 * 30], new byte[40 * 30]);

    private final List<String> closed = new ArrayList<>();

    @Test
    void looksAsTheThoroughOneAndGlancesAsTheQuickOne() {
        Detector detector = glancing();
        assertEquals("thorough", detector.name());
        assertEquals("thorough", source(detector));
        assertEquals("quick", source(detector.glance()));
    }

    @Test
    void glancesTheSameWayWhenTurned() {
        Detector turned = new TurnedDetector(glancing(), List.of(Rotation.HALF_TURN));
        assertEquals("quick+180", turned.glance().name());
    }

    @Test
    void aDetectorWithoutAQuickOneGlancesItself() {
        Detector plain = new Named("plain", closed);
        assertEquals(plain, plain.glance());
    }

    @Test
    void closesBoth() {
        glancing().close();
        assertEquals(List.of("thorough", "quick"), closed);
    }

    private Detector glancing() {
        return new GlancingDetector(new Named("thorough", closed), new Named("quick", closed));
    }

    private static String source(Detector detector) {
        return detector.detectIn(PICTURE, new Box(0, 0, 40, 30)).getFirst().source();
    }

    /** Sees one face and remembers that it was closed. */
    private record Named(String name, List<String> closed) implements Detector {
        @Override
        public List<Detection> detect(Picture picture) {
            return List.of(new Detection(TargetKind.FACE, new Box(1, 1, 5, 5), 0.9, name));
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
