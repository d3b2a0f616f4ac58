package garim.cli.scene;

/** An axis maps target pixels of one direction to the two source samples they lie between, and the weight. */
final class Axis {
    private final int first;
    private final int end;
    private final int[] index;
    private final int[] weight;
    private final int last;

    private Axis(int first, int end, int sourceSize) {
        this.first = first;
        this.end = Math.max(first, end);
        this.index = new int[this.end - first];
        this.weight = new int[this.end - first];
        this.last = sourceSize - 1;
    }

    /** The axis that stretches a source over {@code length} target pixels from {@code start}. */
    static Axis of(double start, double length, int sourceSize, int targetSize) {
        int first = (int) Math.max(0, Math.ceil(start - 0.5));
        int end = (int) Math.min(targetSize, Math.ceil(start + length - 0.5));
        Axis axis = new Axis(first, end, sourceSize);
        for (int i = 0; i < axis.index.length; i++) {
            double at = (first + i + 0.5 - start) / length * sourceSize - 0.5;
            double kept = Math.clamp(at, 0.0, axis.last);
            axis.index[i] = (int) kept;
            axis.weight[i] = (int) ((kept - axis.index[i]) * 256);
        }
        return axis;
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    int index(int target) {
        return index[target - first];
    }

    int next(int target) {
        return Math.min(last, index[target - first] + 1);
    }

    int weight(int target) {
        return weight[target - first];
    }
}
