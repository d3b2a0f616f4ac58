package garim.live.rtsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client that does what a test wants, also what no player does. */
final class Client implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final int port;
    private int sequence;

    Client(int port) throws IOException {
        this.port = port;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(DEADLINE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request and gives the head of the reply and its body; packets in between are skipped. */
    String ask(String method, String name, String header) throws IOException {
        String more = header.isEmpty() ? "" : header + "\r\n";
        say(method + " rtsp://127.0.0.1:" + port + "/" + name + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n" + more
                + "\r\n");
        int first = in.read();
        while (first == '$') {
            skipPacket();
            first = in.read();
        }
        StringBuilder text = new StringBuilder().append((char) first);
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) need());
        }
        String length = text.toString().replaceFirst("(?s).*Content-Length: (\\d+).*", "$1");
        if (length.length() < 6) {
            text.append(new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Begins to watch over this connection; what the stream gives from now on comes. */
    void play(String name) throws IOException {
        String reply = ask("SETUP", name + "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
        String session = reply.replaceFirst("(?s).*Session: (\\w+).*", "$1");
        assertTrue(ask("PLAY", name, "Session: " + session).startsWith("RTSP/1.0 200"));
        // Only when the next request is answered it is sure that what follows the reply to the last one is done.
        ask("OPTIONS", name, "");
    }

    /** RTP time of the next packet. */
    long nextTime() throws IOException {
        while (true) {
            assertTrue(need() == '$');
            int channel = need();
            byte[] packet = in.readNBytes(need() << 8 | need());
            if (channel == 0) {
                return Integer.toUnsignedLong(ByteBuffer.wrap(packet).getInt(4));
            }
        }
    }

    /** The first time of a packet that is another one. */
    long timeAfter(long before) throws IOException {
        long time = nextTime();
        while (time == before) {
            time = nextTime();
        }
        return time;
    }

    private void skipPacket() throws IOException {
        need();
        in.skipNBytes(need() << 8 | need());
    }

    private int need() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** True when the server has closed the connection; waits for it. */
    boolean isEnded() {
        try {
            return in.transferTo(java.io.OutputStream.nullOutputStream()) >= 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
