package garim.engine.proof;

import java.util.List;

/**
 * What second eyes made of an output.
 *
 * @param detectors their names; none when nobody looked
 * @param looks frames that they looked at
 * @param failedLooks frames at which one of them failed, so that nobody knows what it would have seen
 * @param onMasks how often they took a mask, or text that was printed on the output, for a target
 * @param onKept how often they saw somebody who is kept
 * @param sightings what they found elsewhere
 */
public record SecondLook(
        List<String> detectors, int looks, int failedLooks, int onMasks, int onKept, List<Sighting> sightings) {
    public SecondLook {
        detectors = List.copyOf(detectors);
        sightings = List.copyOf(sightings);
    }

    /** Nobody looked. */
    public static SecondLook none() {
        return new SecondLook(List.of(), 0, 0, 0, 0, List.of());
    }

    /** True when a person has to look at what they found, or at what they could not look at. */
    public boolean needsReview() {
        return failedLooks > 0 || !sightings.isEmpty();
    }
}
