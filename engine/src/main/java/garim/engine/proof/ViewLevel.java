package garim.engine.proof;

import garim.engine.frame.TargetKind;
import java.util.OptionalDouble;

/** What a picture of so many pixels per metre serves for, as IEC 62676-4 names it. */
public enum ViewLevel {
    /** Less than anything that the standard names. */
    NONE(0),
    /** To see that people are there and where they go. */
    MONITOR(12.5),
    /** To tell with ease that a person is there. */
    DETECT(25),
    /** To see what is peculiar to a person, such as clothing. */
    OBSERVE(62.5),
    /** To tell whether it is somebody known. */
    RECOGNIZE(125),
    /** To identify a stranger beyond doubt. */
    IDENTIFY(250),
    /** To look closely. */
    INSPECT(1000);

    private static final double FACE_METERS = 0.16;
    private static final double HEAD_METERS = 0.2;
    private static final double SHOULDER_METERS = 0.5;
    private static final double PLATE_METERS = 0.11;

    private final double pixelsPerMeter;

    ViewLevel(double pixelsPerMeter) {
        this.pixelsPerMeter = pixelsPerMeter;
    }

    /** The level that a density reaches. */
    public static ViewLevel of(double pixelsPerMeter) {
        ViewLevel reached = NONE;
        for (ViewLevel level : values()) {
            reached = pixelsPerMeter >= level.pixelsPerMeter ? level : reached;
        }
        return reached;
    }

    /** The fewest pixels per metre of this level. */
    public double pixelsPerMeter() {
        return pixelsPerMeter;
    }

    /**
     * The assumed short side of a target in metres: the width of a face, a head, a pair of shoulders, the height of a
     * number plate; empty for what may have any size.
     */
    public static OptionalDouble meters(TargetKind kind) {
        return switch (kind) {
            case FACE -> OptionalDouble.of(FACE_METERS);
            case HEAD -> OptionalDouble.of(HEAD_METERS);
            case PERSON -> OptionalDouble.of(SHOULDER_METERS);
            case PLATE -> OptionalDouble.of(PLATE_METERS);
            case TEXT, LOGO, MOTION, ZONE -> OptionalDouble.empty();
        };
    }
}
