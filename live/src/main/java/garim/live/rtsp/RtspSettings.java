package garim.live.rtsp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server of streams behaves.
 *
 * @param listen address and port; port 0 takes any that is free
 * @param login what viewers must know; empty lets everybody in
 * @param patience how long a viewer over UDP, or one who does not play, may be silent
 * @param mostViewers connections at the same time
 * @param mostWaiting bytes that may wait for a viewer; who is slower than that is dropped
 */
public record RtspSettings(
        InetSocketAddress listen, Optional<Login> login, Duration patience, int mostViewers, int mostWaiting) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
    private static final int USUAL_VIEWERS = 64;
    private static final int USUAL_WAITING = 4 << 20;

    public RtspSettings {
        if (patience.isNegative() || patience.isZero() || mostViewers < 1 || mostWaiting < 1) {
            throw new IllegalArgumentException("patience, viewers and bytes must be more than nothing");
        }
    }

    /** The usual behavior: a minute of patience, 64 viewers, 4 MB. */
    public static RtspSettings usual(InetSocketAddress listen, Optional<Login> login) {
        return new RtspSettings(listen, login, USUAL_PATIENCE, USUAL_VIEWERS, USUAL_WAITING);
    }
}
