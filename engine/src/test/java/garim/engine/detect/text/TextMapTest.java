package garim.engine.detect.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextMapTest {
    private static final int SIDE = 200;
    private static final TextMap MAP = new TextMap(0.3, 0.5, 0);

    @ParameterizedTest
    @ValueSource(doubles = {0, 12, -30, 44, -44})
    void findsTheRectangleThatWasDrawn(double degrees) {
        TextArea drawn = new TextArea(100, 90, 120, 24, Math.toRadians(degrees), 0.9);
        List<TextArea> found = MAP.areas(draw(drawn), SIDE, SIDE);
        assertEquals(1, found.size());
        TextArea area = found.getFirst();
        assertEquals(drawn.centerX(), area.centerX(), 1);
        assertEquals(drawn.centerY(), area.centerY(), 1);
        assertEquals(drawn.length(), area.length(), 3);
        assertEquals(drawn.thickness(), area.thickness(), 3);
        assertEquals(degrees, Math.toDegrees(area.angle()), 2);
        assertTrue(drawn.bounds().iou(area.bounds()) > 0.9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.45})
    void leavesOutWhatIsTooFaint(double probability) {
        assertEquals(List.of(), MAP.areas(draw(new TextArea(100, 90, 120, 24, 0, probability)), SIDE, SIDE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 20})
    void undoesTheShrinkingAndScales(double degrees) {
        TextArea core = new TextArea(50, 40, 60, 10, Math.toRadians(degrees), 1);
        TextArea grown = core.unclip(1.6);
        assertEquals(60 + 1.6 * 600 / 70, grown.length(), 1e-9);
        Box twice = core.scale(2, 2).bounds();
        assertEquals(4 * core.bounds().area(), twice.area(), 1e-6);
    }

    private static FloatBuffer draw(TextArea area) {
        float[] cells = new float[SIDE * SIDE];
        for (int i = 0; i < cells.length; i++) {
            double x = i % SIDE + 0.5 - area.centerX();
            double y = Math.floorDiv(i, SIDE) + 0.5 - area.centerY();
            double along = x * Math.cos(area.angle()) + y * Math.sin(area.angle());
            double across = y * Math.cos(area.angle()) - x * Math.sin(area.angle());
            boolean inside = Math.abs(along) <= area.length() / 2 && Math.abs(across) <= area.thickness() / 2;
            cells[i] = inside ? (float) area.score() : 0;
        }
        return FloatBuffer.wrap(cells);
    }
}
