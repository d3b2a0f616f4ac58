package garim.engine.pipeline;

import garim.engine.proof.OutputMedia;
import garim.engine.proof.Spot;
import java.util.List;
import java.util.Objects;

/**
 * What can be told of an output from the file alone.
 *
 * @param media what it holds
 * @param spots the spots that were asked for, with the fine detail that is to be seen there
 */
public record Inspection(OutputMedia media, List<Spot> spots) {
    public Inspection {
        Objects.requireNonNull(media);
        spots = List.copyOf(spots);
    }
}
