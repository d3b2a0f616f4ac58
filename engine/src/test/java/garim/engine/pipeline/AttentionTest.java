package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.pipeline.Attention.Focus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private final Attention attention = Attention.thorough();
    private double seconds;

    @Test
    void looksAtEverythingFirstAndThenOnlyWhereSomethingChanged() {
        assertTrue(look().isWhole());
        assertEquals(new Focus(false, true, List.of()), look());
        Box newcomer = new Box(300, 100, 20, 20);
        Focus focus = look(newcomer);
        assertFalse(focus.isWhole());
        assertEquals(1, focus.regions().size());
        Box region = focus.regions().getFirst();
        assertTrue(region.x() < 290 && region.y() < 90 && region.right() > 330 && region.bottom() > 130);
        assertTrue(region.area() < 0.05 * WIDTH * HEIGHT, () -> "" + region);
    }

    @Test
    void looksAtEverythingAgainAfterTwoSeconds() {
        look();
        assertTrue(attention.focus(frame(List.of()), seconds + 2, false).isWhole());
    }

    @Test
    void looksThoroughlyAtAllThatItOnlyGlancedAt() {
        Attention glancing = Attention.mostlyGlancing(1);
        Box first = new Box(300, 100, 20, 20);
        Box second = new Box(100, 200, 20, 20);
        assertTrue(glancing.focus(frame(List.of()), 0, false).isThorough());
        List<Focus> looks = new ArrayList<>();
        for (List<Box> changed : List.of(List.of(first), List.of(first, second), List.of(first, second))) {
            looks.add(glancing.focus(frame(changed), 0.1 * (1 + looks.size()), false));
        }
        assertTrue(looks.stream().noneMatch(Focus::isThorough));
        assertTrue(looks.getLast().regions().isEmpty());
        Focus thorough = glancing.focus(frame(List.of(first, second)), 0.4, false);
        assertTrue(thorough.isThorough());
        for (Box changed : List.of(first, second)) {
            assertTrue(
                    thorough.regions().stream()
                            .anyMatch(region -> region.intersect(changed).equals(changed)),
                    thorough::toString);
        }
    }

    @Test
    void leavesWhatItLookedAtThoroughly() {
        Attention glancing = Attention.mostlyGlancing(1);
        Box newcomer = new Box(300, 100, 20, 20);
        glancing.focus(frame(List.of()), 0, false);
        List<Focus> looks = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            looks.add(glancing.focus(frame(List.of(newcomer)), 0.1 * i, false));
        }
        assertEquals(
                List.of(1, 0, 0, 1, 0, 0, 0, 0),
                looks.stream().map(look -> look.regions().size()).toList());
    }

    @Test
    void looksAtEverythingOfANewScene() {
        look();
        assertTrue(attention.focus(frame(List.of()), 0.2, true).isWhole());
    }

    @Test
    void looksAtEverythingWhereMostOfItChanged() {
        look();
        // Two textures that have no common light to be taken off.
        assertTrue(look(new Box(0, 0, 640, 150), new Box(0, 160, 640, 140)).isWhole());
    }

    @RepeatedTest(30)
    void regionsHoldEveryChangeAndDoNotOverlap(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        look();
        List<Box> changes = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            changes.add(
                    new Box(random.nextInt(600), random.nextInt(340), 6 + random.nextInt(20), 6 + random.nextInt(9)));
        }
        Focus focus = look(changes.toArray(Box[]::new));
        for (Box change : changes) {
            Box visible = change.clamp(WIDTH, HEIGHT);
            assertTrue(
                    focus.regions().stream().anyMatch(r -> r.intersect(visible).area() >= visible.area() - 1e-9),
                    () -> change + " is not in " + focus);
        }
        for (Box a : focus.regions()) {
            assertTrue(
                    focus.regions().stream()
                            .allMatch(b -> a.equals(b) || a.intersect(b).isEmpty()),
                    focus::toString);
        }
    }

    private Focus look(Box... changed) {
        seconds += 0.1;
        return attention.focus(frame(List.of(changed)), seconds, false);
    }

    private static Frame frame(List<Box> changed) {
        Frame frame = Frame.allocate(WIDTH, HEIGHT, 0, 0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int luma = 60 + (x / 8 + y / 8) % 3 * 20;
                for (Box box : changed) {
                    boolean inside = x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
                    luma = inside ? 150 + (x + y) % 7 * 15 : luma;
                }
                frame.luma().put(x, y, luma);
            }
        }
        return frame;
    }
}
