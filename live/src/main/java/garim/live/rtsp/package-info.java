/**
 * Serves masked streams to RTSP players (RFC 2326, as they all still speak it) over the control connection or UDP.
 *
 * <p>{@link garim.live.rtsp.RtspServer} listens, {@link garim.live.rtsp.RtspStream} is the sink of one camera. Every
 * connection has a thread that reads and one that writes; nobody waits for a viewer.
 */
@NullMarked
package garim.live.rtsp;

import org.jspecify.annotations.NullMarked;
