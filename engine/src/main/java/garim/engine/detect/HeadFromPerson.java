package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells where the heads are from where the people are, for heads whose face no detector sees: from behind, under a hat,
 * behind a mask.
 *
 * <p>Detections of kind {@link TargetKind#PERSON} give one of kind {@link TargetKind#HEAD} each, with their score and
 * source, except where people are unsure and no head is seen.
 */
public final class HeadFromPerson implements Detector {
    private final Detector people;
    private final HeadSearch search;
    private final boolean keepsPeople;

    private HeadFromPerson(Detector people, HeadSearch search, boolean keepsPeople) {
        this.people = Objects.requireNonNull(people);
        this.search = Objects.requireNonNull(search);
        this.keepsPeople = keepsPeople;
    }

    /** Reports the heads only. The detector of people and the judge are closed with this one. */
    public static HeadFromPerson headsOf(Detector people, HeadSearch search) {
        return new HeadFromPerson(people, search, false);
    }

    /** Reports the heads beside everything the detector of people reports. It and the judge are closed with this one. */
    public static HeadFromPerson besides(Detector people, HeadSearch search) {
        return new HeadFromPerson(people, search, true);
    }

    @Override
    public String name() {
        return people.name() + "/head";
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return withHeads(people.detect(picture), picture);
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        return withHeads(people.detectIn(picture, part), picture);
    }

    private List<Detection> withHeads(List<Detection> seen, Picture picture) {
        List<Detection> regions = seen.stream()
                .filter(d -> d.kind() == TargetKind.PERSON)
                .map(d -> new Detection(TargetKind.HEAD, headOf(d.box()), d.score(), d.source()))
                .toList();
        List<Detection> found = new ArrayList<>(keepsPeople ? seen : List.of());
        found.addAll(search.heads(picture, regions));
        return List.copyOf(found);
    }

    /**
     * The region of a person's box in which the head is, generous on all sides.
     *
     * <p>A standing person is about three times as high as wide and has the head in the topmost fifth; the wider a box is
     * for its height, the more it is of a person who sits, bends or is cut off, with the head lower and in its middle.
     * Shares as measured on marked faces, see docs/models.md.
     */
    static Box headOf(Box person) {
        double aspect = person.height() / Math.max(1, person.width());
        double height = person.height() * Math.clamp(0.98 - 0.3 * aspect, 0.2, 0.72);
        double width = person.width() * Math.clamp(0.55 + 0.14 * aspect, 0.7, 0.95);
        return new Box(person.centerX() - width / 2, person.y(), width, height);
    }

    @Override
    public void close() {
        people.close();
        search.judge().close();
    }
}
