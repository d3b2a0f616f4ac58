package garim.bench;

import java.util.List;

/**
 * Whether mask needs more memory for a longer clip.
 *
 * @param clip name of the clip
 * @param times how many times the long one repeats it
 * @param maskOptions what mask was called with
 * @param single cost of the clip itself
 * @param looped cost of the long one
 */
record LoopMemory(String clip, int times, List<String> maskOptions, Cost single, Cost looped) {
    LoopMemory {
        maskOptions = List.copyOf(maskOptions);
    }

    /** How many times the peak memory of the clip the long one takes; 1 is flat. */
    double peakRatio() {
        return looped.peakMegabytes() / single.peakMegabytes();
    }
}
