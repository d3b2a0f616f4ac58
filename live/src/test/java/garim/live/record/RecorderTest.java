package garim.live.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.media.CodedPacket;
import garim.live.Clip;
import garim.live.LiveException;
import garim.live.Programs;
import garim.live.store.Disk;
import garim.live.store.HandClock;
import garim.live.store.SegmentCycle;
import garim.live.store.SmallDisk;
import garim.live.store.StoreEvent;
import garim.live.store.StoreEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration PICTURE = Duration.ofMillis(100);

    @TempDir
    static Path clips;

    private static Clip clip = new Clip(Clip.nothing(), List.of(), Path.of(""));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(BEGIN);
    private final List<StoreEvent> events = new ArrayList<>();
    private int n;

    @BeforeAll
    static void makesAClip() {
        clip = Clip.make(clips, "160x120", 2);
    }

    private RecordSettings settings(Optional<Duration> keepFor, OptionalLong keepBytes) {
        return new RecordSettings(folder, "gate", Duration.ofSeconds(2), keepFor, keepBytes, 0);
    }

    private SegmentCycle work(Disk disk) throws IOException {
        return work(disk, Optional.empty(), OptionalLong.empty());
    }

    private SegmentCycle work(Disk disk, Optional<Duration> keepFor, OptionalLong keepBytes) throws IOException {
        return new RecordFolder(settings(keepFor, keepBytes), disk, clock.steady(), events::add).cycle();
    }

    /** Lets so many pictures pass. */
    private void feed(SegmentCycle work, int pictures) {
        for (int i = 0; i < pictures; i++) {
            CodedPacket packet = clip.endless(n++);
            work.packet(packet, clock.instant());
            clock.pass(PICTURE);
        }
    }

    private List<Kind> kinds() {
        return events.stream().map(StoreEvent::kind).toList();
    }

    private List<String> recorded() {
        return Recorder.list(folder).stream()
                .flatMap(segment -> Programs.pictures(folder.resolve(segment.file())).stream())
                .toList();
    }

    private static List<String> sent(int pictures) {
        List<String> all = Programs.pictures(clip.file());
        return Stream.iterate(0, i -> i + 1)
                .limit(pictures)
                .map(i -> all.get(i % all.size()))
                .toList();
    }

    @Test
    void segmentsHoldEveryPictureOnceAndPlayFromTheirBeginning() throws IOException {
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 50);
        work.end();
        List<Segment> segments = Recorder.list(folder);
        assertEquals(3, segments.size());
        assertEquals("2026-03-01/20260301T080000.000Z.mp4", segments.getFirst().file());
        assertEquals(BEGIN.plusSeconds(2), segments.get(1).begin());
        assertEquals(BEGIN.plusSeconds(5), segments.get(2).end());
        assertEquals(sent(50), recorded());
        List<Double> seconds = Programs.seconds(folder.resolve(segments.get(1).file()));
        assertEquals(0, seconds.getFirst());
        assertEquals(1.9, seconds.getLast(), 0.001);
    }

    @Test
    void aSegmentPlaysWhileItIsWritten() throws IOException {
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 4);
        assertFalse(Files.exists(folder.resolve("2026-03-01/20260301T080000.000Z.mp4")), "no file of nothing");
        feed(work, 14);
        assertEquals(sent(15), recorded());
        assertEquals(15, Recorder.list(folder).getFirst().pictures());
    }

    @Test
    void whatIsOnTheDiskAfterAKillAtAnyBytePlaysAndTheIndexIsRight() throws IOException {
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 20);
        work.end();
        Path file = folder.resolve(Recorder.list(folder).getFirst().file());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 8; i++) {
            int cut = random.nextInt(whole.length);
            Files.createDirectories(file.getParent());
            Files.write(file, Arrays.copyOf(whole, cut));
            List<Segment> seen = Recorder.list(folder);
            work(Disk.local());
            assertEquals(seen, Recorder.list(folder), "cut at " + cut);
            assertEquals(sent(seen.stream().mapToInt(Segment::pictures).sum()), recorded(), "cut at " + cut);
            assertEquals(!seen.isEmpty(), Files.exists(file), "no file without a picture");
        }
        assertTrue(kinds().contains(Kind.SEGMENT_REPAIRED));
    }

    @Test
    void theIndexIsMadeAnewOutOfTheFiles() throws IOException {
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 50);
        work.end();
        List<Segment> before = Recorder.list(folder);
        Files.writeString(folder.resolve("index.jsonl"), "{\"file\":\"2026-03-01/gone.mp4\"}\nnoise\n{\"fi");
        work(Disk.local());
        assertEquals(before, Recorder.list(folder));
        assertEquals(3, Files.readAllLines(folder.resolve("index.jsonl")).size());
    }

    @Test
    void segmentsAreDeletedWhenTheyAreOldEnough() throws IOException {
        SegmentCycle work = work(Disk.local(), Optional.of(Duration.ofSeconds(5)), OptionalLong.empty());
        work.begin(clip.stream());
        feed(work, 120);
        work.end();
        Instant oldest = Recorder.list(folder).getFirst().end();
        assertFalse(oldest.isBefore(clock.instant().minusSeconds(5)));
        assertTrue(Recorder.list(folder).size() >= 3);
        assertTrue(kinds().contains(Kind.EXPIRED));
    }

    @Test
    void theOldestAreDeletedWhenAllAreTooMuch() throws IOException {
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 20);
        work.end();
        long one = Recorder.list(folder).getFirst().bytes();
        SegmentCycle bounded = work(Disk.local(), Optional.empty(), OptionalLong.of(one * 5 / 2));
        bounded.begin(clip.stream());
        feed(bounded, 100);
        bounded.end();
        List<Segment> left = Recorder.list(folder);
        assertEquals(2, left.size());
        assertEquals(BEGIN.plusSeconds(12), left.getLast().end());
    }

    @Test
    void aClockThatJumpsAYearAheadDeletesNothingUntilItWasRightForAnHour() throws IOException {
        SegmentCycle work = work(Disk.local(), Optional.of(Duration.ofDays(30)), OptionalLong.empty());
        work.begin(clip.stream());
        feed(work, 40);
        clock.set(clock.instant().plus(Duration.ofDays(365)));
        feed(work, 80);
        assertTrue(Recorder.list(folder).getFirst().begin().equals(BEGIN));
        assertEquals(1, kinds().stream().filter(Kind.EXPIRY_DELAYED::equals).count());
        clock.pass(Duration.ofHours(2));
        feed(work, 40);
        work.end();
        assertTrue(Recorder.list(folder).getFirst().begin().isAfter(BEGIN.plus(Duration.ofDays(365))));
    }

    @Test
    void aClockThatIsSetBeginsANewSegmentAndOverwritesNothing() throws IOException {
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 35);
        clock.set(BEGIN);
        feed(work, 25);
        work.end();
        List<Segment> segments = Recorder.list(folder);
        assertEquals(60, recorded().size());
        assertEquals(4, segments.size());
        assertTrue(Files.exists(folder.resolve("2026-03-01/20260301T080000.000Z-2.mp4")));
        assertTrue(kinds().contains(Kind.CLOCK_JUMPED));
    }

    @Test
    void aFullDiskIsToldOnceAndLeavesNothingHalfWritten() throws IOException {
        SmallDisk disk = new SmallDisk(40_000);
        SegmentCycle work = work(disk);
        work.begin(clip.stream());
        feed(work, 200);
        assertEquals(1, kinds().stream().filter(Kind.DISK_FULL::equals).count());
        for (Segment segment : Recorder.list(folder)) {
            Path file = folder.resolve(segment.file());
            assertEquals(segment.bytes(), Files.size(file));
            assertEquals(segment.pictures(), Programs.pictures(file).size());
        }
        assertTrue(Recorder.list(folder).stream().allMatch(segment -> segment.pictures() > 0));
        disk.setRoom(10_000_000);
        feed(work, 200);
        work.end();
        assertEquals(List.of(Kind.DISK_FULL, Kind.DISK_BACK), kinds());
        assertEquals(clock.instant(), Recorder.list(folder).getLast().end());
    }

    @Test
    void aStreamThatChangedBeginsANewSegment() throws IOException {
        Clip larger = Clip.make(clips, "320x240", 1);
        SegmentCycle work = work(Disk.local());
        work.begin(clip.stream());
        feed(work, 8);
        work.end();
        work.begin(larger.stream());
        larger.packets().forEach(packet -> work.packet(packet, clock.instant()));
        work.end();
        assertEquals(18, recorded().size());
        assertEquals(2, Recorder.list(folder).size());
    }

    @Test
    void theRecorderWritesWhatItIsGivenAndLetsNobodyElseWriteThere() throws IOException {
        RecordSettings settings = settings(Optional.empty(), OptionalLong.empty());
        try (Recorder recorder = Recorder.open(settings, clock.steady(), events::add)) {
            assertThrows(LiveException.class, () -> Recorder.open(settings, clock.steady(), events::add));
            recorder.begin(clip.stream());
            for (int i = 0; i < 20; i++) {
                recorder.packet(clip.endless(i), Clip.taken(BEGIN, i));
            }
            recorder.end();
        }
        assertEquals(sent(20), recorded());
        assertEquals(List.of(), events);
    }
}
