package garim.cli.export;

import java.util.Arrays;

/** A password, whose characters are wiped from memory when it is closed; it never shows them. */
public final class Password implements AutoCloseable {
    /**
     * Fewest characters. The format turns a password into a key with only 1000 rounds of PBKDF2, so that length is all
     * that stands against guessing.
     */
    public static final int SHORTEST = 12;

    /** Fewest different characters. */
    private static final int FEWEST_DIFFERENT = 6;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    private final char[] characters;

    /** Takes the characters over; whoever gave them must not use them any more. */
    public Password(char[] characters) {
        this.characters = characters;
    }

    /** The characters themselves, not a copy. */
    char[] characters() {
        return characters;
    }

    /** True when both are the same. */
    public boolean isSameAs(Password other) {
        return Arrays.equals(characters, other.characters);
    }

    /**
     * Refuses a password that could be guessed, or that other programs would read as another one.
     *
     * @throws ExportException PASSWORD_WEAK
     */
    public void requireStrong() {
        if (characters.length < SHORTEST) {
            throw weak("it has fewer than " + SHORTEST + " characters");
        }
        for (char each : characters) {
            if (each < FIRST_PRINTABLE || each > LAST_PRINTABLE) {
                throw weak("programs for zip files read only ASCII characters alike");
            }
        }
        long different = new String(characters).chars().distinct().count();
        if (different < FEWEST_DIFFERENT) {
            throw weak("it has fewer than " + FEWEST_DIFFERENT + " different characters");
        }
        if (isOneRun()) {
            throw weak("its characters follow each other in the alphabet");
        }
    }

    /** True when almost every character is a neighbour of the one before it, as in abcdefghijkl or 123456654321. */
    private boolean isOneRun() {
        int neighbours = 0;
        for (int i = 1; i < characters.length; i++) {
            neighbours += Math.abs(characters[i] - characters[i - 1]) <= 1 ? 1 : 0;
        }
        return neighbours * 4 >= (characters.length - 1) * 3;
    }

    private static ExportException weak(String reason) {
        return new ExportException(ExportErrorCode.PASSWORD_WEAK, "password", reason);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "password";
    }
}
