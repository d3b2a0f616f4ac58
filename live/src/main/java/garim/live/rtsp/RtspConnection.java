package garim.live.rtsp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** The connection of one client: its requests, its session, and the packets on their way to it. */
final class RtspConnection implements Viewer {
    private static final String METHODS =
            "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER";
    private static final String TRACK = "trackID=0";
    private static final int MOST_WRONG = 5;
    private static final int NONCE_BYTES = 16;
    private static final int SESSION_BYTES = 8;
    private static final int FRAME_HEAD = 4;

    private final RtspServer server;
    private final Socket socket;
    private final Door door;
    private final Outbox outbox;
    private final String session;
    private Optional<RtspStream> stream = Optional.empty();
    private volatile Optional<Transport> transport = Optional.empty();
    private volatile boolean plays;
    private int wrong;

    RtspConnection(RtspServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        door = new Door(server.settings().login(), server.random(NONCE_BYTES));
        session = HexFormat.of().formatHex(server.random(SESSION_BYTES));
        outbox = new Outbox(server.settings().mostWaiting(), this::send);
    }

    /** Serves until the client leaves, is silent for too long, or is too slow. */
    void run() {
        Thread writer = Thread.ofVirtual().name("rtsp-writer").start(this::write);
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                socket.setSoTimeout(mayBeSilent() ? 0 : patienceMillis());
                Optional<RtspRequest> request = RtspRequest.read(in);
                open = request.isPresent() && answer(request.get());
            }
            leave();
            outbox.finish();
            writer.join(server.settings().patience());
        } catch (IOException e) {
            // Gone, silent for too long, or no client of RTSP: in each case the connection has ended.
            plays = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
            dismiss();
            writer.interrupt();
        }
    }

    private int patienceMillis() {
        return Math.toIntExact(server.settings().patience().toMillis());
    }

    /** Who gets packets over this connection shows by taking them that he is there. */
    private boolean mayBeSilent() {
        return plays
                && transport.filter(Transport.Interleaved.class::isInstance).isPresent();
    }

    private void write() {
        try {
            outbox.run();
        } catch (IOException e) {
            dismiss();
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        socket.getOutputStream().write(all);
    }

    /** Answers; false when the connection is to be closed. */
    private boolean answer(RtspRequest request) {
        String sequence = request.header("cseq").replaceAll("[^0-9]", "");
        if (!request.method().equals("OPTIONS") && !door.lets(request)) {
            return refuse(request, sequence);
        }
        RtspReply reply =
                switch (request.method()) {
                    case "OPTIONS" -> RtspReply.of(200).with("Public", METHODS);
                    case "DESCRIBE" -> describe(request);
                    case "SETUP" -> setUp(request);
                    case "PLAY" -> play(request);
                    case "PAUSE" -> pause(request);
                    case "GET_PARAMETER", "SET_PARAMETER" -> RtspReply.of(200);
                    case "TEARDOWN" -> tearDown(request);
                    default -> RtspReply.of(501);
                };
        RtspReply told = transport.isPresent() && reply.status() == 200
                ? reply.with(
                        "Session",
                        session + ";timeout="
                                + Math.max(1, server.settings().patience().toSeconds()))
                : reply;
        boolean sent = outbox.put(told.bytes(sequence));
        if (request.method().equals("PLAY") && reply.status() == 200) {
            join();
        }
        return sent && !request.method().equals("TEARDOWN");
    }

    private boolean refuse(RtspRequest request, String sequence) {
        if (!request.header("authorization").isEmpty()) {
            server.countRefused();
            wrong++;
        }
        outbox.put(door.knock().bytes(sequence));
        return wrong < MOST_WRONG;
    }

    private static String name(RtspRequest request) {
        return request.path().replaceFirst("/" + TRACK + "$", "");
    }

    private RtspReply describe(RtspRequest request) {
        Optional<RtspStream> found = server.findStream(name(request));
        if (found.isEmpty()) {
            return RtspReply.of(404);
        }
        String host = socket.getLocalAddress().getHostAddress();
        String kind = host.indexOf(':') >= 0 ? "IP6" : "IP4";
        return found.get()
                .description()
                .map(media -> RtspReply.of(200)
                        .with("Content-Base", request.uri().replaceFirst("/*$", "/"))
                        .withBody(
                                "application/sdp",
                                "v=0\r\no=- 1 1 IN " + kind + " " + host + "\r\ns=Garim\r\nc=IN " + kind + " "
                                        + (kind.equals("IP4") ? "0.0.0.0" : "::")
                                        + "\r\nt=0 0\r\na=control:*\r\na=range:npt=now-\r\n" + media + "a=control:"
                                        + TRACK + "\r\n"))
                .orElse(RtspReply.of(503));
    }

    private RtspReply setUp(RtspRequest request) {
        Optional<RtspStream> found = server.findStream(name(request));
        if (found.isEmpty()) {
            return RtspReply.of(404);
        }
        if (plays) {
            return RtspReply.of(455);
        }
        Optional<Transport> chosen = Transport.choose(request.header("transport"));
        if (chosen.isEmpty()) {
            return RtspReply.of(461);
        }
        stream = found;
        transport = chosen;
        return RtspReply.of(200).with("Transport", describe(chosen.get()));
    }

    private String describe(Transport chosen) {
        return switch (chosen) {
            case Transport.Interleaved(int channel) ->
                "RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1);
            case Transport.Datagrams(int port) ->
                "RTP/AVP;unicast;client_port=" + port + "-" + (port + 1) + ";server_port="
                        + server.packets().getLocalPort() + "-"
                        + server.reports().getLocalPort();
        };
    }

    private boolean isOtherSession(RtspRequest request) {
        return transport.isEmpty()
                || !request.header("session").replaceFirst(";.*", "").equals(session);
    }

    private RtspReply play(RtspRequest request) {
        if (isOtherSession(request)) {
            return RtspReply.of(454);
        }
        return RtspReply.of(200).with("Range", "npt=now-");
    }

    /** Begins to take packets, after the reply, so that none of them overtakes it. */
    private void join() {
        if (!plays) {
            plays = true;
            stream.ifPresent(watched -> watched.add(this));
        }
    }

    private RtspReply pause(RtspRequest request) {
        if (isOtherSession(request)) {
            return RtspReply.of(454);
        }
        leave();
        return RtspReply.of(200);
    }

    private RtspReply tearDown(RtspRequest request) {
        return isOtherSession(request) ? RtspReply.of(454) : pause(request);
    }

    private void leave() {
        plays = false;
        stream.ifPresent(watched -> watched.remove(this));
    }

    @Override
    public boolean take(ByteBuffer packet, boolean report) {
        boolean taken = !socket.isClosed()
                && switch (transport.orElseThrow()) {
                    case Transport.Interleaved(int channel) ->
                        outbox.put(framed(packet, report ? channel + 1 : channel));
                    case Transport.Datagrams(int port) -> sendDatagram(packet, report, port);
                };
        if (!taken) {
            dismiss();
        }
        return taken;
    }

    private static ByteBuffer framed(ByteBuffer packet, int channel) {
        ByteBuffer framed = ByteBuffer.allocate(FRAME_HEAD + packet.remaining());
        framed.put((byte) '$').put((byte) channel).putShort((short) packet.remaining());
        return framed.put(packet).flip();
    }

    private boolean sendDatagram(ByteBuffer packet, boolean report, int port) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        InetSocketAddress to = new InetSocketAddress(socket.getInetAddress(), report ? port + 1 : port);
        try {
            (report ? server.reports() : server.packets()).send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException e) {
            return false;
        }
        return true;
    }

    @Override
    public void dismiss() {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is gone either way, and nobody is left to be told.
            plays = false;
        }
    }
}
