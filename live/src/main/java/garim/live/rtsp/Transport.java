package garim.live.rtsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A transport is the way on which a client wants to have its packets. */
sealed interface Transport {
    /**
     * Between the replies on the control connection.
     *
     * @param channel number of the channel for RTP; reports go over the next one
     */
    record Interleaved(int channel) implements Transport {}

    /**
     * As datagrams to the address from which the client asked.
     *
     * @param port for RTP; reports go to the next one
     */
    record Datagrams(int port) implements Transport {}

    /** The first of the ways asked for that can be gone. */
    static Optional<Transport> choose(String header) {
        return List.of(header.split(",")).stream()
                .map(Transport::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Transport> parse(String one) {
        String text = one.strip().toLowerCase(Locale.ROOT);
        if (text.contains("multicast") || text.contains("mode=record") || text.contains("mode=\"record\"")) {
            return Optional.empty();
        }
        if (text.startsWith("rtp/avp/tcp")) {
            return Optional.of(new Interleaved(number(text, "interleaved", 254).orElse(0)));
        }
        if (text.startsWith("rtp/avp/udp") || text.startsWith("rtp/avp;")) {
            return number(text, "client_port", 65_534).map(Datagrams::new);
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String text, String name, int most) {
        Matcher matcher = Pattern.compile(name + "=(\\d{1,5})").matcher(text);
        return matcher.find()
                ? Optional.of(Integer.valueOf(matcher.group(1))).filter(number -> number <= most)
                : Optional.empty();
    }
}
