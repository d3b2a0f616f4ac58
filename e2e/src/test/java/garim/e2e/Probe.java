package garim.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What ffprobe finds in the first video stream of a file, every frame decoded.
 *
 * @param codec name of the codec
 * @param fullRange true when samples use 0-255
 * @param rotation turn of the display matrix, degrees as ffprobe gives them
 * @param times presentation times of the decoded frames
 * @param soundStreams number of audio streams
 */
record Probe(String codec, boolean fullRange, int rotation, List<Time> times, int soundStreams) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An exact point in time.
     *
     * @param ticks number of ticks
     * @param base length of a tick as a fraction of a second
     */
    record Time(long ticks, String base) {
        /** True when the other is the same moment, not only a near one. */
        boolean isSame(Time other) {
            return ticks * numerator() * other.denominator() == other.ticks * other.numerator() * denominator();
        }

        private long numerator() {
            return Long.parseLong(base.substring(0, base.indexOf('/')));
        }

        private long denominator() {
            return Long.parseLong(base.substring(base.indexOf('/') + 1));
        }
    }

    static Probe of(Path file) {
        return of(file, 0);
    }

    /** As the other, of the n-th video stream of a file that has several. */
    static Probe of(Path file, int number) {
        JsonNode streams = parse(Ffmpeg.probe(file, "-show_streams")).path("streams");
        JsonNode video = all(streams)
                .filter(s -> s.path("codec_type").asText().equals("video"))
                .skip(number)
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no video"));
        JsonNode frames = parse(Ffmpeg.probe(
                        file,
                        "-threads 1 -select_streams v:" + number
                                + " -show_frames -show_entries frame=best_effort_timestamp"))
                .path("frames");
        List<Time> times = new ArrayList<>();
        for (JsonNode frame : frames) {
            times.add(new Time(
                    frame.path("best_effort_timestamp").asLong(),
                    video.path("time_base").asText()));
        }
        boolean full = video.path("color_range").asText().equals("pc")
                || video.path("pix_fmt").asText().startsWith("yuvj");
        return new Probe(
                video.path("codec_name").asText(), full, rotation(video), List.copyOf(times), (int) all(streams)
                        .filter(s -> s.path("codec_type").asText().equals("audio"))
                        .count());
    }

    /** True when the index of an MP4 file comes before its data, so that it plays while it loads. */
    static boolean hasIndexFirst(Path mp4) {
        return Stream.of("moov", "mdat").allMatch(topLevelBoxes(mp4)::contains)
                && topLevelBoxes(mp4).indexOf("moov") < topLevelBoxes(mp4).indexOf("mdat");
    }

    private static List<String> topLevelBoxes(Path mp4) {
        List<String> names = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(mp4.toFile(), "r")) {
            long at = 0;
            while (at < file.length()) {
                file.seek(at);
                long size = Integer.toUnsignedLong(file.readInt());
                byte[] name = new byte[4];
                file.readFully(name);
                names.add(new String(name, StandardCharsets.US_ASCII));
                at += size == 1 ? file.readLong() : Math.max(8, size);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return names;
    }

    private static int rotation(JsonNode video) {
        Optional<JsonNode> matrix = all(video.path("side_data_list"))
                .filter(data -> data.has("rotation"))
                .findFirst();
        return matrix.map(data -> data.path("rotation").asInt()).orElse(0);
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
