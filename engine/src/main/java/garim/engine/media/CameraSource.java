package garim.engine.media;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A camera source says where the pictures of a camera come from. What it prints never holds a password. */
public sealed interface CameraSource {
    /** How RTP packets travel. */
    enum Transport {
        /** In the connection of RTSP; nothing is lost. */
        TCP,
        /** Packet by packet; quicker, and what is lost is damage. */
        UDP
    }

    /**
     * Who logs in.
     *
     * @param user name
     * @param password in the clear; never printed
     */
    record Login(String user, String password) {
        public Login {
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * A camera that speaks RTSP.
     *
     * @param address {@code rtsp://} or {@code rtsps://}, without a login
     * @param login Basic or Digest, as the camera asks for; empty when it asks for none
     * @param transport how packets travel
     * @param patience the camera counts as gone when it was silent for so long
     */
    record Network(URI address, Optional<Login> login, Transport transport, Duration patience) implements CameraSource {
        public Network {
            Objects.requireNonNull(login);
            Objects.requireNonNull(transport);
            String scheme = String.valueOf(address.getScheme());
            if (!scheme.equals("rtsp") && !scheme.equals("rtsps")) {
                throw new IllegalArgumentException("a camera has an address that begins with rtsp:// or rtsps://");
            }
            if (address.getHost() == null || address.getRawUserInfo() != null) {
                throw new IllegalArgumentException("the address of a camera has a host and no login");
            }
            if (patience.compareTo(Duration.ZERO) <= 0) {
                throw new IllegalArgumentException("patience must be above 0");
            }
        }

        /** The address as libav wants it, with the login in it; kept out of every text. */
        String nativeUrl() {
            String text = address.toString();
            int start = text.indexOf("//") + 2;
            return login.map(known -> text.substring(0, start) + coded(known.user()) + ":" + coded(known.password())
                            + "@" + text.substring(start))
                    .orElse(text);
        }

        private static String coded(String text) {
            StringBuilder coded = new StringBuilder();
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || b == '-' || b == '_');
                coded.append(isPlain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
            }
            return coded.toString();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * A file that stands for a camera.
     *
     * @param file any video
     */
    record Recording(Path file) implements CameraSource {
        public Recording {
            Objects.requireNonNull(file);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }
}
