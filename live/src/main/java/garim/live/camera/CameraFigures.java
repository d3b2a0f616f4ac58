package garim.live.camera;

import garim.engine.pipeline.LiveShedding;
import garim.engine.pipeline.LiveVerdict;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of one camera at one moment.
 *
 * @param name of the camera
 * @param state how it is
 * @param why everything was masked in the latest frame; empty when it was not
 * @param shedding what it does without
 * @param width pixels of its latest picture, 0 before the first one
 * @param height pixels
 * @param framesIn frames that it gave
 * @param framesMasked frames that came out masked, those masked whole included
 * @param framesWhole frames that came out masked whole
 * @param framesDropped frames that never came out
 * @param framesRaw frames that came out unmasked; there is no way to get one, so it is 0
 * @param reconnects how often it came back
 * @param looks glances of detectors that were answered
 * @param thoroughLooks thorough looks, made in spare time, that were answered
 * @param looksFailed those of both that failed
 * @param looksPerSecond glances answered in the last second
 * @param lookMillis how long the latest glance took, with the wait for its turn
 * @param latencyP50Millis of the latest frames, half came out at most so long after the camera gave them
 * @param latencyP95Millis the same for 95 of 100
 */
public record CameraFigures(
        String name,
        CameraState state,
        Optional<LiveVerdict.Reason> why,
        LiveShedding shedding,
        int width,
        int height,
        long framesIn,
        long framesMasked,
        long framesWhole,
        long framesDropped,
        long framesRaw,
        long reconnects,
        long looks,
        long thoroughLooks,
        long looksFailed,
        double looksPerSecond,
        double lookMillis,
        double latencyP50Millis,
        double latencyP95Millis) {
    public CameraFigures {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(why);
        Objects.requireNonNull(shedding);
    }
}
