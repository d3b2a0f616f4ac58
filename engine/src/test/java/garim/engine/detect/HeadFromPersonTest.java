package garim.engine.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadFromPersonTest {
    private static final Picture PICTURE =
            new Picture(640, 480, new byte[307_200], new byte[307_200], new byte[307_200]);

    /** Knows no head anywhere; people from 0.4 on are sure. */
    private static final HeadSearch NOBODY = new HeadSearch(new Known(new Box(-9, -9, 1, 1)), 0.5, 0.4);

    @Test
    void putsTheHeadOfAStandingPersonIntoTheTopFifth() {
        Box head = HeadFromPerson.headOf(new Box(100, 50, 60, 200));
        assertEquals(40, head.height(), 1e-9);
        assertEquals(50, head.y(), 1e-9);
        assertEquals(130, head.centerX(), 1e-9);
        assertTrue(head.width() > 50 && head.width() <= 60, head::toString);
    }

    @Test
    void takesAHigherShareOfAPersonWhoSitsOrIsCutOff() {
        double last = 0;
        for (double width : new double[] {70, 100, 150, 220, 300}) {
            Box head = HeadFromPerson.headOf(new Box(0, 0, width, 200));
            assertTrue(head.height() > last, head::toString);
            last = head.height();
        }
        assertTrue(last <= 150);
    }

    @Test
    void staysInsideThePictureWithAPersonOfNoWidth() {
        Detection thin = person(new Box(639, 470, 0.5, 10));
        Box head = only(HeadFromPerson.headsOf(new Fixed(thin), NOBODY).detect(PICTURE), TargetKind.HEAD)
                .box();
        assertTrue(head.right() <= 640 && head.bottom() <= 480, head::toString);
    }

    @Test
    void reportsHeadsAloneOrBesidePeople() {
        Detection standing = person(new Box(100, 50, 60, 200));
        assertEquals(
                1,
                HeadFromPerson.headsOf(new Fixed(standing), NOBODY)
                        .detect(PICTURE)
                        .size());
        List<Detection> both =
                HeadFromPerson.besides(new Fixed(standing), NOBODY).detect(PICTURE);
        assertEquals(standing, only(both, TargetKind.PERSON));
        assertEquals(0.5, only(both, TargetKind.HEAD).score());
    }

    @Test
    void tellsNoHeadFromOtherTargets() {
        Detection plate = new Detection(TargetKind.PLATE, new Box(1, 1, 40, 10), 0.9, "plates");
        assertEquals(List.of(), HeadFromPerson.headsOf(new Fixed(plate), NOBODY).detect(PICTURE));
        assertEquals(
                List.of(plate), HeadFromPerson.besides(new Fixed(plate), NOBODY).detect(PICTURE));
    }

    @Test
    void takesTheWholeRegionOfSomeoneSureWhoseHeadIsNotSeen() {
        Detection standing = person(new Box(100, 50, 60, 200));
        Box found = only(HeadFromPerson.headsOf(new Fixed(standing), NOBODY).detect(PICTURE), TargetKind.HEAD)
                .box();
        assertEquals(HeadFromPerson.headOf(standing.box()), found);
    }

    @Test
    void doubtsAnUnsurePersonWithoutAHead() {
        Box box = new Box(100, 50, 60, 200);
        Detection unsure = new Detection(TargetKind.PERSON, box, 0.3, "people");
        assertEquals(
                List.of(), HeadFromPerson.headsOf(new Fixed(unsure), NOBODY).detect(PICTURE));
        HeadSearch search = new HeadSearch(new Known(new Box(118, 52, 24, 28)), 0.5, 0.4);
        assertEquals(
                1,
                HeadFromPerson.headsOf(new Fixed(unsure), search)
                        .detect(PICTURE)
                        .size());
    }

    @Test
    void asksForTheOtherSquaresOnlyWhereTheFirstOnesLeaveHope() {
        Detection unsure = new Detection(TargetKind.PERSON, new Box(100, 50, 60, 200), 0.3, "people");
        List<Integer> asked = new ArrayList<>();
        for (double answer : new double[] {0.05, 0.3, 0.6}) {
            HeadFromPerson.headsOf(new Fixed(unsure), new HeadSearch(new Sworn(answer, asked), 0.5, 0.4))
                    .detect(PICTURE);
        }
        assertEquals(
                List.of(4, 4, 14, 4), asked.stream().filter(count -> count > 0).toList());
    }

    /** Gives the same answer for every box and notes how many it was asked for. */
    private record Sworn(double answer, List<Integer> asked) implements HeadJudge {
        @Override
        public double[] headProbabilities(Picture picture, List<Box> boxes) {
            asked.add(boxes.size());
            return boxes.stream().mapToDouble(box -> answer).toArray();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static Detection person(Box box) {
        return new Detection(TargetKind.PERSON, box, 0.5, "people");
    }

    private static Detection only(List<Detection> found, TargetKind kind) {
        List<Detection> ofKind = found.stream().filter(d -> d.kind() == kind).toList();
        assertEquals(1, ofKind.size());
        return ofKind.getFirst();
    }

    /** Believes a box the more a head the better it fits the one that is known. */
    private record Known(Box head) implements HeadJudge {
        @Override
        public double[] headProbabilities(Picture picture, List<Box> boxes) {
            return boxes.stream()
                    .mapToDouble(b -> Math.min(1, 1.3 * b.iou(head)))
                    .toArray();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private record Fixed(Detection answer) implements Detector {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return List.of(answer);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
