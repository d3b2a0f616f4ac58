package garim.live.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The index of a recording: {@code index.jsonl}, one segment a line, oldest first. It saves a look into every file; the files
 * are the truth, and what is missing in it is read out of them.
 */
final class RecordingIndex {
    static final String NAME = "index.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<Segment> segments = new ArrayList<>();
    private int repaired;

    private RecordingIndex(Path folder) {
        this.folder = folder;
    }

    /** Reads the index without changing anything; segments that are still being written are told as far as they are whole. */
    static List<Segment> look(Path folder) throws IOException {
        RecordingIndex index = new RecordingIndex(folder);
        index.gather(false);
        return List.copyOf(index.segments);
    }

    /** Brings files and index in order: cuts off half fragments, deletes files that hold no picture. Only for who records. */
    static RecordingIndex restore(Path folder) throws IOException {
        RecordingIndex index = new RecordingIndex(folder);
        index.gather(true);
        index.write();
        return index;
    }

    private void gather(boolean repair) throws IOException {
        Map<String, Segment> known = known();
        for (Path file : files()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            Segment listed = known.get(name);
            if (listed != null && listed.bytes() == Files.size(file)) {
                segments.add(listed);
            } else {
                scanned(file, name, repair).ifPresent(segments::add);
            }
        }
        segments.sort(Comparator.comparing(Segment::begin).thenComparing(Segment::file));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(file -> SegmentNames.begin(file).isPresent())
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private Optional<Segment> scanned(Path file, String name, boolean repair) throws IOException {
        Mp4Scan scan = Mp4Scan.of(file);
        if (repair && scan.whole() < Files.size(file)) {
            repaired++;
            cut(file, scan.whole());
        }
        if (scan.pictures() == 0) {
            return Optional.empty();
        }
        Instant begin = SegmentNames.begin(file).orElseThrow();
        return Optional.of(new Segment(name, begin, begin.plus(scan.length()), scan.pictures(), scan.whole()));
    }

    private static void cut(Path file, long whole) throws IOException {
        if (whole == 0) {
            Files.delete(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
            channel.force(true);
        }
    }

    private Map<String, Segment> known() throws IOException {
        Map<String, Segment> known = new HashMap<>();
        Path file = folder.resolve(NAME);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                parse(line).ifPresent(segment -> known.put(segment.file(), segment));
            }
        }
        return known;
    }

    /** A line; empty when it was cut or is none. */
    private static Optional<Segment> parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return Optional.of(new Segment(
                    node.path("file").asText(),
                    Instant.parse(node.path("begin").asText()),
                    Instant.parse(node.path("end").asText()),
                    node.path("pictures").asInt(),
                    node.path("bytes").asLong()));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String line(Segment segment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", segment.file());
        facts.put("begin", segment.begin().toString());
        facts.put("end", segment.end().toString());
        facts.put("pictures", segment.pictures());
        facts.put("bytes", segment.bytes());
        try {
            return JSON.writeValueAsString(facts) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append(line(segment)));
        WholeFile.write(folder.resolve(NAME), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a segment that has ended. */
    void add(Segment segment) throws IOException {
        segments.add(segment);
        Files.writeString(folder.resolve(NAME), line(segment), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Deletes a segment and its line. */
    void delete(Segment segment) throws IOException {
        Path file = folder.resolve(segment.file());
        Files.deleteIfExists(file);
        segments.remove(segment);
        deleteIfEmpty(file.resolveSibling("").normalize());
        write();
    }

    private void deleteIfEmpty(Path day) throws IOException {
        boolean empty;
        try (Stream<Path> inside = Files.list(day)) {
            empty = inside.findAny().isEmpty();
        }
        if (empty && !day.equals(folder)) {
            Files.delete(day);
        }
    }

    /** All segments that have ended, oldest first. */
    List<Segment> segments() {
        return List.copyOf(segments);
    }

    /** Files that had to be cut. */
    int repaired() {
        return repaired;
    }
}
