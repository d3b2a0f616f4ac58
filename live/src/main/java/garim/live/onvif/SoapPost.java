package garim.live.onvif;

import garim.live.LiveException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.w3c.dom.Document;

/** One question to a camera and its answer: SOAP 1.2 over HTTP, the login as a digest (WS-Security UsernameToken 1.0). */
final class SoapPost {
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int NONCE_BYTES = 16;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final Duration patience;
    private final Optional<OnvifLogin> login;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SoapPost(Duration patience, Optional<OnvifLogin> login, InstantSource clock) {
        this.patience = patience;
        this.login = login;
        this.clock = clock;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** An address of a service: HTTP or HTTPS, with a host and without a login; empty when it is none. */
    static Optional<URI> service(String text) {
        try {
            URI uri = URI.create(text);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return isWeb && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks.
     *
     * @param body what stands in the body of the envelope
     * @param ahead seconds by which the clock of the camera is ahead of ours
     * @throws LiveException CAMERA when it does not answer, refuses, or answers nonsense
     */
    Document ask(URI service, String body, Duration ahead) {
        String envelope = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header>"
                + login.map(known -> token(known, ahead)).orElse("")
                + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(service)
                .timeout(patience)
                .header("Content-Type", "application/soap+xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return understood(service, response.statusCode(), in.readNBytes(LARGEST_ANSWER + 1));
            }
        } catch (IOException e) {
            throw new LiveException(
                    LiveException.Code.CAMERA, "The camera at " + service.getHost() + " does not answer ONVIF", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LiveException(
                    LiveException.Code.CAMERA, "Asking the camera at " + service.getHost() + " was interrupted", e);
        }
    }

    private static Document understood(URI service, int status, byte[] answer) throws IOException {
        Document document = status == UNAUTHORIZED
                ? SafeXml.read("<none/>".getBytes(StandardCharsets.UTF_8))
                : SafeXml.read(answer);
        boolean refused = status == UNAUTHORIZED
                || SafeXml.all(document, "Value").stream()
                        .anyMatch(value -> value.getTextContent().contains("NotAuthorized"));
        if (refused) {
            throw new LiveException(
                    LiveException.Code.CAMERA,
                    "The camera at " + service.getHost() + " refuses the login, or wants one");
        }
        if (!SafeXml.all(document, "Fault").isEmpty()) {
            throw new LiveException(
                    LiveException.Code.CAMERA,
                    "The camera at " + service.getHost() + " does not understand the question");
        }
        return document;
    }

    private String token(OnvifLogin known, Duration ahead) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Instant camera = clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        String space = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
        return "<w:Security xmlns:w=\"" + space + "wssecurity-secext-1.0.xsd\" xmlns:u=\"" + space
                + "wssecurity-utility-1.0.xsd\" s:mustUnderstand=\"true\"><w:UsernameToken><w:Username>"
                + escaped(known.user())
                + "</w:Username><w:Password Type=\"" + space + "username-token-profile-1.0#PasswordDigest\">"
                + digest(nonce, camera.toString(), known.password())
                + "</w:Password><w:Nonce EncodingType=\"" + space + "soap-message-security-1.0#Base64Binary\">"
                + Base64.getEncoder().encodeToString(nonce) + "</w:Nonce><u:Created>" + camera
                + "</u:Created></w:UsernameToken></w:Security>";
    }

    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-1");
            sum.update(nonce);
            sum.update(created.getBytes(StandardCharsets.UTF_8));
            sum.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
