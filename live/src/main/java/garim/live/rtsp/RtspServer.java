package garim.live.rtsp;

import garim.live.LiveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An RTSP server offers streams to players, who pull them at {@code rtsp://host:port/NAME}.
 *
 * <p>{@snippet :
 * try (RtspServer server = RtspServer.start(settings)) {
 *     MaskedSink gate = server.stream("gate");
 * }
 * }
 */
public final class RtspServer implements AutoCloseable {
    private static final String NAMES = "[A-Za-z0-9._-]{1,64}";

    private final RtspSettings settings;
    private final ServerSocket door;
    private final DatagramSocket packets;
    private final DatagramSocket reports;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, RtspStream> streams = new ConcurrentHashMap<>();
    private final Set<RtspConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();

    private RtspServer(RtspSettings settings) throws IOException {
        this.settings = settings;
        InetAddress host = settings.listen().getAddress();
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(settings.listen());
        packets = new DatagramSocket(new InetSocketAddress(host, 0));
        reports = new DatagramSocket(new InetSocketAddress(host, 0));
    }

    /**
     * Begins to listen.
     *
     * @throws LiveException LISTEN when the address is taken or is none of this machine
     */
    public static RtspServer start(RtspSettings settings) {
        try {
            RtspServer server = new RtspServer(settings);
            Thread.ofVirtual().name("rtsp-accept").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new LiveException(
                    LiveException.Code.LISTEN,
                    "The RTSP server cannot listen at " + settings.listen() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The port it listens at. */
    public int port() {
        return door.getLocalPort();
    }

    /**
     * The stream of a name; it is made when it is asked for first.
     *
     * @throws IllegalArgumentException for a name that is not 1 to 64 letters, digits, dots, dashes and underscores
     */
    public RtspStream stream(String name) {
        if (!name.matches(NAMES)) {
            throw new IllegalArgumentException("a stream cannot be named " + name);
        }
        return streams.computeIfAbsent(name, fresh -> new RtspStream(random.nextInt()));
    }

    Optional<RtspStream> findStream(String name) {
        return Optional.ofNullable(streams.get(name));
    }

    RtspSettings settings() {
        return settings;
    }

    DatagramSocket packets() {
        return packets;
    }

    DatagramSocket reports() {
        return reports;
    }

    byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /** Logins that were wrong, and clients gone before they were served, since the start. */
    public long refused() {
        return refused.get();
    }

    void countRefused() {
        refused.incrementAndGet();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                if (connections.size() >= settings.mostViewers()) {
                    socket.close();
                } else {
                    serve(socket);
                }
            } catch (IOException e) {
                // The client went away before it was let in, or the server was closed, which ends the loop.
                refused.incrementAndGet();
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        RtspConnection connection = new RtspConnection(this, socket);
        connections.add(connection);
        Thread.ofVirtual().name("rtsp-viewer").start(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
            }
        });
    }

    /** Lets go of everybody and stops listening. */
    @Override
    public void close() {
        closeDoor();
        packets.close();
        reports.close();
        connections.forEach(RtspConnection::dismiss);
    }

    private void closeDoor() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
