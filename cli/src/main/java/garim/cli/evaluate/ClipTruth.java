package garim.cli.evaluate;

import java.util.List;
import java.util.Set;

/**
 * A clip truth holds the annotated frames of one clip; a single picture is a clip with the one frame 0.
 *
 * @param name file name of the clip or picture
 * @param completeKinds kinds of which every instance is annotated in the annotated frames; only for these can a mask be
 *     called a false alarm
 * @param frames annotated frames in strictly rising order, seldom all of the clip
 */
public record ClipTruth(String name, Set<String> completeKinds, List<FrameTruth> frames) {
    public ClipTruth {
        completeKinds = Set.copyOf(completeKinds);
        frames = List.copyOf(frames);
        for (int i = 1; i < frames.size(); i++) {
            if (frames.get(i).frame() <= frames.get(i - 1).frame()) {
                throw new IllegalArgumentException("annotated frames of " + name + " do not rise");
            }
        }
    }
}
