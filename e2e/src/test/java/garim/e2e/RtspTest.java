package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.live.rtsp.Login;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that we serve are played by a player that is not ours, whatever the codec and the way. */
final class RtspTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "libx264 -bf 2 -g 10,      tcp",
        "libx264 -bf 2 -g 10,      udp",
        "libx265 -x265-params log-level=error:keyint=10, tcp",
        "mjpeg -huffman default -pix_fmt yuvj420p, tcp",
    })
    void anotherPlayerPlaysTheClipAtItsPace(String encoder, String transport) {
        Path clip = Ffmpeg.make(
                Path.of(""),
                "-f lavfi -i testsrc2=size=320x240:rate=10:duration=3 -pix_fmt yuv420p -c:v " + encoder,
                folder.resolve("clip.mkv"));
        Login login = new Login("guard", "Blue-Heron-7");
        try (ClipCamera camera = ClipCamera.of(clip, Optional.of(login))) {
            String address = camera.address().replace("//", "//guard:Blue-Heron-7@");
            Path seen = Ffmpeg.make(
                    Path.of(address),
                    "-rtsp_transport " + transport + " -i " + address + " -t 3 -an -c:v ffv1",
                    folder.resolve("seen.mkv"));
            assertEquals(30, Probe.of(seen).times().size(), 4);
        }
    }
}
