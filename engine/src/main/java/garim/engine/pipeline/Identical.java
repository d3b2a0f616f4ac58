package garim.engine.pipeline;

import garim.engine.media.MediaInfo;
import garim.engine.media.PacketIndex;
import garim.engine.media.SamePackets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The stretches of a file of which nothing is claimed and which its output holds byte for byte, so that nothing has to be
 * decoded to know what they show.
 *
 * @param before index of the input
 * @param after index of the output
 * @param stretches in order
 */
record Identical(PacketIndex before, PacketIndex after, List<SamePackets.Stretch> stretches) {
    Identical {
        stretches = List.copyOf(stretches);
    }

    /** Compares two files; empty when they can only be compared picture by picture. */
    static Optional<Identical> of(Path input, Path output, Claims claims) {
        Optional<PacketIndex> before = PacketIndex.of(input).filter(index -> index.frames() == claims.frames());
        Optional<PacketIndex> after = before.isEmpty()
                ? Optional.empty()
                : PacketIndex.of(output).filter(index -> index.frames() == claims.frames());
        return after.map(index -> new Identical(
                        before.orElseThrow(),
                        index,
                        SamePackets.of(input, before.orElseThrow(), output, index).stream()
                                .filter(stretch -> isFree(stretch, claims))
                                .toList()))
                .filter(found -> !found.stretches().isEmpty());
    }

    /**
     * A frame that second eyes may look at.
     *
     * @param seconds when it is shown
     * @param next when the frame of the next chance is; its own time where that does not matter
     */
    record Chance(int frame, double seconds, double next) {}

    /**
     * The frames of a stretch that second eyes may look at: its keys, where they come often enough, else every frame.
     *
     * @param often seconds that may lie between two looks
     * @param media of the output
     */
    List<Chance> chances(SamePackets.Stretch stretch, double often, MediaInfo media) {
        Deque<Chance> keys = new ArrayDeque<>();
        Deque<Chance> every = new ArrayDeque<>();
        double next = stretch.end() < frames() ? seconds(stretch.end(), media) : Double.NEGATIVE_INFINITY;
        boolean isOften = true;
        for (int frame = stretch.end() - 1; frame >= stretch.first(); frame--) {
            double seconds = seconds(frame, media);
            every.addFirst(new Chance(frame, seconds, seconds));
            if (after.isKey(frame)) {
                keys.addFirst(new Chance(frame, seconds, Math.max(seconds, next)));
                isOften &= next - seconds <= often + MediaInfo.TIME_ROUNDING;
                next = seconds;
            }
        }
        return List.copyOf(isOften ? keys : every);
    }

    private double seconds(int frame, MediaInfo media) {
        return media.timeBase().seconds(after.shownAt(frame) - after.shownAt(0));
    }

    private static boolean isFree(SamePackets.Stretch stretch, Claims claims) {
        return claims.tracks().stream()
                        .map(claim -> claim.track())
                        .noneMatch(track -> track.firstFrame() < stretch.end() && track.lastFrame() >= stretch.first())
                && claims.wholeFrames().stream()
                        .noneMatch(range -> range.firstFrame() < stretch.end() && range.lastFrame() >= stretch.first());
    }

    int frames() {
        return before.frames();
    }
}
