package garim.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackCourseTest {
    @Test
    void endsWhereTheTargetWasSeenAgainThoughThePathHadDrifted() {
        Sighting from = new Sighting(seen(0, 100), new FollowedPath(List.of(), path(1, 10, 101, 1)));
        Sighting to = new Sighting(seen(10, 114), FollowedPath.NONE);
        List<Keyframe> course = new TrackCourse(List.of(from, to)).keyframes();
        assertEquals(IntStream.rangeClosed(0, 10).boxed().toList(), frames(course));
        // It drifted by 4 pixels over ten frames, so by 2 until frame 5.
        assertEquals(100 + 5 + 2, course.get(5).box().x(), 1e-9);
        assertEquals(114, course.getLast().box().x());
    }

    @Test
    void coversBothWaysWhereThePathAndTheNextSightingDisagree() {
        // Followed to the left, seen again on the right: somebody crossed.
        Sighting from = new Sighting(seen(0, 100), new FollowedPath(List.of(), path(1, 6, 90, -10)));
        Sighting to = new Sighting(seen(10, 200), FollowedPath.NONE);
        for (Keyframe key : new TrackCourse(List.of(from, to)).keyframes()) {
            if (key.origin() == Origin.FOLLOWED) {
                assertTrue(key.box().x() <= 100 - 10 * key.frame());
                assertTrue(key.box().right() >= 100 + 10 * key.frame() + 20 - 1e-9);
            }
        }
    }

    @Test
    void beginsAndEndsWithWhatWasFollowed() {
        FollowedPath path = new FollowedPath(path(4, 6, 60, 2), path(8, 9, 70, 2));
        List<Keyframe> course = new TrackCourse(List.of(new Sighting(seen(7, 66), path))).keyframes();
        assertEquals(List.of(4, 5, 6, 7, 8, 9), frames(course));
    }

    private static List<Integer> frames(List<Keyframe> course) {
        return course.stream().map(Keyframe::frame).toList();
    }

    private static List<Keyframe> path(int first, int last, double x, double step) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(frame -> FollowedPath.followed(frame, new Box(x + step * (frame - first), 50, 20, 20)))
                .toList();
    }

    private static Keyframe seen(int frame, double x) {
        return new Keyframe(frame, new Box(x, 50, 20, 20), Origin.DETECTED, 0.9);
    }
}
