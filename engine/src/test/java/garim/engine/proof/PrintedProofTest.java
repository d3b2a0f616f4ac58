package garim.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that is printed on an output is not counted as cells, and hides no leak. */
final class PrintedProofTest {
    private static final int FRAMES = 6;
    private static final Box FACE = new Box(40, 30, 48, 56);
    private static final Box PAINTED = FACE.grow(0.25);
    private static final List<Print> LETTERS = List.of(new Print(letters(), 0, 0));
    private static final double OPAQUE = 0.85;

    /** Upright strokes of three pixels, two in five rows of the picture. */
    private static Print.Shape letters() {
        BitSet ink = new BitSet();
        for (int y = 0; y < Pictures.HEIGHT; y++) {
            for (int x = 0; x < Pictures.WIDTH; x++) {
                ink.set(y * Pictures.WIDTH + x, y % 20 < 8 && x % 9 < 3);
            }
        }
        return new Print.Shape(Pictures.WIDTH, Pictures.HEIGHT, ink);
    }

    private static void print(Frame frame) {
        for (int y = 0; y < Pictures.HEIGHT; y++) {
            for (int x = 0; x < Pictures.WIDTH; x++) {
                if (LETTERS.getFirst().covers(x, y)) {
                    frame.luma().put(x, y, (int) (frame.luma().at(x, y) * (1 - OPAQUE) + 235 * OPAQUE));
                }
            }
        }
    }

    private static TrackFigures prove(boolean isMasked, boolean isPrinted, List<Print> told) {
        OutputProof proof = new OutputProof(List.of(ProofTargets.still(3, FACE, 0, FRAMES - 1)), List.of(), FRAMES);
        for (int index = 0; index < FRAMES; index++) {
            Frame filmed = Pictures.filmed(7 + index, index);
            Frame written = Pictures.encoded(filmed, 1000 + index);
            if (isMasked) {
                Pictures.mosaic(written.luma(), PAINTED, 4, 5);
            }
            if (isPrinted) {
                print(written);
            }
            proof.accept(filmed, written, index / 10.0, (index + 1) / 10.0, told);
        }
        return proof.finish().tracks().getFirst();
    }

    @Test
    void countsTheCellsOfTheMaskAndNotTheLettersOnIt() {
        double plain = prove(true, false, List.of()).cells();
        double told = prove(true, true, LETTERS).cells();
        double untold = prove(true, true, List.of()).cells();
        assertTrue(untold > 2 * plain, untold + " " + plain);
        assertTrue(told <= 1.4 * plain && told >= 0.7 * plain, told + " " + plain);
    }

    @Test
    void callsAMaskUnderLettersCovered() {
        assertEquals(0, prove(true, true, LETTERS).framesExposed());
    }

    @Test
    void findsALeakUnderLetters() {
        assertEquals(FRAMES, prove(false, true, LETTERS).framesExposed());
    }

    @Test
    void findsALeakWhoeverClaimsThatEverythingIsInk() {
        BitSet all = new BitSet();
        all.set(0, Pictures.WIDTH * Pictures.HEIGHT);
        List<Print> lie = List.of(new Print(new Print.Shape(Pictures.WIDTH, Pictures.HEIGHT, all), 0, 0));
        assertEquals(FRAMES, prove(false, false, lie).framesExposed());
        assertEquals(
                prove(true, false, List.of()).cells(), prove(true, false, lie).cells());
    }
}
