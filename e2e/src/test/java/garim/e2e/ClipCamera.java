package garim.e2e;

import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CameraSource;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.ParameterSets;
import garim.live.rtsp.Login;
import garim.live.rtsp.RtspServer;
import garim.live.rtsp.RtspSettings;
import garim.live.rtsp.RtspStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A clip that stands for a camera: it is played over and over at its own pace and served over RTSP. */
final class ClipCamera implements AutoCloseable {
    private static final String NAME = "clip";

    private final CodedStream stream;
    private final List<CodedPacket> packets;
    private final RtspServer server;
    private final Thread thread;
    private volatile boolean isOn = true;
    private volatile boolean isClosed;

    private ClipCamera(CodedStream stream, List<CodedPacket> packets, Optional<Login> login, int port) {
        this.stream = stream;
        this.packets = packets;
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        server = RtspServer.start(RtspSettings.usual(here, login));
        RtspStream served = server.stream(NAME);
        thread = Thread.ofPlatform().name("clip-camera").daemon(true).start(() -> play(served));
    }

    /** A camera at a free port. */
    static ClipCamera of(Path clip, Optional<Login> login) {
        return of(clip, login, 0);
    }

    /** A camera at a port, so that one that was closed can come back. */
    static ClipCamera of(Path clip, Optional<Login> login, int port) {
        List<CodedPacket> packets = new ArrayList<>();
        try (CameraReader reader = CameraReader.open(new CameraSource.Recording(clip))) {
            CameraReader.Receiver receiver = new CameraReader.Receiver() {
                @Override
                public void packet(CodedPacket packet) {
                    packets.add(packet);
                }

                @Override
                public void frame(Frame frame) {
                    reader.recycle(frame);
                }
            };
            while (reader.read(receiver)) {
                LockSupport.parkNanos(0);
            }
            CodedStream whole = ParameterSets.complete(reader.stream(), packets.getFirst());
            return new ClipCamera(whole, List.copyOf(packets), login, port);
        }
    }

    /** Where it is, without a login. */
    String address() {
        return "rtsp://127.0.0.1:" + server.port() + "/" + NAME;
    }

    int port() {
        return server.port();
    }

    /** Stops giving pictures without closing connections, as a camera does that hangs, or goes on. */
    void setOn(boolean on) {
        isOn = on;
    }

    private void play(RtspStream served) {
        served.begin(stream);
        long begin = System.nanoTime();
        long first = packets.getFirst().decodedAt();
        CodedPacket last = packets.getLast();
        long step = packets.size() > 1 ? packets.get(1).decodedAt() - first : 1;
        long length = last.decodedAt() - first + Math.max(1, last.lasts() > 0 ? last.lasts() : step);
        for (long round = 0; !isClosed; round++) {
            for (CodedPacket packet : packets) {
                long at = round * length + packet.decodedAt() - first;
                waitUntil(begin + Math.round(1e9 * stream.timeBase().seconds(at)));
                long shown = round * length + packet.shownAt() - first;
                if (isOn && !isClosed) {
                    served.packet(
                            new CodedPacket(packet.data(), shown, at, packet.lasts(), packet.key()), Instant.now());
                }
            }
        }
        served.end();
    }

    private void waitUntil(long nanos) {
        while (!isClosed && System.nanoTime() - nanos < 0) {
            LockSupport.parkNanos(nanos - System.nanoTime());
        }
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
        server.close();
    }
}
