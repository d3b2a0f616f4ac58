package garim.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Report text is the figures as tables for a person. */
final class ReportText {
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private ReportText() {}

    /** One cost in a line. */
    static String of(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%.1f CPU s, %.1f s, peak %.0f MB",
                cost.cpuSeconds(),
                cost.wallSeconds(),
                cost.peakMegabytes());
    }

    /** The tables of a comparison. */
    static String of(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(comparison.clip() + ", " + comparison.frames() + " frames; mask "
                + String.join(" ", comparison.maskOptions()));
        lines.add("Median (least-greatest) of "
                + comparison.contenders().getFirst().rounds().size() + " rounds.");
        lines.add("");
        lines.add(row("", "CPU s", "wall s", "frames/s", "peak MB", "output MB"));
        comparison.contenders().forEach(contender -> lines.add(row(contender, comparison.frames())));
        lines.add("");
        comparison.ratios().forEach(ratio -> {
            lines.add(ratioLine(ratio.name() + " CPU", ratio.cpu()));
            lines.add(ratioLine(ratio.name() + " wall", ratio.wall()));
        });
        lines.add("");
        lines.addAll(lines(comparison.breakdown()));
        return String.join("\n", lines);
    }

    /** The table of a loop. */
    static String of(LoopMemory memory) {
        return String.join(
                "\n",
                memory.clip() + "; mask " + String.join(" ", memory.maskOptions()),
                row("", "CPU s", "wall s", "peak MB"),
                row("once", memory.single()),
                row(memory.times() + " times", memory.looped()),
                String.format(Locale.ROOT, "peak memory x %.2f (1 is flat)", memory.peakRatio()));
    }

    private static String row(Contender contender, int frames) {
        List<Cost> rounds = contender.rounds();
        return row(
                contender.letter() + " " + contender.name(),
                Spread.of(rounds, Cost::cpuSeconds).text(1),
                Spread.of(rounds, Cost::wallSeconds).text(1),
                Spread.of(rounds, cost -> frames / cost.wallSeconds()).text(1),
                Spread.of(rounds, Cost::peakMegabytes).text(0),
                Spread.of(rounds, cost -> cost.outputBytes() / BYTES_PER_MEGABYTE)
                        .text(1));
    }

    private static String row(String name, Cost cost) {
        List<Cost> only = List.of(cost);
        return row(
                name,
                Spread.of(only, Cost::cpuSeconds).text(1),
                Spread.of(only, Cost::wallSeconds).text(1),
                Spread.of(only, Cost::peakMegabytes).text(0));
    }

    private static String row(String name, String... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", name));
        for (String cell : cells) {
            line.append(String.format(Locale.ROOT, " %20s", cell));
        }
        return line.toString().stripTrailing();
    }

    private static String ratioLine(String name, List<Double> rounds) {
        String each = rounds.stream()
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT, "%-9s %6.2f   rounds: %s", name, Spread.of(rounds).median(), each);
    }

    private static List<String> lines(Breakdown breakdown) {
        List<String> lines = new ArrayList<>();
        lines.add("mask by part of the work, CPU s (the last round of c)");
        breakdown.seconds().forEach((part, seconds) -> lines.add(stage(part, seconds, breakdown.whole())));
        lines.add(stage("whole", breakdown.whole(), breakdown.whole()));
        return lines;
    }

    private static String stage(String words, double seconds, double whole) {
        return String.format(Locale.ROOT, "  %-28s %8.2f %6.1f %%", words, seconds, 100 * seconds / whole);
    }
}
