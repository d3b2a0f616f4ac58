package garim.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Proc text is what Linux tells about a process in its {@code /proc} folder (man page proc(5)). */
final class ProcText {
    private static final String PEAK = "VmHWM:";
    // Counted from the state, which follows the name in brackets and is field 3 of the man page.
    private static final int CHILDREN_USER = 16 - 3;
    private static final int CHILDREN_SYSTEM = 17 - 3;

    private ProcText() {}

    /**
     * User and system time in clock ticks of all ended children that a process waited for, from its {@code stat}.
     *
     * @throws IllegalArgumentException when the text is of another form
     */
    static long childTicks(String stat) {
        // The name may hold spaces and brackets; nothing after its last bracket does.
        int end = stat.lastIndexOf(')');
        List<String> fields = Arrays.asList(stat.substring(end + 1).strip().split(" ", -1));
        if (end < 0 || fields.size() <= CHILDREN_SYSTEM) {
            throw new IllegalArgumentException("not the stat of a process: " + stat);
        }
        return Long.parseLong(fields.get(CHILDREN_USER)) + Long.parseLong(fields.get(CHILDREN_SYSTEM));
    }

    /** Most resident memory so far in kilobytes, from a {@code status}; empty for a process that has none any more. */
    static OptionalLong peakKilobytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith(PEAK))
                .map(line -> line.substring(PEAK.length()).strip().split(" ", -1)[0])
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
