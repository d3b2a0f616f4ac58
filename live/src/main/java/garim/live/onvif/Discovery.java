package garim.live.onvif;

import garim.live.LiveException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A search for cameras: WS-Discovery (OASIS, 2005 edition as ONVIF uses it) over multicast, for a bounded time. */
public final class Discovery {
    /** Where cameras listen for searches. */
    public static final InetSocketAddress EVERYBODY = new InetSocketAddress("239.255.255.250", 3702);

    private static final int LARGEST_ANSWER = 65_507;
    private static final int MOST_CAMERAS = 1000;
    private static final int HOPS = 1;

    private final InetSocketAddress whom;
    private final LongSupplier nanoTime;

    /**
     * A search.
     *
     * @param whom {@link #EVERYBODY}, or the address of one
     * @param nanoTime nanoseconds that never jump
     */
    public Discovery(InetSocketAddress whom, LongSupplier nanoTime) {
        this.whom = whom;
        this.nanoTime = nanoTime;
    }

    /**
     * Searches for so long; each camera is told once.
     *
     * @throws LiveException CAMERA when the network cannot be searched
     */
    public List<OnvifCamera> search(Duration time) {
        String id = "urn:uuid:" + UUID.randomUUID();
        try (MulticastSocket socket = new MulticastSocket()) {
            socket.setTimeToLive(HOPS);
            ask(socket, probe(id).getBytes(StandardCharsets.UTF_8));
            return collect(socket, id, time);
        } catch (IOException e) {
            throw new LiveException(
                    LiveException.Code.CAMERA, "The network cannot be searched for cameras: " + e.getMessage(), e);
        }
    }

    /** Asks on every network that this machine is in; one alone is asked once. */
    private void ask(MulticastSocket socket, byte[] probe) throws IOException {
        DatagramPacket packet = new DatagramPacket(probe, probe.length, whom);
        if (!whom.getAddress().isMulticastAddress()) {
            socket.send(packet);
            return;
        }
        int asked = 0;
        IOException last = new IOException("there is no network");
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && network.supportsMulticast()) {
                try {
                    socket.setNetworkInterface(network);
                    socket.send(packet);
                    asked++;
                } catch (IOException e) {
                    last = e;
                }
            }
        }
        if (asked == 0) {
            throw last;
        }
    }

    private List<OnvifCamera> collect(DatagramSocket socket, String id, Duration time) throws IOException {
        Map<List<URI>, OnvifCamera> found = new LinkedHashMap<>();
        long end = nanoTime.getAsLong() + time.toNanos();
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST_ANSWER], LARGEST_ANSWER);
        long left = time.toMillis();
        while (left > 0 && found.size() < MOST_CAMERAS) {
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            try {
                socket.receive(packet);
                byte[] answer = Arrays.copyOf(packet.getData(), packet.getLength());
                for (OnvifCamera camera : cameras(answer, id, packet.getAddress())) {
                    found.putIfAbsent(camera.services(), camera);
                }
            } catch (SocketTimeoutException e) {
                left = 0;
            }
            left = Math.min(left, Duration.ofNanos(end - nanoTime.getAsLong()).toMillis());
        }
        return List.copyOf(found.values());
    }

    private static String probe(String id) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"
                 xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing"
                 xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"
                 xmlns:dn="http://www.onvif.org/ver10/network/wsdl">
                <e:Header><w:MessageID>%s</w:MessageID>
                <w:To e:mustUnderstand="true">urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>
                <w:Action e:mustUnderstand="true">http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action>
                </e:Header><e:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></e:Body>
                </e:Envelope>
                """.formatted(id);
    }

    /** The cameras in an answer to this very search; none when it makes no sense, since anybody may answer. */
    static List<OnvifCamera> cameras(byte[] answer, String id, InetAddress from) {
        Document document;
        try {
            document = SafeXml.read(answer);
        } catch (IOException e) {
            return List.of();
        }
        boolean isOurs = SafeXml.all(document, "RelatesTo").stream()
                .anyMatch(relates -> relates.getTextContent().strip().equals(id));
        if (!isOurs) {
            return List.of();
        }
        return SafeXml.all(document, "ProbeMatch").stream()
                .map(match -> camera(match, from))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<OnvifCamera> camera(Element match, InetAddress from) {
        List<URI> services = new ArrayList<>();
        for (String word : SafeXml.text(match, "XAddrs").orElse("").split("\\s+", -1)) {
            SoapPost.service(word).filter(uri -> isFrom(uri, from)).ifPresent(services::add);
        }
        String scopes = SafeXml.text(match, "Scopes").orElse("");
        return services.isEmpty()
                ? Optional.empty()
                : Optional.of(new OnvifCamera(scope(scopes, "name"), scope(scopes, "hardware"), services));
    }

    /** A camera speaks for itself only: else one answer could send a login to anybody. */
    private static boolean isFrom(URI service, InetAddress from) {
        String host = service.getHost().replaceAll("^\\[|\\]$", "");
        return host.matches("[0-9.]+|[0-9a-fA-F:]+")
                && from.getHostAddress().replaceFirst("%.*", "").equals(host);
    }

    private static String scope(String scopes, String kind) {
        String begin = "onvif://www.onvif.org/" + kind + "/";
        return Arrays.stream(scopes.split("\\s+", -1))
                .filter(scope -> scope.startsWith(begin))
                .findFirst()
                .map(scope -> printable(scope.substring(begin.length())))
                .orElse("");
    }

    private static String printable(String coded) {
        try {
            String text = URLDecoder.decode(coded.replace("+", "%2B"), StandardCharsets.UTF_8);
            return text.replaceAll("\\p{Cntrl}", "");
        } catch (IllegalArgumentException e) {
            return coded.replaceAll("\\p{Cntrl}", "");
        }
    }
}
