package garim.engine.mask;

import garim.engine.frame.TargetKind;

/**
 * Mask strength says how many mosaic cells a target gets, and for how long their colours stand still.
 *
 * <p>{@value #CELLS} cells lie over the short side of a target, fewer where a cell would be under {@value #MIN_CELL_PX}
 * pixels, and one where there is no room for two. Two cells over a face of 0.16 m are 13 px/m, less than the 25 px/m at
 * which IEC 62676-4 speaks of detecting somebody; of three a recogniser still made a little more than chance does; no mask may leave more than {@value #MAX_CELLS}. Writing and areas drawn by hand, of which nobody knows what they
 * hold, get one colour: six cells over the height of a letter can be read.
 */
public final class MaskStrength {
    /** Most cells over the short side of a target that any mask may leave. */
    public static final int MAX_CELLS = 6;

    /** Cells over the short side of a target that has room for them. */
    public static final int CELLS = 2;

    /** Smallest side of a cell in luma pixels. */
    public static final int MIN_CELL_PX = 8;

    /** Frames for which a target keeps its colours, so that the frames of a clip cannot be added up to a sharper one. */
    public static final int HOLD_FRAMES = 25;

    /** Odd, so that the masks of a picture do not all change at once. */
    private static final int STAGGER = 7;

    private MaskStrength() {}

    /**
     * Cells over the short side of a target, 1 to {@value #CELLS}.
     *
     * @param kind what it is
     * @param shortSide of the target without its margin, in luma pixels
     */
    public static int cells(TargetKind kind, double shortSide) {
        return switch (kind) {
            case PLATE, TEXT, LOGO, ZONE -> 1;
            case FACE, HEAD, PERSON, MOTION -> Math.clamp((long) (shortSide / MIN_CELL_PX), 1, CELLS);
        };
    }

    /** The number of the stretch of {@value #HOLD_FRAMES} frames, in which a track keeps its colours, that a frame is in. */
    static int stretch(int track, int frame) {
        return Math.floorDiv(frame + Math.floorMod(STAGGER * track, HOLD_FRAMES), HOLD_FRAMES);
    }
}
