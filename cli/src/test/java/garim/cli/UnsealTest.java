package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks are sealed for two holders, and lifted by both of them only. */
final class UnsealTest {
    private static final int FRAME = 5;

    @TempDir
    private Path folder;

    private Path clip = Path.of("");

    @BeforeEach
    void seals() {
        clip = ReviewClip.in(folder);
        for (String holder : new String[] {"a", "b", "c"}) {
            assertEquals(0, Outcome.of("holder", at(holder)).exit());
        }
        Outcome sealed = Outcome.of(
                "render",
                clip.toString(),
                "-o",
                at("masked.mp4"),
                "--seal",
                at("masked.seal"),
                "--holder",
                at("a.pem"),
                "--holder",
                at("b.pem"),
                "--no-second-eyes",
                "--keys",
                at("keys"));
        assertEquals(0, sealed.exit(), sealed::toString);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Outcome lift(String other, String output) {
        return Outcome.of(
                "unseal",
                at("masked.seal"),
                "--video",
                at("masked.mp4"),
                "--track",
                "2",
                "--key",
                at("a.key"),
                "--key",
                at(other + ".key"),
                "--reason",
                "court-order",
                "--by",
                "김하늘",
                "--keys",
                at("keys"),
                "-o",
                at(output));
    }

    @Test
    void bothHoldersTogetherLiftOneTrackAndTheOthersStayMasked() throws IOException {
        Outcome lifted = lift("b", "lifted.mp4");
        assertEquals(0, lifted.exit(), lifted::toString);
        Frame before = ReviewClip.frames(folder.resolve("masked.mp4")).get(FRAME);
        Frame after = ReviewClip.frames(folder.resolve("lifted.mp4")).get(FRAME);
        Frame filmed = ReviewClip.frames(clip).get(FRAME);
        assertTrue(
                apart(after, filmed, ReviewClip.second(FRAME)) < apart(before, filmed, ReviewClip.second(FRAME)) / 2);
        assertTrue(apart(after, filmed, ReviewClip.first(FRAME)) > apart(before, filmed, ReviewClip.first(FRAME)) / 2);
        assertTrue(Files.exists(folder.resolve("lifted.mp4" + OutputNames.CERTIFICATE_ENDING)));
    }

    @Test
    void everyLiftIsALineOfTheBook() throws IOException {
        assertEquals(0, lift("b", "lifted.mp4").exit());
        assertEquals(0, lift("b", "again.mp4").exit());
        String book = Files.readString(folder.resolve("masked.seal" + LiftLog.ENDING));
        assertEquals(2, book.lines().count());
        assertTrue(book.contains("김하늘"), book);
        JsonLines.requireSchema(book, "lift-log-1.schema.json");
    }

    @Test
    void oneHolderAndAStrangerLiftNothingAndWriteNothing() {
        Outcome refused = lift("c", "lifted.mp4");
        assertEquals(1, refused.exit(), refused::toString);
        assertEquals(1, refused.err().lines().count(), refused::toString);
        assertFalse(Files.exists(folder.resolve("lifted.mp4")));
        assertFalse(Files.exists(folder.resolve("masked.seal" + LiftLog.ENDING)));
    }

    /** Mean difference of the luma of two frames in a box. */
    private static double apart(Frame one, Frame other, Box box) {
        double sum = 0;
        int count = 0;
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                sum += Math.abs(one.luma().at(x, y) - other.luma().at(x, y));
                count++;
            }
        }
        return sum / count;
    }
}
