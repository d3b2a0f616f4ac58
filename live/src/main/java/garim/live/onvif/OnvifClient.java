package garim.live.onvif;

import garim.live.LiveException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An ONVIF client asks one camera for its streams (device and media services, version 10). */
public final class OnvifClient {
    private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    private static final String SCHEMA = "http://www.onvif.org/ver10/schema";
    private static final int MOST_PROFILES = 32;

    private final URI device;
    private final Optional<OnvifLogin> login;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * A client of one camera.
     *
     * @param device address of its device service, such as {@code http://192.168.1.10/onvif/device_service}
     * @param login empty when it asks for none
     * @param clock the time of day; a camera whose clock differs is asked for its own
     * @param patience how long an answer may take
     */
    public OnvifClient(URI device, Optional<OnvifLogin> login, InstantSource clock, Duration patience) {
        this.device = SoapPost.service(device.toString())
                .orElseThrow(() -> new IllegalArgumentException(
                        "a camera is asked at an address that begins with http:// or https:// and has no login in it"));
        this.login = login;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * The streams, in the order in which the camera tells them: the best is usually first.
     *
     * @throws LiveException CAMERA
     */
    public List<OnvifStream> streams() {
        SoapPost post = new SoapPost(patience, login, clock);
        Duration ahead = ahead();
        URI media = media(post, ahead);
        Document profiles = post.ask(media, "<m:GetProfiles xmlns:m=\"" + MEDIA + "\"/>", ahead);
        List<OnvifStream> streams = new ArrayList<>();
        List<Element> found = SafeXml.all(profiles, "Profiles");
        for (Element profile : found.subList(0, Math.min(found.size(), MOST_PROFILES))) {
            stream(post, media, profile, ahead).ifPresent(streams::add);
        }
        return streams;
    }

    /** How far the clock of the camera is ahead; a digest of another time is refused. Asked without a login. */
    private Duration ahead() {
        SoapPost open = new SoapPost(patience, Optional.empty(), clock);
        try {
            Document answer = open.ask(device, "<d:GetSystemDateAndTime xmlns:d=\"" + DEVICE + "\"/>", Duration.ZERO);
            return SafeXml.all(answer, "UTCDateTime").stream()
                    .findFirst()
                    .map(this::difference)
                    .orElse(Duration.ZERO);
        } catch (LiveException e) {
            // Some cameras want a login even for this; most of those have the right time.
            return Duration.ZERO;
        }
    }

    private Duration difference(Element utc) {
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(utc, "Year"),
                    number(utc, "Month"),
                    number(utc, "Day"),
                    number(utc, "Hour"),
                    number(utc, "Minute"),
                    Math.min(59, number(utc, "Second")));
            return Duration.between(clock.instant(), time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static int number(Element element, String name) {
        return SafeXml.text(element, name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** Where media are asked for; on the host that was asked, whatever address a camera behind a router believes to have. */
    private URI media(SoapPost post, Duration ahead) {
        String question =
                "<d:GetCapabilities xmlns:d=\"" + DEVICE + "\"><d:Category>Media</d:Category></d:GetCapabilities>";
        Document answer = post.ask(device, question, ahead);
        return SafeXml.all(answer, "Media").stream()
                .flatMap(media -> SafeXml.text(media, "XAddr").stream())
                .flatMap(text -> SoapPost.service(text).stream())
                .findFirst()
                .map(this::onSameHost)
                .orElse(device);
    }

    private URI onSameHost(URI told) {
        if (told.getHost().equalsIgnoreCase(device.getHost())) {
            return told;
        }
        String query = told.getRawQuery() == null ? "" : "?" + told.getRawQuery();
        return URI.create(device.getScheme() + "://" + device.getRawAuthority() + told.getRawPath() + query);
    }

    private Optional<OnvifStream> stream(SoapPost post, URI media, Element profile, Duration ahead) {
        String token = profile.getAttribute("token");
        String question = "<m:GetStreamUri xmlns:m=\"" + MEDIA + "\"><m:StreamSetup>"
                + "<t:Stream xmlns:t=\"" + SCHEMA + "\">RTP-Unicast</t:Stream>"
                + "<t:Transport xmlns:t=\"" + SCHEMA + "\"><t:Protocol>RTSP</t:Protocol></t:Transport>"
                + "</m:StreamSetup><m:ProfileToken>" + SoapPost.escaped(token) + "</m:ProfileToken></m:GetStreamUri>";
        Document answer = post.ask(media, question, ahead);
        Optional<Element> encoder =
                SafeXml.all(profile, "VideoEncoderConfiguration").stream().findFirst();
        return SafeXml.all(answer, "Uri").stream()
                .findFirst()
                .flatMap(uri -> address(uri.getTextContent().strip()))
                .map(address -> new OnvifStream(
                        SafeXml.text(profile, "Name").orElse(token).replaceAll("\\p{Cntrl}", ""),
                        encoder.flatMap(config -> SafeXml.text(config, "Encoding"))
                                .orElse("")
                                .replaceAll("\\W", ""),
                        encoder.map(config -> number(config, "Width")).orElse(0),
                        encoder.map(config -> number(config, "Height")).orElse(0),
                        address));
    }

    /** The address without a login, which some cameras write into it, and on the host that was asked. */
    private Optional<URI> address(String text) {
        try {
            URI told = URI.create(text.replace(" ", "%20"));
            if (!"rtsp".equals(told.getScheme()) && !"rtsps".equals(told.getScheme())) {
                return Optional.empty();
            }
            String port = told.getPort() < 0 ? "" : ":" + told.getPort();
            String query = told.getRawQuery() == null ? "" : "?" + told.getRawQuery();
            return Optional.of(
                    URI.create(told.getScheme() + "://" + device.getHost() + port + told.getRawPath() + query));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
