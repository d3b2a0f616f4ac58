package garim.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

final class LetteringTest {
    private final Lettering lettering = new Lettering(FontFile.BOLD);

    @Test
    void theOutlineStandsOnTheBaseLineAndIsAsWideAsSaid() {
        Rectangle2D bounds = lettering.outline("HTI", 100).getBounds2D();
        assertEquals(0, bounds.getMaxY(), 1);
        assertEquals(-73, bounds.getMinY(), 3);
        assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= lettering.width("HTI", 100));
    }

    @Test
    void hangulHasOutlinesAndSpacesHaveNone() {
        assertFalse(lettering.outline("가림", 20).getBounds2D().isEmpty());
        assertTrue(lettering.outline("  ", 20).getBounds2D().isEmpty());
        assertEquals(20 * 2 * 0.92, lettering.width("가림", 20), 1);
    }
}
