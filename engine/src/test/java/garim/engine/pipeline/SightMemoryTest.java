package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.Attention.Focus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightMemoryTest {
    private static final Focus WHOLE = Focus.whole(new Box(0, 0, 200, 100));
    private static final Focus LEFT = new Focus(false, true, List.of(new Box(0, 0, 100, 100)));
    private static final Focus NOTHING = new Focus(false, true, List.of());
    private static final Detection ON_THE_LEFT = face(20);
    private static final Detection ON_THE_RIGHT = face(150);
    private static final Detection ACROSS = face(90);

    private final SightMemory memory = new SightMemory();

    @Test
    void keepsWhatWasSeenWhereNothingChanged() {
        memory.complete(WHOLE, List.of(ON_THE_LEFT, ON_THE_RIGHT));
        assertEquals(List.of(ON_THE_LEFT, ON_THE_RIGHT), seen(NOTHING));
        assertEquals(List.of(ON_THE_RIGHT), seen(LEFT));
        assertEquals(List.of(ON_THE_LEFT, ON_THE_RIGHT), seen(LEFT, ON_THE_LEFT));
    }

    @Test
    void keepsWhatTheEdgeOfARegionCuts() {
        memory.complete(WHOLE, List.of(ACROSS));
        assertEquals(List.of(ACROSS), seen(LEFT));
    }

    @Test
    void takesTheNewSightOfTheSameTarget() {
        memory.complete(WHOLE, List.of(ACROSS));
        Detection moved = face(86);
        assertEquals(List.of(moved), seen(LEFT, moved));
    }

    @Test
    void knowsNothingUntilTheWholePictureWasLookedAt() {
        assertEquals(Optional.empty(), memory.complete(LEFT, List.of(ON_THE_LEFT)));
        memory.complete(WHOLE, List.of(ON_THE_RIGHT));
        memory.forget();
        assertEquals(Optional.empty(), memory.complete(NOTHING, List.of()));
        assertEquals(Optional.of(List.of(ON_THE_LEFT)), memory.complete(WHOLE, List.of(ON_THE_LEFT)));
    }

    private List<Detection> seen(Focus focus, Detection... now) {
        SightMemory same = new SightMemory();
        same.complete(WHOLE, memory.complete(NOTHING, List.of()).orElseThrow());
        return same.complete(focus, List.of(now)).orElseThrow();
    }

    private static Detection face(int x) {
        return new Detection(TargetKind.FACE, new Box(x, 40, 20, 20), 0.9, "test");
    }
}
