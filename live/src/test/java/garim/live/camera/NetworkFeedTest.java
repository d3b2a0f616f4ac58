package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CameraSource;
import garim.engine.media.CodedPacket;
import garim.engine.media.LiveEncoder;
import garim.live.rtsp.Login;
import garim.live.rtsp.RtspServer;
import garim.live.rtsp.RtspSettings;
import garim.live.rtsp.RtspStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads a camera over RTSP; our own server stands for it. */
@Timeout(60)
class NetworkFeedTest {
    private static final String SECRET = "Blue/Heron 7%";
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final long STEP_NANOS = 20_000_000;
    private static final long STEP_MICROS = 40_000;

    private static CameraSource.Network camera(int port, String password, CameraSource.Transport transport) {
        return new CameraSource.Network(
                URI.create("rtsp://127.0.0.1:" + port + "/gate"),
                Optional.of(new CameraSource.Login("admin", password)),
                transport,
                Duration.ofSeconds(8));
    }

    private static Thread feeding(RtspStream stream, AtomicBoolean isOver) {
        Frame frame = Texture.frame(128, 96, 1);
        LiveEncoder encoder = new LiveEncoder(frame, 30);
        // A server refuses players of a stream that has not begun.
        stream.begin(encoder.stream());
        return Thread.ofPlatform().daemon().start(() -> {
            try (encoder) {
                for (int i = 0; !isOver.get(); i++) {
                    for (CodedPacket packet : encoder.encode(frame, i * STEP_MICROS)) {
                        stream.packet(packet, Instant.EPOCH.plusMillis(40L * i));
                    }
                    LockSupport.parkNanos(STEP_NANOS);
                }
                stream.end();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(CameraSource.Transport.class)
    void givesFramesOfACameraThatWantsALogin(CameraSource.Transport transport) throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        List<Frame> frames = new ArrayList<>();
        List<CodedPacket> packets = new ArrayList<>();
        RtspSettings settings = RtspSettings.usual(HERE, Optional.of(new Login("admin", SECRET)));
        try (RtspServer server = RtspServer.start(settings)) {
            Thread feeding = feeding(server.stream("gate"), isOver);
            try (Feed feed =
                    NetworkFeed.of(camera(server.port(), SECRET, transport)).open()) {
                assertEquals("h264", feed.stream().codec());
                while (frames.size() < 20) {
                    assertTrue(feed.read(receiver(packets, frames)));
                }
            }
            isOver.set(true);
            feeding.join();
        }
        assertTrue(packets.stream().anyMatch(CodedPacket::key));
        assertTrue(Texture.step(frames.getLast().luma()) > Texture.RAW_STEP / 2.0);
        assertFalse(frames.getLast().damaged());
    }

    private static CameraReader.Receiver receiver(List<CodedPacket> packets, List<Frame> frames) {
        return new CameraReader.Receiver() {
            @Override
            public void packet(CodedPacket packet) {
                packets.add(packet);
            }

            @Override
            public void frame(Frame frame) {
                frames.add(frame);
            }
        };
    }

    @Test
    void tellsThatTheLoginIsWrongWithoutTellingIt() {
        RtspSettings settings = RtspSettings.usual(HERE, Optional.of(new Login("admin", SECRET)));
        try (RtspServer server = RtspServer.start(settings)) {
            server.stream("gate");
            Feed.Source camera = NetworkFeed.of(camera(server.port(), "wrong-" + SECRET, CameraSource.Transport.TCP));
            EngineException refused = assertThrows(EngineException.class, camera::open);
            assertEquals(ErrorCode.INPUT_MISSING, refused.code());
            assertEquals("login-refused", WhyGone.of(refused));
            assertFalse(String.valueOf(refused).contains("wrong"), String.valueOf(refused));
            assertFalse(camera.place().contains("admin"));
        }
    }
}
