package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.proof.Sighting;
import java.util.ArrayList;
import java.util.List;

/** Joins what second eyes see in one look after the other to sightings. */
final class SightingList {
    private static final double SAME_IOU = 0.2;

    /** Looks between which something may have been missed. */
    private static final double LONGEST_GAP_SECONDS = 1.6;

    private record Open(Sighting sighting, Box lastBox, double lastSeconds) {}

    private final List<Open> open = new ArrayList<>();
    private final List<Sighting> closed = new ArrayList<>();

    void add(int frame, double seconds, List<Detection> seen) {
        open.removeIf(each -> {
            boolean isOver = seconds - each.lastSeconds() > LONGEST_GAP_SECONDS;
            if (isOver) {
                closed.add(each.sighting());
            }
            return isOver;
        });
        for (Detection detection : seen) {
            int place = placeOf(detection);
            if (place < 0) {
                open.add(new Open(first(frame, detection), detection.box(), seconds));
            } else {
                open.set(
                        place, new Open(again(open.get(place).sighting(), frame, detection), detection.box(), seconds));
            }
        }
    }

    List<Sighting> all() {
        List<Sighting> all = new ArrayList<>(closed);
        open.forEach(each -> all.add(each.sighting()));
        return List.copyOf(all);
    }

    private int placeOf(Detection detection) {
        for (int i = 0; i < open.size(); i++) {
            Open each = open.get(i);
            if (each.sighting().kind() == detection.kind() && each.lastBox().iou(detection.box()) >= SAME_IOU) {
                return i;
            }
        }
        return -1;
    }

    private static Sighting first(int frame, Detection seen) {
        return new Sighting(seen.kind(), seen.source(), frame, frame, 1, frame, seen.box(), seen.score());
    }

    private static Sighting again(Sighting before, int frame, Detection seen) {
        boolean isBetter = seen.score() > before.score();
        return new Sighting(
                before.kind(),
                isBetter ? seen.source() : before.source(),
                before.firstFrame(),
                frame,
                before.looks() + 1,
                isBetter ? frame : before.frame(),
                isBetter ? seen.box() : before.box(),
                Math.max(before.score(), seen.score()));
    }
}
