package garim.engine.pipeline;

import java.util.List;
import java.util.Objects;

/**
 * How an output is proven.
 *
 * @param depth how closely it is looked at
 * @param eyes detectors that look at the output, other ones than found the targets; none when nobody does
 * @param strictRounds how often what they find is masked too and the output written again; 0 when never
 * @param threads frames looked at in parallel, from 1; does not change the result
 */
public record ProofSettings(Depth depth, List<DetectorUse> eyes, int strictRounds, int threads) {
    /** How closely an output is looked at. */
    public enum Depth {
        /** Every frame is compared with the input. */
        FULL,
        /** Only the bytes are fingerprinted. */
        HASH
    }

    public ProofSettings {
        Objects.requireNonNull(depth);
        eyes = List.copyOf(eyes);
        if (strictRounds < 0 || threads < 1) {
            throw new IllegalArgumentException("rounds must not be negative and threads at least 1");
        }
        if (strictRounds > 0 && (eyes.isEmpty() || depth != Depth.FULL)) {
            throw new IllegalArgumentException("strict masking needs somebody who looks at the output");
        }
    }
}
