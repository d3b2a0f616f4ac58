package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.frame.ModelUse;
import java.util.List;
import java.util.Objects;

/**
 * One detector of an analysis, the model files behind it, and how often it looks.
 *
 * @param detector finds the targets; closed by whoever made it
 * @param models what goes into the plan about it
 * @param stride it takes part in every n-th look, from 1; more than 1 for slow detectors of things that stand still
 */
public record DetectorUse(Detector detector, List<ModelUse> models, int stride) {
    public DetectorUse {
        Objects.requireNonNull(detector);
        models = List.copyOf(models);
        if (stride < 1) {
            throw new IllegalArgumentException("stride must be at least 1");
        }
    }

    /** A detector that takes part in every look. */
    public DetectorUse(Detector detector, List<ModelUse> models) {
        this(detector, models, 1);
    }
}
