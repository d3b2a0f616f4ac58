package garim.cli.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A delivery note says what is in an export, for whom, and until when it is meant to be used. The date is a wish: nothing
 * can keep somebody with the password from reading later.
 *
 * @param version format version, see {@link #VERSION}
 * @param program name and version of the program that packed it
 * @param created when, as ISO 8601 in UTC
 * @param recipient who is to get it
 * @param request number of the request that it answers
 * @param expires last day of use
 * @param files everything in the export but this note
 */
public record DeliveryNote(
        int version,
        String program,
        String created,
        String recipient,
        String request,
        LocalDate expires,
        List<PackedFile> files) {
    /** The format version that this program writes. */
    public static final int VERSION = 1;

    public DeliveryNote {
        Objects.requireNonNull(program);
        Objects.requireNonNull(created);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(request);
        Objects.requireNonNull(expires);
        files = List.copyOf(files);
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not known; this program reads " + VERSION);
        }
    }

    /** True when the last day of use lies before a day. */
    public boolean isExpiredOn(LocalDate day) {
        return expires.isBefore(day);
    }
}
