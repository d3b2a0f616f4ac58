package garim.engine.pipeline;

import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.SecondLook;
import java.util.Objects;

/**
 * What is known of a written output.
 *
 * @param file its bytes
 * @param media what it holds
 * @param figures what can still be read in it; nothing when it was not compared
 * @param eyes what second eyes made of it
 */
public record Proof(FilePieces file, OutputMedia media, ProofFigures figures, SecondLook eyes) {
    public Proof {
        Objects.requireNonNull(file);
        Objects.requireNonNull(media);
        Objects.requireNonNull(figures);
        Objects.requireNonNull(eyes);
    }

    /** True when a person must look before the output is given away. */
    public boolean needsReview() {
        return figures.isExposed() || eyes.needsReview();
    }
}
