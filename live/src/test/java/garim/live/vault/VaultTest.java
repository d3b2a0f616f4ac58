package garim.live.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.media.CodedPacket;
import garim.engine.seal.HolderKeys;
import garim.live.Clip;
import garim.live.LiveException;
import garim.live.OriginalSink;
import garim.live.Programs;
import garim.live.store.Disk;
import garim.live.store.HandClock;
import garim.live.store.SegmentCycle;
import garim.live.store.SmallDisk;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import garim.live.store.StoreEvent.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final KeyPair COURT = HolderKeys.newPair();
    private static final KeyPair OPERATOR = HolderKeys.newPair();
    private static final KeyPair STRANGER = HolderKeys.newPair();
    private static final List<PrivateKey> BOTH = List.of(COURT.getPrivate(), OPERATOR.getPrivate());

    @TempDir
    static Path clips;

    private static Clip clip = new Clip(Clip.nothing(), List.of(), Path.of(""));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(BEGIN);
    private final SteadyClock steady = clock.steady();
    private final List<StoreEvent> events = new ArrayList<>();
    private int n;

    @BeforeAll
    static void makesAClip() {
        clip = Clip.make(clips, "160x120", 2);
    }

    private Path vaultFolder() {
        return folder.resolve("vault");
    }

    private VaultSettings settings(Optional<Duration> keepFor) {
        return new VaultSettings(
                vaultFolder(), holders(COURT, OPERATOR), ZoneId.of("Asia/Seoul"), Duration.ofSeconds(2), keepFor, 0);
    }

    private static List<PublicKey> holders(KeyPair one, KeyPair other) {
        return List.of(one.getPublic(), other.getPublic());
    }

    private Vault vault(Disk disk, Optional<Duration> keepFor) throws IOException {
        return new Vault(settings(keepFor), steady, disk, events::add);
    }

    private void feed(SegmentCycle cycle, int pictures) {
        for (int i = 0; i < pictures; i++) {
            cycle.packet(clip.endless(n++), clock.instant());
            clock.pass(Duration.ofMillis(100));
        }
    }

    /** Seals so many pictures of a camera and closes everything. */
    private void fill(int pictures) throws IOException {
        try (Vault vault = vault(Disk.local(), Optional.empty())) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            feed(cycle, pictures);
            cycle.end();
        }
    }

    private VaultArchive archive() {
        return VaultArchive.open(vaultFolder(), clock);
    }

    private VaultArchive.Unsealed unseal(Instant from, Instant to, List<PrivateKey> keys) {
        return archive()
                .unseal(new VaultArchive.Request("gate", from, to, folder.resolve("out"), "김하늘", "court-order"), keys);
    }

    private VaultArchive.Unsealed unsealAll() {
        return unseal(BEGIN, BEGIN.plus(Duration.ofDays(3)), BOTH);
    }

    private static List<String> seen(VaultArchive.Unsealed unsealed) {
        return unsealed.files().stream()
                .flatMap(file -> Programs.pictures(file).stream())
                .toList();
    }

    private static List<String> sent(int pictures) {
        List<String> all = Programs.pictures(clip.file());
        return Stream.iterate(0, i -> i + 1)
                .limit(pictures)
                .map(i -> all.get(i % all.size()))
                .toList();
    }

    private List<Path> segments() throws IOException {
        return new VaultFolder(vaultFolder()).segments(DAY);
    }

    private Path onlySegment() throws IOException {
        assertEquals(1, segments().size());
        return segments().getFirst();
    }

    private List<Path> allFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    @Test
    void bothHoldersTogetherSeeEveryPictureAsTheCameraGaveIt() throws IOException {
        fill(50);
        VaultArchive.Unsealed unsealed = unsealAll();
        assertEquals(sent(50), seen(unsealed));
        assertEquals(List.of(), unsealed.lacks());
        assertEquals(3, unsealed.files().size());
        assertEquals(sent(50), seen(unseal(BEGIN, clock.instant(), BOTH.reversed())));
    }

    @Test
    void nobodyElseSeesAnythingAndTheLogTellsThatHeTried() throws IOException {
        fill(20);
        List<List<PrivateKey>> wrong = List.of(
                List.of(COURT.getPrivate()),
                List.of(COURT.getPrivate(), COURT.getPrivate()),
                List.of(OPERATOR.getPrivate(), OPERATOR.getPrivate()),
                List.of(COURT.getPrivate(), STRANGER.getPrivate()),
                List.of(STRANGER.getPrivate(), OPERATOR.getPrivate()));
        for (List<PrivateKey> keys : wrong) {
            LiveException e = assertThrows(LiveException.class, () -> unseal(BEGIN, clock.instant(), keys));
            assertEquals(LiveException.Code.KEY, e.code());
        }
        assertFalse(Files.exists(folder.resolve("out")));
        List<String> log = Files.readAllLines(archive().log());
        assertEquals(
                5, log.stream().filter(line -> line.contains("\"refused\"")).count());
    }

    @Test
    void noOriginalTouchesTheDisk() throws IOException {
        fill(20);
        byte[] picture = new byte[64];
        clip.packets().getFirst().data().get(40, picture);
        for (Path file : allFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            assertFalse(holds(bytes, picture), "" + file);
            assertFalse(holds(bytes, "h264".getBytes(StandardCharsets.US_ASCII)), "" + file);
        }
    }

    @Test
    void aStretchBeginsAtTheKeyPictureBeforeIt() throws IOException {
        fill(40);
        VaultArchive.Unsealed part = unseal(BEGIN.plusMillis(1700), BEGIN.plusMillis(2300), BOTH);
        assertEquals(sent(40).subList(15, 23), seen(part));
    }

    @Test
    void killedAtAnyByteEverythingUpToTheLastWholeChunkCanBeUnsealedAndTheMissingEndIsTold() throws IOException {
        fill(20);
        Path segment = onlySegment();
        byte[] whole = Files.readAllBytes(segment);
        Random random = new Random(11);
        for (int i = 0; i < 10; i++) {
            int cut = random.nextInt(whole.length);
            Files.write(segment, Arrays.copyOf(whole, cut));
            VaultArchive.Unsealed unsealed = unsealAll();
            int pictures = (int) unsealed.pictures();
            assertEquals(0, pictures % 5, "chunks are whole");
            assertTrue(pictures >= (cut - 1200L) * 20 / whole.length - 6, pictures + " of a cut at " + cut);
            assertEquals(sent(pictures), seen(unsealed));
            assertEquals(1, unsealed.lacks().size(), "cut at " + cut);
        }
    }

    @Test
    void whatIsWrittenCanBeUnsealedBeforeItsSegmentEnds() throws IOException {
        try (Vault vault = vault(Disk.local(), Optional.empty())) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            feed(cycle, 18);
            VaultArchive.Unsealed unsealed = unsealAll();
            assertEquals(sent(15), seen(unsealed));
            assertEquals(1, unsealed.lacks().size());
        }
    }

    @Test
    void aChangedByteIsFoundAndNothingAfterItIsBelieved() throws IOException {
        fill(20);
        Path segment = onlySegment();
        byte[] whole = Files.readAllBytes(segment);
        Random random = new Random(12);
        for (int i = 0; i < 20; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(segment, changed);
            VaultArchive.Unsealed unsealed = unsealAll();
            assertEquals(1, unsealed.lacks().size());
            assertTrue(unsealed.pictures() < 20 || unsealed.lacks().getFirst().contains("changed"));
            assertEquals(sent((int) unsealed.pictures()), seen(unsealed));
        }
    }

    @Test
    void chunksCannotBeSwappedDoubledOrLeftOut() throws IOException {
        fill(20);
        Path segment = onlySegment();
        byte[] whole = Files.readAllBytes(segment);
        List<byte[]> parts = chunks(whole);
        assertEquals(7, parts.size(), "head, telling, four chunks, end");
        assertChanged(segment, parts, 0, 1, 3, 2, 4, 5, 6);
        assertChanged(segment, parts, 0, 1, 2, 2, 3, 4, 5, 6);
        assertChanged(segment, parts, 0, 1, 3, 4, 5, 6);
        assertChanged(segment, parts, 0, 1, 2, 3, 4, 6);
        assertChanged(segment, parts, 0, 1, 2, 3, 4, 5, 6, 6);
    }

    private void assertChanged(Path segment, List<byte[]> parts, int... order) throws IOException {
        ByteBuffer joined = ByteBuffer.allocate(1 << 20);
        Arrays.stream(order).forEach(i -> joined.put(parts.get(i)));
        Files.write(segment, Arrays.copyOf(joined.array(), joined.position()));
        List<String> lacks = unsealAll().lacks();
        assertTrue(lacks.size() == 1 && lacks.getFirst().contains("changed"), Arrays.toString(order) + lacks);
    }

    private static List<byte[]> chunks(byte[] whole) {
        List<byte[]> parts = new ArrayList<>();
        int at = ChunkSeal.headBytes();
        parts.add(Arrays.copyOf(whole, at));
        while (at < whole.length) {
            int size = 4 + (ByteBuffer.wrap(whole).getInt(at) & ~ChunkSeal.LAST);
            parts.add(Arrays.copyOfRange(whole, at, at + size));
            at += size;
        }
        return parts;
    }

    @Test
    void aSegmentThatWasTakenOutIsMissed() throws IOException {
        fill(60);
        Files.delete(segments().get(1));
        VaultArchive.Unsealed unsealed = unsealAll();
        assertTrue(unsealed.lacks().getFirst().contains("1 segments before it are missing"), "" + unsealed.lacks());
    }

    @Test
    void aSegmentOfAnotherVaultIsNotBelieved() throws IOException {
        fill(10);
        Path stolen = folder.resolve("stolen");
        Files.move(onlySegment(), stolen);
        Files.move(vaultFolder(), folder.resolve("first"));
        fill(10);
        Path place = onlySegment();
        Files.move(stolen, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(unsealAll().lacks().getFirst().contains("no segment of this vault"));
    }

    @Test
    void whoDestroysADayMakesItUnreadableAndTheLogTellsSo() throws IOException {
        fill(20);
        Path copy = folder.resolve("copy");
        Files.copy(onlySegment(), copy);
        Path place = onlySegment();
        VaultArchive.Destroyed destroyed = archive().destroy(DAY, "Budi", "retention over");
        assertEquals(1, destroyed.keys());
        assertEquals(1, destroyed.segments());
        assertEquals(List.of(), archive().days());
        Files.createDirectories(place.resolveSibling(""));
        Files.copy(copy, place);
        assertTrue(unsealAll().lacks().getFirst().contains("its key was destroyed"), "a copy cannot be opened either");
        List<String> log = Files.readAllLines(archive().log());
        assertTrue(log.get(1).contains("\"destroyed begins\""));
        assertTrue(log.get(2).contains("\"destroyed\"") && log.get(2).contains("\"verified\":true"));
        assertEquals(OptionalInt.empty(), archive().brokenLogLine());
    }

    @Test
    void aKeyInUseIsNotDestroyed() throws IOException {
        try (Vault vault = vault(Disk.local(), Optional.empty())) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            feed(cycle, 10);
            LiveException e = assertThrows(LiveException.class, () -> archive().destroy(DAY, "Budi", "mistake"));
            assertTrue(String.valueOf(e.getMessage()).contains("in use"));
            cycle.end();
        }
        assertEquals(sent(10), seen(unsealAll()));
    }

    @Test
    void otherDaysStayReadableWhenOneIsDestroyed() throws IOException {
        fill(10);
        clock.pass(Duration.ofDays(1));
        fill(10);
        archive().destroy(DAY, "Budi", "retention over");
        assertEquals(1, archive().days().size());
        assertEquals(10, unsealAll().pictures());
    }

    @Test
    void aNewDayHasANewKeyAndANewSegmentAtMidnightOfItsZone() throws IOException {
        clock.set(Instant.parse("2026-03-01T14:59:59Z"));
        try (Vault vault = vault(Disk.local(), Optional.empty())) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            feed(cycle, 20);
            cycle.end();
        }
        List<VaultArchive.Day> days = archive().days();
        assertEquals(
                List.of(DAY, DAY.plusDays(1)),
                days.stream().map(VaultArchive.Day::day).toList());
        assertTrue(
                days.stream().allMatch(day -> day.keys() == 1 && day.cameras().getOrDefault("gate", 0) == 1));
    }

    @Test
    void daysAreDestroyedWhenTheyAreOldEnough() throws IOException {
        fill(10);
        clock.pass(Duration.ofDays(2));
        try (Vault vault = vault(Disk.local(), Optional.of(Duration.ofDays(3)))) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            clock.pass(Duration.ofHours(2));
            feed(cycle, 5);
            cycle.end();
            assertEquals(2, archive().days().size());
            clock.pass(Duration.ofDays(2));
            cycle.begin(clip.stream());
            feed(cycle, 5);
            cycle.end();
        }
        assertFalse(archive().days().stream().anyMatch(day -> day.day().equals(DAY)));
        assertTrue(Files.readString(archive().log()).contains("\"expired\""));
    }

    @Test
    void aClockThatJumpsDestroysNothing() throws IOException {
        try (Vault vault = vault(Disk.local(), Optional.of(Duration.ofDays(3)))) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            feed(cycle, 10);
            clock.set(BEGIN.plus(Duration.ofDays(400)));
            feed(cycle, 20);
            cycle.end();
        }
        assertTrue(archive().days().stream().anyMatch(day -> day.day().equals(DAY)));
        assertTrue(events.stream().map(StoreEvent::kind).toList().contains(Kind.EXPIRY_DELAYED));
    }

    @Test
    void aFullDiskIsToldOnceAndLeavesWholeChunksOnly() throws IOException {
        SmallDisk disk = new SmallDisk(40_000);
        try (Vault vault = vault(disk, Optional.empty())) {
            SegmentCycle cycle = vault.cycle("gate");
            cycle.begin(clip.stream());
            feed(cycle, 100);
            cycle.end();
        }
        assertEquals(
                List.of(Kind.DISK_FULL), events.stream().map(StoreEvent::kind).toList());
        VaultArchive.Unsealed unsealed = unsealAll();
        assertEquals(sent((int) unsealed.pictures()), seen(unsealed));
        assertTrue(unsealed.pictures() > 0);
    }

    @Test
    void aLogThatWasChangedIsFound() throws IOException {
        fill(10);
        unsealAll();
        unsealAll();
        Path log = archive().log();
        String text = Files.readString(log);
        Files.writeString(log, text.replaceFirst("court-order", "curiosity!!"));
        assertEquals(OptionalInt.of(3), archive().brokenLogLine());
    }

    @Test
    void aVaultOfOtherHoldersIsNotUsed() throws IOException {
        fill(5);
        VaultSettings others = new VaultSettings(
                vaultFolder(), holders(COURT, STRANGER), ZoneId.of("UTC"), Duration.ofMinutes(1), Optional.empty(), 0);
        LiveException e = assertThrows(LiveException.class, () -> Vault.open(others, steady, events::add));
        assertEquals(LiveException.Code.KEY, e.code());
        assertThrows(LiveException.class, () -> VaultArchive.open(folder.resolve("nowhere"), clock));
    }

    @Test
    void theSinkSealsWhatItIsGivenFromSeveralCameras() throws IOException {
        try (Vault vault = Vault.open(settings(Optional.empty()), steady, events::add)) {
            for (String camera : List.of("gate", "yard")) {
                OriginalSink sink = vault.sink(camera);
                sink.begin(clip.stream());
                for (int i = 0; i < 20; i++) {
                    CodedPacket packet = clip.endless(i);
                    sink.packet(packet, Clip.taken(BEGIN, i));
                }
                sink.end();
            }
            assertThrows(IllegalArgumentException.class, () -> vault.sink("../gate"));
        }
        assertEquals(sent(20), seen(unsealAll()));
        assertEquals(
                List.of("gate", "yard"),
                archive().days().getFirst().cameras().keySet().stream().sorted().toList());
        assertEquals(List.of(), events);
    }
}
