package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;

/** Frames that came out of a {@link LiveScenario}, and what must be true of them. */
record LiveFrames(List<LiveScenario.Emitted> frames) {
    static LiveFrames assertThat(List<LiveScenario.Emitted> frames) {
        return new LiveFrames(frames);
    }

    LiveFrames areSo(int many) {
        assertEquals(many, frames.size());
        return this;
    }

    LiveFrames areMoreThan(int few) {
        assertTrue(frames.size() > few, frames.size() + " frames");
        return this;
    }

    LiveFrames all(Predicate<LiveScenario.Emitted> rule) {
        List<LiveScenario.Emitted> others =
                frames.stream().filter(rule.negate()).toList();
        assertEquals(List.of(), others);
        return this;
    }

    LiveFrames any(Predicate<LiveScenario.Emitted> rule) {
        assertTrue(frames.stream().anyMatch(rule), () -> "none of " + frames);
        return this;
    }

    LiveFrames areWhole() {
        return all(LiveScenario.Emitted::isWhole);
    }

    LiveFrames areWhole(LiveVerdict.Reason reason) {
        return are(new LiveVerdict.Whole(reason));
    }

    LiveFrames are(LiveVerdict verdict) {
        return all(frame -> frame.verdict().equals(verdict));
    }

    LiveFrames someAreWhole() {
        return any(LiveScenario.Emitted::isWhole);
    }

    LiveFrames lastIsNotWhole() {
        assertTrue(!frames.getLast().isWhole(), () -> String.valueOf(frames.getLast()));
        return this;
    }

    LiveFrames lastIs(LiveVerdict verdict) {
        assertEquals(verdict, frames.getLast().verdict());
        return this;
    }
}
