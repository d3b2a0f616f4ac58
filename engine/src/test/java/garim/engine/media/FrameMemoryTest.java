package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import garim.engine.frame.Frame;
import org.junit.jupiter.api.Test;

class FrameMemoryTest {
    private final FrameMemory memory = new FrameMemory();

    private Frame lend(int width) {
        return memory.ofSize(width, 48).lend();
    }

    private static int address(Frame frame) {
        return System.identityHashCode(frame.luma().bytes());
    }

    @Test
    void aFrameOfAConnectionThatIsGoneServesTheNextOne() {
        Frame first = lend(64);
        memory.giveBack(first);
        assertEquals(address(first), address(lend(64)));
    }

    @Test
    void aFrameOfAnotherSizeIsLeftAlone() {
        Frame first = lend(64);
        memory.ofSize(96, 48);
        memory.giveBack(first);
        assertNotEquals(address(first), address(lend(64)));
    }
}
