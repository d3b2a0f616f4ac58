package garim.engine.proof;

import garim.engine.frame.WholeReason;

/**
 * What was measured of a run of frames that is masked whole.
 *
 * @param firstFrame first frame
 * @param lastFrame last frame, inclusive
 * @param reason why it is masked whole
 * @param framesExposed frames of it that show what the input shows
 */
public record WholeFigures(int firstFrame, int lastFrame, WholeReason reason, int framesExposed) {
    public WholeFigures {
        if (firstFrame < 0 || lastFrame < firstFrame) {
            throw new IllegalArgumentException("bad run " + firstFrame + "-" + lastFrame);
        }
    }
}
