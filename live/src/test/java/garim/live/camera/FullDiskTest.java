package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.Rational;
import garim.engine.pipeline.LookThreads;
import garim.engine.seal.HolderKeys;
import garim.live.MaskedSink;
import garim.live.OriginalSink;
import garim.live.record.RecordSettings;
import garim.live.record.Recorder;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import garim.live.vault.Vault;
import garim.live.vault.VaultSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full while a camera is recorded or sealed; every picture on it and beside it is looked at. */
@Timeout(120)
class FullDiskTest {
    private static final String SECRET = "pixels as the camera gave them";
    private static final String SMALL = "size=96k";

    @TempDir
    Path folder;

    private final HandLiveClock clock = new HandLiveClock();
    private final SteadyClock steady = new SteadyClock(clock::now, clock::nanos);
    private final BlockingQueue<StoreEvent.Kind> events = new LinkedBlockingQueue<>();
    private Path disk = Path.of("");
    private boolean mounted;

    @BeforeEach
    void mountsASmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = succeeds("mount", "-t", "tmpfs", "-o", SMALL, "tmpfs", disk.toString());
        assumeTrue(mounted, "this user may not mount a small disk");
    }

    @AfterEach
    void unmountsIt() throws IOException, InterruptedException {
        if (mounted) {
            assertTrue(succeeds("umount", disk.toString()));
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            // There is no such program on this system.
            return false;
        }
    }

    private boolean isTold(StoreEvent.Kind kind) throws InterruptedException {
        StoreEvent.Kind told = events.poll(30, TimeUnit.SECONDS);
        while (told != null && told != kind) {
            told = events.poll(30, TimeUnit.SECONDS);
        }
        return told == kind;
    }

    private MaskedCamera camera(List<MaskedSink> sinks, Tally tally) {
        FailingDetector detector = new FailingDetector();
        detector.isBroken = true;
        return new MaskedCamera(
                Gate.settings(detector, sinks), clock, LookThreads.busy(Runnable::run), tally, event -> {});
    }

    private void run(MaskedCamera camera, int frames) {
        for (int i = 0; i < frames; i++) {
            clock.pass(Duration.ofMillis(100));
            camera.accept(Texture.frame(128, 96, i), clock.nanos());
            camera.emit(frame -> {});
        }
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.walk(disk)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    @Test
    void everyPictureStaysMaskedWhileTheDiskOfTheRecordingsIsFull() throws IOException, InterruptedException {
        RecordSettings settings = new RecordSettings(
                disk.resolve("gate"), "gate", Duration.ofSeconds(2), Optional.empty(), OptionalLong.empty(), 0);
        Watching sink = new Watching(folder);
        Tally tally = new Tally("gate");
        try (Recorder recorder = Recorder.open(settings, steady, event -> events.add(event.kind()));
                MaskedCamera camera = camera(List.of(recorder, sink), tally)) {
            run(camera, 1200);
            assertTrue(isTold(StoreEvent.Kind.DISK_FULL));
            run(camera, 50);
            assertTrue(succeeds("mount", "-o", "remount,size=20m", disk.toString()));
            clock.pass(Duration.ofSeconds(11));
            run(camera, 50);
            assertTrue(isTold(StoreEvent.Kind.DISK_BACK));
        }
        int seen = sink.look(frame -> assertTrue(Texture.step(frame.luma()) < Texture.MASKED_STEP));
        assertEquals(tally.figures().framesMasked(), seen);
        int recorded =
                Watching.look(files(".mp4"), frame -> assertTrue(Texture.step(frame.luma()) < Texture.MASKED_STEP));
        assertTrue(recorded > 50 && recorded < seen, recorded + " of " + seen);
    }

    @Test
    void nothingUnsealedLiesOnTheDiskWhenItIsFullWhileOriginalsAreSealed() throws IOException, InterruptedException {
        VaultSettings settings = new VaultSettings(
                disk.resolve("vault"),
                List.of(HolderKeys.newPair().getPublic(), HolderKeys.newPair().getPublic()),
                ZoneOffset.UTC,
                Duration.ofSeconds(2),
                Optional.empty(),
                0);
        try (Vault vault = Vault.open(settings, steady, event -> events.add(event.kind()))) {
            OriginalSink sink = vault.sink("gate");
            sink.begin(new CodedStream("h264", 128, 96, new Rational(1, 1000), ByteBuffer.allocate(0)));
            for (int i = 0; i < 200; i++) {
                clock.pass(Duration.ofMillis(100));
                ByteBuffer data = ByteBuffer.wrap(SECRET.repeat(100).getBytes(StandardCharsets.US_ASCII));
                sink.packet(new CodedPacket(data, 100L * i, 100L * i, 100, i % 10 == 0), clock.now());
            }
            assertTrue(isTold(StoreEvent.Kind.DISK_FULL));
            sink.end();
        }
        List<Path> all = files("");
        assertTrue(all.stream().anyMatch(file -> file.toString().endsWith(".sealed")), all::toString);
        for (Path file : all.stream().filter(Files::isRegularFile).toList()) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("as the camera"), file::toString);
        }
    }
}
