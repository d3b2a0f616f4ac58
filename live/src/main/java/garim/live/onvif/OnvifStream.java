package garim.live.onvif;

import java.net.URI;

/**
 * A stream that a camera offers.
 *
 * @param profile what the camera calls it
 * @param codec as the camera spells it, for example {@code H264}; may be empty
 * @param width pixels; 0 where it is not told
 * @param height pixels; 0 where it is not told
 * @param address of RTSP, without any login in it
 */
public record OnvifStream(String profile, String codec, int width, int height, URI address) {}
