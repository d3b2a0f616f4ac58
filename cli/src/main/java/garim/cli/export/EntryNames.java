package garim.cli.export;

import java.util.regex.Pattern;

/** The names that files in an export may have: no folders, nothing hidden, nothing that a system reads otherwise. */
final class EntryNames {
    /** The note that says what is in an export. */
    static final String NOTE = "delivery.json";

    /** What a person reads first. */
    static final String README = "README.txt";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*(\\.[A-Za-z0-9-]+){1,4}");
    private static final int LONGEST = 80;

    private EntryNames() {}

    static boolean isAllowed(String name) {
        return name.length() <= LONGEST && ALLOWED.matcher(name).matches();
    }

    static void require(String name) {
        if (!isAllowed(name)) {
            throw new IllegalArgumentException("not a name for a file in an export: " + name);
        }
    }
}
