package garim.cli.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * To whom an export goes, and why.
 *
 * @param recipient who is to get it, not blank
 * @param request number of the request that it answers, not blank
 * @param expires last day of use
 * @param created now
 * @param program name and version of the program that packs it
 */
public record Delivery(String recipient, String request, LocalDate expires, Instant created, String program) {
    public Delivery {
        Objects.requireNonNull(expires);
        Objects.requireNonNull(created);
        Objects.requireNonNull(program);
        if (recipient.isBlank() || request.isBlank()) {
            throw new IllegalArgumentException("a delivery needs a recipient and the number of a request");
        }
    }
}
