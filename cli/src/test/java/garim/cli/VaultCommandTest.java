package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.Rational;
import garim.engine.seal.HolderKeys;
import garim.live.OriginalSink;
import garim.live.store.SteadyClock;
import garim.live.vault.Vault;
import garim.live.vault.VaultSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who keeps a vault sees what is in it, opens it with both keys, and destroys days. */
final class VaultCommandTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    @BeforeEach
    void fillsAVault() {
        for (String name : List.of("court", "operator", "stranger")) {
            HolderKeys.create(folder.resolve(name + ".key"), folder.resolve(name + ".pem"));
        }
        VaultSettings settings = new VaultSettings(
                vault(),
                Stream.of("court.pem", "operator.pem")
                        .map(folder::resolve)
                        .map(HolderKeys::readPublic)
                        .toList(),
                ZoneId.of("UTC"),
                Duration.ofSeconds(60),
                Optional.empty(),
                0);
        try (Vault vault = Vault.open(settings, SteadyClock.system(), event -> {})) {
            OriginalSink sink = vault.sink("gate");
            sink.begin(new CodedStream("mjpeg", 16, 16, new Rational(1, 1000), ByteBuffer.allocate(0)));
            for (int i = 0; i < 10; i++) {
                ByteBuffer data = ByteBuffer.wrap(new byte[] {1, 2, 3});
                sink.packet(new CodedPacket(data, i * 100L, i * 100L, 0, true), BEGIN.plusMillis(i * 100L));
            }
            sink.end();
        }
    }

    private Path vault() {
        return folder.resolve("vault");
    }

    private int run(String... arguments) {
        return GarimCommand.commandLine(recording.console())
                .execute(Stream.concat(Stream.of("vault"), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    private int unseal(String key, String otherKey, String reason) {
        return run(
                "unseal",
                vault().toString(),
                "--camera",
                "gate",
                "--from",
                "2026-03-01T08:00:00Z",
                "--to",
                "2026-03-01T17:01:00+09:00",
                "--key",
                folder.resolve(key).toString(),
                "--key",
                folder.resolve(otherKey).toString(),
                "--by",
                "김하늘",
                "--reason",
                reason,
                "-o",
                folder.resolve("out").toString());
    }

    @Test
    void listsDaysWithTheirCameras() {
        assertEquals(ExitCode.OK, run("list", vault().toString()));
        assertTrue(recording.out().contains("2026-03-01  cameras and segments: {gate=1}"), recording.out());
        assertEquals(ExitCode.OK, run("list", "--json", vault().toString()));
        assertTrue(recording.out().contains("\"day\":\"2026-03-01\""), recording.out());
    }

    @Test
    void opensWithBothKeysAndSaysSo() {
        assertEquals(ExitCode.OK, unseal("court.key", "operator.key", "court-order"), recording.err());
        assertTrue(recording.out().contains("1 files with 10 pictures"), recording.out());
        assertTrue(Files.exists(folder.resolve("out/gate-20260301T080000.000Z.mp4")));
    }

    @Test
    void opensNothingWithoutBothOrWithoutAReason() {
        assertEquals(ExitCode.FAILED, unseal("court.key", "court.key", "court-order"));
        assertEquals(ExitCode.FAILED, unseal("court.key", "stranger.key", "court-order"));
        assertEquals(ExitCode.USAGE, unseal("court.key", "operator.key", "curiosity"));
        assertFalse(Files.exists(folder.resolve("out")));
        assertTrue(recording.errLines().stream().anyMatch(line -> line.contains("not the keys of both holders")));
    }

    @Test
    void saysWhenSomethingIsMissing() throws IOException {
        try (Stream<Path> all = Files.walk(vault())) {
            Path segment = all.filter(file -> file.toString().endsWith(".sealed"))
                    .findFirst()
                    .orElseThrow();
            byte[] whole = Files.readAllBytes(segment);
            Files.write(segment, Arrays.copyOf(whole, whole.length - 1));
        }
        assertEquals(ExitCode.REVIEW_NEEDED, unseal("operator.key", "court.key", "court-order"));
        assertTrue(recording.err().contains("the end is missing"), recording.err());
    }

    @Test
    void destroysADayForEver() {
        assertEquals(
                ExitCode.OK,
                run("destroy", vault().toString(), "--day", "2026-03-01", "--by", "Budi", "--reason", "30 days over"));
        assertTrue(recording.out().contains("no key of it is left"), recording.out());
        assertEquals(ExitCode.FAILED, unseal("court.key", "operator.key", "court-order"));
        assertEquals(
                ExitCode.FAILED,
                run("destroy", vault().toString(), "--day", "2026-03-01", "--by", "Budi", "--reason", "again"));
    }

    @Test
    void saysWhenTheLogWasChanged() throws IOException {
        unseal("court.key", "operator.key", "court-order");
        Path log = vault().resolve("log.jsonl");
        Files.writeString(log, "{\"act\":\"nothing\"}\n", StandardOpenOption.APPEND);
        assertEquals(ExitCode.REVIEW_NEEDED, run("list", vault().toString()));
        assertTrue(recording.err().contains("line 3"), recording.err());
    }

    @Test
    void explainsItself() {
        assertEquals(ExitCode.USAGE, run());
        assertTrue(recording.out().contains("destroy"), recording.out());
    }
}
