package garim.engine.track;

import garim.engine.frame.Detection;
import java.util.List;

/**
 * What was seen in one frame that detectors looked at.
 *
 * @param frame 0-based frame index
 * @param detections boxes in unrotated pixels; may be empty
 */
public record FrameDetections(int frame, List<Detection> detections) {
    public FrameDetections {
        detections = List.copyOf(detections);
    }
}
