package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A union detector asks several detectors and reports whatever one of them is sure of or two of them see; what several
 * see is merged.
 */
public final class UnionDetector implements Detector {
    private final String name;
    private final List<Witness> witnesses;

    /**
     * A witness is one detector of a union.
     *
     * @param detector runs at a low threshold; closed with the union
     * @param convincing score 0-1 from which it is believed without another witness; 0 believes everything
     */
    public record Witness(Detector detector, double convincing) {
        public Witness {
            Objects.requireNonNull(detector);
            if (!(convincing >= 0 && convincing <= 1)) {
                throw new IllegalArgumentException("convincing score " + convincing + " is not within 0-1");
            }
        }
    }

    /**
     * Creates a union.
     *
     * @param name the name for plans and reports
     * @param witnesses at least one
     */
    public UnionDetector(String name, List<Witness> witnesses) {
        this.name = Objects.requireNonNull(name);
        this.witnesses = List.copyOf(witnesses);
        if (witnesses.isEmpty()) {
            throw new IllegalArgumentException("a union needs a detector");
        }
    }

    /** A union that believes each of its detectors everything. */
    public static UnionDetector of(String name, List<? extends Detector> detectors) {
        return new UnionDetector(
                name, detectors.stream().map(d -> new Witness(d, 0)).toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return believed(
                witnesses.stream().map(w -> w.detector().detect(picture)).toList());
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        return believed(witnesses.stream()
                .map(w -> w.detector().detectIn(picture, part))
                .toList());
    }

    private List<Detection> believed(List<List<Detection>> reports) {
        List<Detection> believed = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            for (Detection d : reports.get(i)) {
                if (d.score() >= witnesses.get(i).convincing() || isConfirmed(d, i, reports)) {
                    believed.add(d);
                }
            }
        }
        return Suppression.merge(believed);
    }

    private static boolean isConfirmed(Detection detection, int witness, List<List<Detection>> reports) {
        return IntStream.range(0, reports.size()).filter(i -> i != witness).anyMatch(i -> reports.get(i).stream()
                .anyMatch(d -> sameTarget(d, detection)));
    }

    private static boolean sameTarget(Detection a, Detection b) {
        return a.kind() == b.kind() && a.box().iou(b.box()) >= Suppression.SAME_TARGET_IOU;
    }

    @Override
    public void close() {
        witnesses.forEach(w -> w.detector().close());
    }
}
