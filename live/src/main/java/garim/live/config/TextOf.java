package garim.live.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values as people write them; IllegalArgumentException says what is wrong with one. */
public final class TextOf {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(ms|s|m|h|d)?");
    private static final Pattern LISTEN = Pattern.compile("(.*):(\\d{1,5})");
    private static final int MOST_PORT = 65_535;

    private TextOf() {}

    /**
     * Where a server listens.
     *
     * @param host {@code 0.0.0.0} for all addresses
     * @param port 0 for any that is free
     */
    public record Address(String host, int port) {}

    /** A time such as {@code 400ms}, {@code 1.5s}, {@code 10m}, {@code 7d}; milliseconds where no unit stands. */
    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no time; write 400ms, 1.5s, 10m, 12h or 7d");
        }
        String unit = parts.group(2) == null ? "ms" : parts.group(2);
        double millis = Double.parseDouble(parts.group(1))
                * switch (unit) {
                    case "s" -> 1e3;
                    case "m" -> 60e3;
                    case "h" -> 3600e3;
                    case "d" -> 86_400e3;
                    default -> 1;
                };
        return Duration.ofMillis(Math.round(millis));
    }

    /** An address such as {@code :8080} for all networks, {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
    public static Address address(String text) {
        Matcher parts = LISTEN.matcher(text.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_PORT) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no address; write :8080 for all networks, or 127.0.0.1:8080");
        }
        String host = parts.group(1).replaceAll("[\\[\\]]", "");
        return new Address(host.isEmpty() ? "0.0.0.0" : host, Integer.parseInt(parts.group(2)));
    }
}
