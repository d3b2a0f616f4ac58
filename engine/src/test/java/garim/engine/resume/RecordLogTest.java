package garim.engine.resume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written before a kill is read after it, whole records only, and writing goes on behind them. */
final class RecordLogTest {
    private static final byte[] JOB = "this job".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_JOB = "another one".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void namesTheFile() {
        file = folder.resolve("log");
    }

    private void write(String... records) {
        try (RecordLog log = RecordLog.open(file, JOB)) {
            while (log.next().isPresent()) {
                // to the end
            }
            for (String record : records) {
                log.append(record.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<String> readAll(byte[] job) {
        List<String> all = new ArrayList<>();
        try (RecordLog log = RecordLog.open(file, job)) {
            for (Optional<byte[]> next = log.next(); next.isPresent(); next = log.next()) {
                all.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    @Test
    void givesWhatEarlierRunsWroteInOrder() {
        write("a", "bb");
        write("", "dddd");
        assertEquals(List.of("a", "bb", "", "dddd"), readAll(JOB));
    }

    @Test
    void isEmptyForAnotherJob() {
        write("a", "bb");
        assertEquals(List.of(), readAll(OTHER_JOB));
        assertEquals(List.of(), readAll(JOB));
    }

    @Test
    void givesWholeRecordsOnlyWhereverTheFileWasCut() throws IOException {
        List<String> records = List.of("first", "the second record", "3");
        write(records.toArray(String[]::new));
        byte[] whole = Files.readAllBytes(file);
        int last = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            List<String> left = readAll(JOB);
            assertEquals(records.subList(0, left.size()), left);
            assertTrue(left.size() >= last, "a longer file holds no less");
            last = left.size();
        }
        assertEquals(records.size(), last);
    }

    @Test
    void goesOnBehindTheLastWholeRecord() throws IOException {
        write("first", "second");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        write("third");
        assertEquals(List.of("first", "third"), readAll(JOB));
    }

    @Test
    void endsAtARecordThatIsNotWantedAndDropsWhatFollows() {
        write("keep", "doubt", "later");
        try (RecordLog log = RecordLog.open(file, JOB)) {
            assertTrue(log.next().isPresent());
            assertTrue(log.next(record -> false).isEmpty());
            assertTrue(log.next().isEmpty());
            log.append("new".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("keep", "new"), readAll(JOB));
    }

    @Test
    void takesNoFlippedBitForARecord() throws IOException {
        write("first", "second", "third");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int attempt = 0; attempt < 200; attempt++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            List<String> left = readAll(JOB);
            assertEquals(List.of("first", "second", "third").subList(0, left.size()), left);
            assertTrue(left.size() < 3);
        }
    }

    @Test
    void keepsLongRecords() {
        byte[] record = new byte[300_000];
        new Random(3).nextBytes(record);
        try (RecordLog log = RecordLog.open(file, JOB)) {
            log.append(record);
        }
        try (RecordLog log = RecordLog.open(file, JOB)) {
            assertArrayEquals(record, log.next().orElseThrow());
        }
    }
}
