package garim.engine.pipeline;

import garim.engine.frame.Frame;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.MaskedPart;
import garim.engine.mask.MaskedParts;
import garim.engine.seal.SealWriter;
import java.util.List;

/** Seals what masks are about to cover. */
final class FrameSealer {
    private final SealWriter writer;
    private final MaskedParts parts = new MaskedParts();

    FrameSealer(SealWriter writer) {
        this.writer = writer;
    }

    /** Seals what lies under the masks of a frame that is not masked yet. */
    void seal(Frame frame, List<MaskRegion> regions) {
        for (MaskedPart part : parts.of(frame.width(), frame.height(), regions)) {
            writer.add(frame.index(), part.tracks(), PartSamples.take(frame, part));
        }
    }
}
