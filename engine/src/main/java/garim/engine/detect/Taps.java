package garim.engine.detect;

/** The source samples and fixed-point weights of every target sample along one axis; weights sum to one exactly. */
final class Taps {
    static final int BITS = 14;
    private static final int ONE = 1 << BITS;

    private final int taps;
    private final int[] first;
    private final int[] weights;

    private Taps(int taps, int length) {
        this.taps = taps;
        this.first = new int[length];
        this.weights = new int[taps * length];
    }

    /** The taps that turn {@code from} samples into {@code to} samples. */
    static Taps between(int from, int to) {
        if (from <= 0 || to <= 0) {
            throw new IllegalArgumentException("cannot resample " + from + " samples to " + to);
        }
        double ratio = (double) from / to;
        double reach = Math.max(ratio, 1);
        Taps result = new Taps(Math.min(from, (int) Math.ceil(reach) + 1), to);
        for (int i = 0; i < to; i++) {
            result.fill(i, (i + 0.5) * ratio, ratio, from);
        }
        return result;
    }

    private void fill(int target, double centre, double ratio, int from) {
        double low = ratio > 1 ? centre - ratio / 2 : Math.floor(centre - 0.5);
        int start = Math.clamp((long) Math.floor(low + 1e-9), 0, from - taps);
        first[target] = start;
        int rest = ONE;
        int heaviest = 0;
        for (int k = 0; k < taps; k++) {
            double share = ratio > 1 ? overlap(start + k, centre, ratio) : nearness(start + k, centre, from);
            int weight = (int) Math.round(share * ONE);
            weights[target * taps + k] = weight;
            rest -= weight;
            heaviest = weight > weights[target * taps + heaviest] ? k : heaviest;
        }
        weights[target * taps + heaviest] += rest;
    }

    private static double overlap(int sample, double centre, double ratio) {
        double common = Math.min(sample + 1, centre + ratio / 2) - Math.max(sample, centre - ratio / 2);
        return Math.max(0, common) / ratio;
    }

    private static double nearness(int sample, double centre, int from) {
        double place = Math.clamp(centre - 0.5, 0, from - 1);
        return Math.max(0, 1 - Math.abs(sample - place));
    }

    int length() {
        return first.length;
    }

    int taps() {
        return taps;
    }

    int first(int target) {
        return first[target];
    }

    /** All weights, those of a target side by side; read only. */
    int[] weights() {
        return weights;
    }

    int weight(int target, int tap) {
        return weights[target * taps + tap];
    }
}
