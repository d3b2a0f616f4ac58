package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.mask.Overprint;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.FrameEncoder;
import garim.engine.media.MediaInfo;
import garim.engine.media.PacketCopy;
import garim.engine.media.PacketIndex;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies segments in which nothing is masked, packet by packet, so that they need not be decoded and encoded again. */
final class SegmentCopying {
    /** More frames than this without a key in between would have to be held at once. */
    private static final int MOST_FRAMES = 2000;

    private static final String CODEC = "h264";

    private final Path input;
    private final MediaInfo info;
    private final RenderSettings settings;
    private final int frames;
    private final boolean isAllowed;
    private final BitSet masked = new BitSet();

    SegmentCopying(Path input, MediaInfo info, MaskPlan plan, RenderSettings settings) {
        this.input = input;
        this.info = info;
        this.settings = settings;
        frames = plan.input().frames();
        isAllowed = settings.mayCopy() && settings.overprint().equals(Overprint.NONE);
        if (isAllowed) {
            noteMasked(new PlanWalk(plan));
        }
    }

    private void noteMasked(PlanWalk walk) {
        for (int frame = 0; frame < frames; frame++) {
            FrameVerdict verdict = walk.at(frame);
            masked.set(frame, !(verdict instanceof FrameVerdict.Regions(var regions) && regions.isEmpty()));
        }
    }

    /** True when nothing is masked or printed in any frame of a segment, and copying is allowed. */
    boolean isUnmasked(Segment segment) {
        int next = masked.nextSetBit(segment.first());
        return isAllowed && (next < 0 || next >= segment.end()) && end(segment) - segment.first() <= MOST_FRAMES;
    }

    private int end(Segment segment) {
        return segment.isLast() ? frames : segment.end();
    }

    /** Copies segments into a store; those that do not stand for themselves are left out. */
    Map<Segment, SegmentEnd> copy(List<Segment> segments, PacketIndex index, SegmentStore store) {
        Map<Segment, SegmentEnd> copied = new LinkedHashMap<>();
        try (FrameEncoder ours = FrameEncoder.open(input, info, settings.write(), packet -> {})) {
            CodedStream stream = ours.stream();
            Optional<PacketCopy> opened =
                    stream.codec().equals(CODEC) ? PacketCopy.open(input, index, info) : Optional.empty();
            if (opened.isEmpty()) {
                return copied;
            }
            try (PacketCopy copy = opened.get()) {
                for (Segment segment : segments) {
                    copy.packets(segment.first(), end(segment))
                            .ifPresent(
                                    packets -> copied.put(segment, keep(segment, packets, stream, ours.name(), store)));
                }
            }
            return copied;
        }
    }

    private static SegmentEnd keep(
            Segment segment, List<CodedPacket> packets, CodedStream stream, String encoder, SegmentStore store) {
        SegmentEnd end = new SegmentEnd(stream, encoder, true, packets.size(), 0, 0, 0, 0, false, 0, 0);
        try (SegmentStore.Recorder recorder = store.begin(segment)) {
            packets.forEach(recorder::add);
            recorder.finish(end);
        }
        return end;
    }
}
