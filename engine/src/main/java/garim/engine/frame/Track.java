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
        int after = indexAtOrAfter(frame);
        Keyframe next = keyframes.get(after);
        if (next.frame() == frame) {
            return Optional.of(next.box());
        }
        Keyframe previous = keyframes.get(after - 1);
        double share = (double) (frame - previous.frame()) / (next.frame() - previous.frame());
        return Optional.of(previous.box().blend(next.box(), share));
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
