package garim.live.onvif;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ONVIF device that answers searches and questions as cameras do, and can lie as some do. */
final class FakeDevice implements AutoCloseable {
    private static final String TEXT = "application/soap+xml";

    private final OnvifLogin login;
    private final Instant clock;
    private final HttpServer web;
    private final DatagramSocket ear;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String answersSearchesWith = "";

    FakeDevice(OnvifLogin login, Instant clock) throws IOException {
        this.login = login;
        this.clock = clock;
        InetAddress here = InetAddress.getLoopbackAddress();
        web = HttpServer.create(new InetSocketAddress(here, 0), 0);
        web.createContext("/", this::serve);
        web.start();
        ear = new DatagramSocket(new InetSocketAddress(here, 0));
        Thread.ofVirtual().start(this::listen);
    }

    URI service() {
        return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/onvif/device_service");
    }

    InetSocketAddress ear() {
        return (InetSocketAddress) ear.getLocalSocketAddress();
    }

    /** From now on searches get this; {@code ID} stands for the number of the search. */
    void answerSearchesWith(String text) {
        answersSearchesWith = text;
    }

    /** All questions so far. */
    List<String> heard() {
        return heard;
    }

    private void listen() {
        DatagramPacket packet = new DatagramPacket(new byte[65_507], 65_507);
        try {
            while (!ear.isClosed()) {
                ear.receive(packet);
                String probe = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                heard.add(probe);
                String id = probe.replaceFirst("(?s).*<w:MessageID>([^<]*)<.*", "$1");
                String text = answersSearchesWith.isEmpty() ? match(service().toString()) : answersSearchesWith;
                byte[] answer = text.replace("ID", id).getBytes(StandardCharsets.UTF_8);
                ear.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                ear.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // Closed by the test.
            heard.add("");
        }
    }

    static String match(String addresses) {
        return """
                <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"
                 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
                 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">
                <e:Header><a:RelatesTo>ID</a:RelatesTo></e:Header><e:Body><d:ProbeMatches><d:ProbeMatch>
                <d:Types>dn:NetworkVideoTransmitter</d:Types>
                <d:Scopes>onvif://www.onvif.org/name/North%20Gate onvif://www.onvif.org/hardware/FK-1</d:Scopes>
                <d:XAddrs>""" + addresses + "</d:XAddrs></d:ProbeMatch></d:ProbeMatches></e:Body></e:Envelope>";
    }

    private void serve(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(question);
        boolean isOpen = question.contains("GetSystemDateAndTime");
        String body = isOpen || isRight(question) ? answer(question) : fault();
        byte[] bytes = ("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>" + body
                        + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        exchange.sendResponseHeaders(body.equals(fault()) ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean isRight(String question) {
        String created = part(question, "u:Created");
        byte[] nonce = Base64.getMimeDecoder().decode(part(question, "w:Nonce"));
        boolean isFresh = Math.abs(Instant.parse(created).getEpochSecond() - clock.getEpochSecond()) <= 5;
        return isFresh
                && part(question, "w:Username").equals(login.user())
                && part(question, "w:Password").equals(SoapPost.digest(nonce, created, login.password()));
    }

    private static String part(String text, String name) {
        Matcher matcher = Pattern.compile("<" + name + "(?: [^>]*)?>([^<]*)</").matcher(text);
        return matcher.find() ? matcher.group(1) : "1970-01-01T00:00:00Z";
    }

    private static String fault() {
        return "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>t:NotAuthorized</s:Value>"
                + "</s:Subcode></s:Code></s:Fault>";
    }

    private String answer(String question) {
        if (question.contains("GetSystemDateAndTime")) {
            ZonedDateTime now = clock.atZone(ZoneOffset.UTC);
            return "<R><UTCDateTime><Time><Hour>" + now.getHour() + "</Hour><Minute>" + now.getMinute()
                    + "</Minute><Second>" + now.getSecond() + "</Second></Time><Date><Year>" + now.getYear()
                    + "</Year><Month>" + now.getMonthValue() + "</Month><Day>" + now.getDayOfMonth()
                    + "</Day></Date></UTCDateTime></R>";
        }
        if (question.contains("GetCapabilities")) {
            return "<R><Media><XAddr>http://10.99.0.1/onvif/media</XAddr></Media></R>";
        }
        if (question.contains("GetProfiles")) {
            return "<R><Profiles token=\"p&amp;1\"><Name>main</Name><VideoEncoderConfiguration><Encoding>H264</Encoding>"
                    + "<Resolution><Width>1920</Width><Height>1080</Height></Resolution></VideoEncoderConfiguration>"
                    + "</Profiles><Profiles token=\"p2\"><Name>small</Name></Profiles></R>";
        }
        boolean first = question.contains("p&amp;1<");
        return "<R><MediaUri><Uri>rtsp://admin:secret@10.99.0.1:554/" + (first ? "main?x=1&amp;y=2" : "small")
                + "</Uri></MediaUri></R>";
    }

    @Override
    public void close() {
        web.stop(0);
        ear.close();
    }

    static FakeDevice open(OnvifLogin login, Instant clock) {
        try {
            return new FakeDevice(login, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
