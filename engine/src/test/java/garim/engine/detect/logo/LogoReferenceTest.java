package garim.engine.detect.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LogoReferenceTest {
    private static final String HASH = "0".repeat(64);

    @Test
    void keepsNameAndHash() {
        LogoReference reference = DrawnMark.BARS.reference();
        assertEquals("BARS", reference.name());
        assertEquals(HASH, reference.sha256());
    }

    @Test
    void refusesAPictureThatIsTooSmallAndSaysWhich() {
        assertRefused("tiny.png", 15, 40, new int[15 * 40]);
    }

    @Test
    void refusesAPictureOfOneTone() {
        int[] gray = new int[64 * 64];
        Arrays.fill(gray, 0xff808080);
        assertRefused("gray.png", 64, 64, gray);
    }

    @Test
    void refusesAPictureThatIsWhollyTransparent() {
        assertRefused("empty.png", 64, 64, new int[64 * 64]);
    }

    @Test
    void refusesALine() {
        int[] line = new int[200 * 64];
        Arrays.fill(line, 0xffffffff);
        Arrays.fill(line, 20 * 200, 21 * 200, 0xff000000);
        assertRefused("line.png", 200, 64, line);
    }

    @Test
    void looksForAMarkOfSeveralTonesOnLightAndOnDarkGround() {
        assertEquals(2, DrawnMark.FOX.reference().marks().size());
        assertEquals(1, DrawnMark.BARS.reference().marks().size());
    }

    @Test
    void leavesOutTheGroundAroundTheMark() {
        BufferedImage wide = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        wide.createGraphics().drawImage(DrawnMark.BARS.imageOn(Color.WHITE), 300, 300, null);
        Mark mark = DrawnMark.reference("wide", wide).marks().getFirst().mark();
        double ratio = mark.content().width() / mark.content().height();
        assertTrue(ratio > 0.9 && ratio < 2, () -> "ratio " + ratio);
    }

    private static void assertRefused(String name, int width, int height, int[] argb) {
        EngineException thrown =
                assertThrows(EngineException.class, () -> LogoReference.of(name, HASH, width, height, argb));
        assertEquals(ErrorCode.REFERENCE_INVALID, thrown.code());
        assertEquals(name, thrown.subject());
    }
}
