package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.frame.ModelUse;
import java.util.List;
import java.util.Objects;

/**
 * The detector of an analysis and the model files behind it.
 *
 * @param detector finds the targets; closed by whoever made it
 * @param models what goes into the plan about it
 */
public record DetectorUse(Detector detector, List<ModelUse> models) {
    public DetectorUse {
        Objects.requireNonNull(detector);
        models = List.copyOf(models);
    }
}
