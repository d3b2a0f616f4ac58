package garim.cli.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a recipient is told in an export, in Korean, English and Indonesian. */
final class ReadmeText {
    private static final List<String> LANGUAGES = List.of("ko", "en", "id");
    private static final String BETWEEN = "\n" + "-".repeat(72) + "\n\n";

    private ReadmeText() {}

    /** The UTF-8 bytes of the text for a delivery. */
    static byte[] of(Delivery delivery) {
        return LANGUAGES.stream()
                .map(language -> filled(template(language), delivery))
                .reduce((above, below) -> above + BETWEEN + below)
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(String template, Delivery delivery) {
        return template.replace("{expires}", delivery.expires().toString())
                .replace("{program}", delivery.program())
                .replace("{request}", oneLine(delivery.request()))
                .replace("{recipient}", oneLine(delivery.recipient()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String template(String language) {
        String name = "readme_" + language + ".txt";
        try (InputStream stream = ReadmeText.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
