package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A turned detector lets another one look at a picture as it is and turned by quarter turns, for cameras that hang upside
 * down or on their side. It only adds: what is seen in the picture as it is stays seen.
 */
public final class TurnedDetector implements Detector {
    private final Detector inner;
    private final List<Rotation> turns;

    /**
     * Creates a turned detector.
     *
     * @param inner looks at each picture; closed with this detector
     * @param turns clockwise turns to look at besides the picture as it is; NONE and repetitions are left out
     */
    public TurnedDetector(Detector inner, List<Rotation> turns) {
        this.inner = Objects.requireNonNull(inner);
        this.turns = turns.stream()
                .filter(turn -> turn != Rotation.NONE)
                .distinct()
                .sorted()
                .toList();
    }

    /** The name of the inner detector with the turns in degrees, as {@code standard+180}. */
    @Override
    public String name() {
        StringBuilder name = new StringBuilder(inner.name());
        turns.forEach(turn -> name.append('+').append(turn.degrees()));
        return name.toString();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return detectIn(picture, new Box(0, 0, picture.width(), picture.height()));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        List<Detection> seen = new ArrayList<>(inner.detectIn(picture, part));
        if (turns.isEmpty()) {
            return List.copyOf(seen);
        }
        for (Rotation turn : turns) {
            seen.addAll(PicturePart.of(picture, part).look(cut -> detectTurned(inner, cut, turn)));
        }
        return Suppression.merge(seen);
    }

    /** What a detector sees in a picture turned clockwise, with boxes of the picture as it is. */
    public static List<Detection> detectTurned(Detector detector, Picture picture, Rotation turn) {
        return detector.detect(Turning.turn(picture, turn)).stream()
                .map(d -> d.withBox(turn.toStored(d.box(), picture.width(), picture.height())
                        .clamp(picture.width(), picture.height())))
                .toList();
    }

    @Override
    public Detector glance() {
        return new TurnedDetector(inner.glance(), turns);
    }

    @Override
    public void close() {
        inner.close();
    }
}
