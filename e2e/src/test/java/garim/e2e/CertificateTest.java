package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever gets a masked file can check it, and whoever changed it is found out. */
final class CertificateTest {
    @TempDir
    private Path folder;

    private Path clip() {
        String recipe = "-i @ -c:v libx264 -crf 18 -pix_fmt yuv420p";
        return Ffmpeg.make(FaceClip.in(folder).file(), recipe, folder.resolve("clip.mp4"));
    }

    private Outcome garim(Object... arguments) {
        return Garim.runIn(folder, Map.of("GARIM_KEYS", folder.resolve("keys").toString()), arguments);
    }

    @Test
    void certifiesAndVerifiesFromOneEndToTheOther() throws IOException {
        Path clip = clip();
        Path masked = folder.resolve("clip.masked.mp4");
        Path certificate = folder.resolve("clip.masked.mp4.garim-certificate.json");
        Path pem = folder.resolve("office.pem");
        garim("mask", clip, "--mask", "face", "--keep-plan", "--certificate-pdf")
                .requireExit(0);
        assertTrue(Files.size(folder.resolve("clip.masked.mp4.garim-certificate.pdf")) > 5000);
        garim("key", "export", "-o", pem).requireExit(0);
        Path plan = folder.resolve("clip.masked.mp4.garim-plan.json");
        Outcome holds = garim("verify", masked, "--key", pem, "--input", clip, "--plan", plan)
                .requireExit(0);
        assertEquals(1, holds.out().lines().count(), holds::toString);
        assertTrue(holds.out().contains("holds") && holds.out().contains("px/m"), holds::toString);
        assertFalse(holds.out().contains("anonym"));
        garim("key", "rotate").requireExit(0);
        garim("verify", masked, "--key", pem).requireExit(0);

        Files.writeString(plan, Files.readString(plan).replaceFirst("\"every\" : \\d+", "\"every\" : 97"));
        garim("verify", masked, "--plan", plan).requireExit(14);
        garim("verify", masked, "--input", masked).requireExit(15);
        Path other = folder.resolve("other.mp4");
        garim("mask", clip, "--mask", "face", "--detector", "fast", "--style", "solid", "-o", other)
                .requireExit(0);
        garim("verify", masked, folder.resolve("other.mp4.garim-certificate.json"))
                .requireExit(12);
        // the later key signed this one, so the earlier key is no longer its signer but vouches for it
        garim("verify", other, "--key", pem).requireExit(0);

        String honest = Files.readString(certificate);
        Files.writeString(certificate, honest.replace("reviewed by nobody", "reviewed by all"));
        garim("verify", masked).requireExit(10);
        Files.writeString(certificate, honest.replace("\"version\":1", "\"version\":9"));
        assertTrue(garim("verify", masked).requireExit(1).onlyErrorLine().contains("version 9 is not known"));
        Files.writeString(certificate, honest);
        byte[] bytes = Files.readAllBytes(masked);
        bytes[bytes.length / 2]++;
        Files.write(masked, bytes);
        assertTrue(garim("verify", masked).requireExit(13).out().contains("was changed after it was certified"));
    }

    @Test
    void namesAStrangersKey() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        garim("mask", clip, "--mask", "face", "--detector", "fast").requireExit(0);
        Path stranger = folder.resolve("stranger.pem");
        garim("key", "export", "-o", stranger, "--keys", folder.resolve("others"))
                .requireExit(0);
        garim("verify", folder.resolve("clip.masked.mp4"), "--key", stranger).requireExit(11);
    }

    @Test
    void refusesToSignWithAKeyThatOthersCanReadBeforeAnyWork() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        garim("key", "show").requireExit(0);
        Path key = folder.resolve("keys").resolve("signing-key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        garim("mask", clip, "--mask", "face", "--detector", "fast")
                .requireExit(1)
                .onlyErrorLine();
        assertFalse(Files.exists(folder.resolve("clip.masked.mp4")));
        garim("mask", clip, "--mask", "face", "--detector", "fast", "--no-certificate")
                .requireExit(0);
        assertFalse(Files.exists(folder.resolve("clip.masked.mp4.garim-certificate.json")));
    }

    @Test
    void refusesOptionsThatContradictEachOther() throws IOException {
        Path clip = SmallClips.tiny(folder.resolve("clip.mp4"));
        garim("mask", clip, "--strict", "--no-second-eyes").requireExit(2);
        garim("mask", clip, "--no-certificate", "--certificate-pdf").requireExit(2);
    }
}
