package garim.live.view;

/**
 * A segment is a few seconds of masked pictures that begin with a key picture.
 *
 * @param number rises by one from segment to segment
 * @param head number of the stream that it belongs to; its head comes before it
 * @param seconds how long it is shown
 * @param bytes one fragment of MP4
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record HlsSegment(long number, int head, double seconds, byte[] bytes) {}
