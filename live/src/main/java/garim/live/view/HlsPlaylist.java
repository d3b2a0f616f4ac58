package garim.live.view;

import java.util.List;
import java.util.Locale;

/** Writes the playlist of a stream that goes on, as HTTP Live Streaming has it (RFC 8216, version 7). */
final class HlsPlaylist {
    /** Seconds that no segment is longer than, unless a camera paused in it. */
    private static final int USUAL_TARGET = 3;

    private HlsPlaylist() {}

    /**
     * The playlist.
     *
     * @param run tells the files of this run of the program from those of others
     * @param segments at least one, in order
     * @param cutsBefore how often one stream was followed by another before these
     */
    static String of(String run, List<HlsSegment> segments, int cutsBefore) {
        HlsSegment first = segments.getFirst();
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.append("#EXT-X-TARGETDURATION:").append(target(segments)).append('\n');
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(first.number()).append('\n');
        text.append("#EXT-X-DISCONTINUITY-SEQUENCE:").append(cutsBefore).append('\n');
        int head = -1;
        for (HlsSegment segment : segments) {
            if (segment.head() != head) {
                text.append(head < 0 ? "" : "#EXT-X-DISCONTINUITY\n");
                head = segment.head();
                text.append("#EXT-X-MAP:URI=\"head-" + run + "-" + head + ".mp4\"\n");
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.3f,", segment.seconds()))
                    .append('\n');
            text.append("part-" + run + "-" + segment.number() + ".m4s\n");
        }
        return text.toString();
    }

    private static long target(List<HlsSegment> segments) {
        return segments.stream()
                .mapToLong(segment -> Math.round(segment.seconds()))
                .reduce(USUAL_TARGET, Math::max);
    }
}
