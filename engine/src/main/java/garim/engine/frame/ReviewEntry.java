package garim.engine.frame;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A review entry is one edit of a plan with who made it, when and why. Entries are only ever appended.
 *
 * @param number its place among the entries, from 1
 * @param by name of the person who made it, as that person wrote it
 * @param at when
 * @param reason code of the reason, lower-case words joined by hyphens; empty where an edit needs none, see
 *     {@link #needsReason}
 * @param note what the person wanted to add; may be empty
 * @param edit what was done
 */
public record ReviewEntry(int number, String by, Instant at, String reason, String note, Edit edit) {
    /** The longest name and the longest note in characters. */
    public static final int LONGEST_TEXT = 1000;

    private static final Pattern REASON = Pattern.compile("|[a-z0-9]+(-[a-z0-9]+)*");

    public ReviewEntry {
        Objects.requireNonNull(at);
        if (number < 1 || by.isBlank() || by.length() > LONGEST_TEXT || note.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "entry " + number + " needs a number from 1, a name, and at most " + LONGEST_TEXT + " characters");
        }
        if (!isReason(reason)) {
            throw new IllegalArgumentException("reason " + reason + " of entry " + number + " is no code");
        }
        if (reason.isEmpty() && needsReason(edit)) {
            throw new IllegalArgumentException("entry " + number + " needs a reason");
        }
    }

    /** True for edits that say who is seen and what is covered, which nobody may do without a reason. */
    public static boolean needsReason(Edit edit) {
        return switch (edit) {
            case Edit.Keep keep -> true;
            case Edit.Mask mask -> true;
            case Edit.Draw draw -> true;
            case Edit.Split split -> false;
            case Edit.Merge merge -> false;
            case Edit.Extend extend -> false;
            case Edit.Undo undo -> false;
            case Edit.Approve approve -> false;
            case Edit.MatchFaces match -> false;
        };
    }

    /** True when it says something of the plan; who approves, or has faces compared, leaves all as it is. */
    public boolean isOfThePlan() {
        return !(edit instanceof Edit.Approve) && !(edit instanceof Edit.MatchFaces);
    }

    /** True when a text may stand as a reason: lower-case words joined by hyphens, or nothing. */
    public static boolean isReason(String text) {
        return REASON.matcher(text).matches();
    }
}
