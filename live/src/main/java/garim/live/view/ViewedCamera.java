package garim.live.view;

import garim.live.LiveClock;
import garim.live.MaskedSink;
import java.util.List;
import java.util.Objects;

/**
 * A camera that can be watched in two ways.
 *
 * @param hub sends every picture at once, for the page
 * @param hls keeps the latest seconds as files, for many viewers
 */
public record ViewedCamera(ViewHub hub, HlsStream hls) {
    public ViewedCamera {
        Objects.requireNonNull(hub);
        Objects.requireNonNull(hls);
    }

    /** A camera that nobody watches yet. */
    public static ViewedCamera of(String name, LiveClock clock) {
        return new ViewedCamera(new ViewHub(name), new HlsStream(name, clock));
    }

    /** What takes the pictures of the camera. */
    public List<MaskedSink> sinks() {
        return List.of(hub, hls);
    }
}
