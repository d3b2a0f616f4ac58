package garim.cli.evaluate;

/**
 * An alarm score counts masks of one kind where nothing needed one, in frames whose targets are completely annotated.
 *
 * <p>A mask is false when it touches no target of the scored kind, those to be ignored included, grown by {@link
 * Evaluator#ALARM_GROWTH} of its size on every side.
 *
 * @param frames annotated frames that were looked at; 0 when the clip is not complete
 * @param masks masks in them
 * @param falseMasks those that are false
 * @param emptyFrames frames without any target of the scored kind
 * @param emptyFramesMasked those with at least one mask
 */
public record AlarmScore(int frames, int masks, int falseMasks, int emptyFrames, int emptyFramesMasked) {
    /** Nothing was looked at. */
    public static final AlarmScore NONE = new AlarmScore(0, 0, 0, 0, 0);

    /** Both together. */
    public AlarmScore plus(AlarmScore other) {
        return new AlarmScore(
                frames + other.frames,
                masks + other.masks,
                falseMasks + other.falseMasks,
                emptyFrames + other.emptyFrames,
                emptyFramesMasked + other.emptyFramesMasked);
    }

    /** False masks per frame. */
    public Ratio perFrame() {
        return new Ratio(falseMasks, frames);
    }

    /** Empty frames with a mask of all empty frames. */
    public Ratio emptyMasked() {
        return new Ratio(emptyFramesMasked, emptyFrames);
    }
}
