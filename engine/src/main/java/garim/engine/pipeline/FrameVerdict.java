package garim.engine.pipeline;

import garim.engine.frame.WholeReason;
import garim.engine.mask.MaskRegion;
import java.util.List;

/** What is to be covered in one frame. */
public sealed interface FrameVerdict {
    /** Nothing is known: everything is covered. */
    record Whole(WholeReason reason) implements FrameVerdict {}

    /** These regions are covered; none when the frame shows no target. */
    record Regions(List<MaskRegion> regions) implements FrameVerdict {
        public Regions {
            regions = List.copyOf(regions);
        }
    }
}
