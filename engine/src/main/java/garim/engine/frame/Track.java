package garim.engine.frame;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A track is one target over time, present in every frame from its first keyframe to its last.
 *
 * @param id number that is unique within its plan, from 1
 * @param kind what it is
 * @param keyframes at least one, in strictly rising frame order
 */
public record Track(int id, TargetKind kind, List<Keyframe> keyframes) {
    public Track {
        Objects.requireNonNull(kind);
        keyframes = List.copyOf(keyframes);
        if (id < 1 || keyframes.isEmpty()) {
            throw new IllegalArgumentException("track " + id + " needs a positive id and a keyframe");
        }
        for (int i = 1; i < keyframes.size(); i++) {
            if (keyframes.get(i).frame() <= keyframes.get(i - 1).frame()) {
                throw new IllegalArgumentException("keyframes of track " + id + " do not rise");
            }
            if (keyframes.get(i).corners().size()
                    != keyframes.get(i - 1).corners().size()) {
                throw new IllegalArgumentException("keyframes of track " + id + " differ in the number of corners");
            }
        }
    }

    /** First frame in which the target is present. */
    public int firstFrame() {
        return keyframes.getFirst().frame();
    }

    /** Last frame in which the target is present. */
    public int lastFrame() {
        return keyframes.getLast().frame();
    }

    /** Where the target is in a frame; empty outside its life. */
    public Optional<Box> boxAt(int frame) {
        if (frame < firstFrame() || frame > lastFrame()) {
            return Optional.empty();
        }
        Keyframe next = keyframes.get(indexAtOrAfter(frame));
        return Optional.of(
                next.frame() == frame ? next.box() : before(next).box().blend(next.box(), share(frame, next)));
    }

    /** The polygon that the target fills in a frame; empty outside its life, or when it fills its whole box. */
    public Optional<Polygon> polygonAt(int frame) {
        if (frame < firstFrame() || frame > lastFrame()) {
            return Optional.empty();
        }
        Keyframe next = keyframes.get(indexAtOrAfter(frame));
        if (next.frame() == frame) {
            return next.polygon();
        }
        return before(next).polygon().map(from -> from.blend(next.polygon().orElseThrow(), share(frame, next)));
    }

    private Keyframe before(Keyframe next) {
        return keyframes.get(indexAtOrAfter(next.frame()) - 1);
    }

    /** How far a frame is on the way to a keyframe, 0-1. */
    private double share(int frame, Keyframe next) {
        int from = before(next).frame();
        return (double) (frame - from) / (next.frame() - from);
    }

    private int indexAtOrAfter(int frame) {
        int low = 0;
        int high = keyframes.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyframes.get(middle).frame() < frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
