package garim.engine.pipeline;

import java.util.Objects;

/** What was covered in one frame of a camera. */
public sealed interface LiveVerdict {
    /** Everything, because it was not known what the frame shows. */
    record Whole(Reason reason) implements LiveVerdict {
        public Whole {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * The targets.
     *
     * @param regions how many; none when the frame shows no target
     */
    record Targets(int regions) implements LiveVerdict {}

    /**
     * The targets, and all that changed since a detector looked last, because it had not looked again when the frame was due.
     *
     * @param regions how many
     */
    record Changes(int regions) implements LiveVerdict {}

    /** Why it was not known. */
    enum Reason {
        /** The camera has just begun, or begun again. */
        STARTING,
        /** The pictures of the camera have another size than before. */
        SIZE_CHANGED,
        /** The scene was cut, the camera turns, or the light went on or off. */
        SCENE_CHANGED,
        /** The decoder had to guess a part of the picture. */
        DAMAGED,
        /** Time went back, or stood still, or jumped. */
        TIME_JUMPED,
        /** A detector failed. */
        DETECTOR_FAILED,
        /** A detector had not answered when the frame was due. */
        LATE,
        /** The machine cannot keep up, so nobody looks. */
        OVERLOADED
    }
}
