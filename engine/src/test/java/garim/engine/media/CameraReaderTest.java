package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CameraReaderTest {
    private static final String SECRET = "p:w/d@7%";

    @TempDir
    private Path folder;

    private final List<CodedPacket> packets = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    private final CameraReader.Receiver receiver = new CameraReader.Receiver() {
        @Override
        public void packet(CodedPacket packet) {
            packets.add(packet);
        }

        @Override
        public void frame(Frame frame) {
            frames.add(frame);
        }
    };

    @Test
    void givesEveryPacketAndEveryFrameOfARecording() throws IOException {
        Path file = written();
        try (CameraReader reader = CameraReader.open(new CameraSource.Recording(file))) {
            while (reader.read(receiver)) {
                // all of it
            }
            assertEquals("h264", reader.stream().codec());
            assertTrue(reader.stream().setup().hasRemaining());
        }
        assertEquals(30, packets.size());
        assertTrue(packets.getFirst().key());
        assertEquals(30, frames.size());
        assertFalse(frames.getFirst().damaged());
    }

    private Path written() {
        Path file = folder.resolve("clip.mp4");
        MediaInfo info = MediaInfo.ofComputedFrames(64, 48, 25);
        try (VideoWriter writer = VideoWriter.create(file, file, info, WriteSettings.forFile(file))) {
            for (int i = 0; i < 30; i++) {
                writer.write(Frame.allocate(64, 48, i, i * info.frameTicks()));
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void neverTellsAPassword() {
        CameraSource source = network(1, SECRET);
        EngineException failure = assertThrows(EngineException.class, () -> CameraReader.open(source));
        assertEquals(ErrorCode.INPUT_MISSING, failure.code());
        assertFalse(String.valueOf(failure).contains(SECRET));
        assertFalse(source.toString().contains(SECRET));
        assertFalse(source.toString().contains("p%3A"));
    }

    @Test
    void escapesTheLoginForTheAddress() {
        CameraSource.Network source = (CameraSource.Network) network(554, SECRET);
        assertEquals("rtsp://admin:p%3Aw%2Fd%407%25@127.0.0.1:554/live", source.nativeUrl());
    }

    @Test
    void givesUpACameraThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CameraSource source = network(silent.getLocalPort(), "x");
            assertThrows(EngineException.class, () -> CameraReader.open(source));
        }
    }

    @Test
    void refusesAddressesWithALoginInThem() {
        URI address = URI.create("rtsp://a:b@host/");
        assertThrows(
                IllegalArgumentException.class,
                () -> new CameraSource.Network(
                        address, Optional.empty(), CameraSource.Transport.TCP, Duration.ofSeconds(1)));
    }

    private static CameraSource network(int port, String password) {
        return new CameraSource.Network(
                URI.create("rtsp://127.0.0.1:" + port + "/live"),
                Optional.of(new CameraSource.Login("admin", password)),
                CameraSource.Transport.TCP,
                Duration.ofMillis(300));
    }
}
