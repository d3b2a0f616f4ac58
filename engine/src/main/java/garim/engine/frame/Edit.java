package garim.engine.frame;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** An edit is one thing that a reviewer did to a plan. It is never taken out again; an {@link Undo} makes it count no more. */
public sealed interface Edit {
    /**
     * These tracks stay visible where the reviewer could see them.
     *
     * @param tracks at least one, none twice
     */
    record Keep(List<Integer> tracks) implements Edit {
        public Keep {
            tracks = distinct(tracks, 1);
        }
    }

    /**
     * These tracks are masked from begin to end, whatever was decided before.
     *
     * @param tracks at least one, none twice
     */
    record Mask(List<Integer> tracks) implements Edit {
        public Mask {
            tracks = distinct(tracks, 1);
        }
    }

    /**
     * A track becomes two.
     *
     * @param track the track, which keeps what is before the cut
     * @param frame first frame of the second part
     * @param newTrack number of the second part, never used before
     */
    record Split(int track, int frame, int newTrack) implements Edit {
        public Split {
            if (newTrack < 1 || frame < 1) {
                throw new IllegalArgumentException("bad split at " + frame + " into " + newTrack);
            }
        }
    }

    /**
     * Tracks become one, which has the number of the first.
     *
     * @param tracks at least two, none twice
     */
    record Merge(List<Integer> tracks) implements Edit {
        public Merge {
            tracks = distinct(tracks, 2);
        }
    }

    /**
     * A track is held where it begins or ends up to another frame.
     *
     * @param track the track
     * @param frame the new first or last frame
     */
    record Extend(int track, int frame) implements Edit {
        public Extend {
            if (frame < 0) {
                throw new IllegalArgumentException("bad frame " + frame);
            }
        }
    }

    /**
     * Something is masked that nobody had found.
     *
     * @param drawn a track whose number was never used before; all its keyframes are {@link Origin#MANUAL}
     */
    record Draw(Track drawn) implements Edit {
        public Draw {
            if (drawn.keyframes().stream().anyMatch(keyframe -> keyframe.origin() != Origin.MANUAL)) {
                throw new IllegalArgumentException("a keyframe of drawn track " + drawn.id() + " is not manual");
            }
        }
    }

    /**
     * An earlier entry counts no more. Undoing an undo makes the entry count again.
     *
     * @param entry number of that entry
     */
    record Undo(int entry) implements Edit {
        public Undo {
            if (entry < 1) {
                throw new IllegalArgumentException("there is no entry " + entry);
            }
        }
    }

    /** A second person has looked at all entries before this one and agrees. Any later edit makes it void. */
    record Approve() implements Edit {}

    /**
     * Faces were compared with each other to find tracks of one person. It changes nothing in the plan, and is here because
     * whoever is shown in a clip may ask whether that was done.
     */
    record MatchFaces() implements Edit {}

    private static List<Integer> distinct(List<Integer> tracks, int least) {
        Objects.requireNonNull(tracks);
        if (tracks.size() < least || new HashSet<>(tracks).size() != tracks.size()) {
            throw new IllegalArgumentException("tracks " + tracks + " are too few or name one twice");
        }
        return List.copyOf(tracks);
    }
}
