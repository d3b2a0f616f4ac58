package garim.engine.mask;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * A masked part is what the masks of exactly the same tracks lie over, in blocks of two by two pixels.
 *
 * @param tracks their numbers, rising
 * @param x left edge of its bounds in blocks
 * @param y top edge in blocks
 * @param width of its bounds in blocks
 * @param height of its bounds in blocks
 * @param blocks those in it, row by row within its bounds
 */
public record MaskedPart(List<Integer> tracks, int x, int y, int width, int height, BitSet blocks) {
    public MaskedPart {
        tracks = List.copyOf(tracks);
        blocks = (BitSet) Objects.requireNonNull(blocks).clone();
    }

    /** A copy of the blocks. */
    @Override
    public BitSet blocks() {
        return (BitSet) blocks.clone();
    }
}
