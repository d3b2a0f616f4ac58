package garim.engine.proof.certificate;

import garim.engine.frame.MaskRule;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import garim.engine.proof.FilePieces;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.SecondLook;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A certificate says what was masked in an output, how, by whom it was decided, and what was measured in it. It never says
 * that somebody is anonymous.
 *
 * @param version format version, see {@link #VERSION}
 * @param program name and version of the program that wrote output and certificate
 * @param issued when, as ISO 8601 in UTC
 * @param statement what it comes to, in one English sentence
 * @param needsReview true when a person must look before the output is given away
 * @param input the file that was masked
 * @param output the file that this certificate is of
 * @param plan what was to be masked
 * @param depth how closely the output was looked at
 * @param figures what can still be read in it
 * @param secondEyes what another detector made of it
 * @param review who looked at the plan
 * @param kept who can be seen, with reasons
 */
public record Certificate(
        int version,
        String program,
        String issued,
        String statement,
        boolean needsReview,
        Input input,
        Output output,
        Plan plan,
        Depth depth,
        ProofFigures figures,
        Eyes secondEyes,
        Review review,
        List<Kept> kept) {
    /** The format version that this program writes. */
    public static final int VERSION = 1;

    public Certificate {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not known; this program reads " + VERSION);
        }
        Objects.requireNonNull(program);
        Objects.requireNonNull(issued);
        Objects.requireNonNull(statement);
        Objects.requireNonNull(input);
        Objects.requireNonNull(output);
        Objects.requireNonNull(plan);
        Objects.requireNonNull(depth);
        Objects.requireNonNull(figures);
        Objects.requireNonNull(secondEyes);
        Objects.requireNonNull(review);
        kept = List.copyOf(kept);
    }

    /** How closely an output was looked at. */
    public enum Depth {
        /** Every frame was compared with the input. */
        FULL,
        /** Only its bytes were fingerprinted and its frames counted; what is masked was not measured. */
        HASH
    }

    /**
     * The file that was masked.
     *
     * @param name without its folder
     * @param sha256 of its bytes in lower-case hex
     * @param bytes its size
     * @param codec of its video
     * @param width stored width in pixels
     * @param height stored height in pixels
     * @param frames how many
     * @param seconds from the first frame to the last
     */
    public record Input(
            String name, String sha256, long bytes, String codec, int width, int height, int frames, double seconds) {}

    /**
     * The file that was written.
     *
     * @param name without its folder
     * @param file its bytes
     * @param media what it holds
     * @param encoder name of the encoder
     * @param sound what became of the sound
     */
    public record Output(String name, FilePieces file, OutputMedia media, String encoder, Sound sound) {}

    /** What became of the sound of the input. */
    public enum Sound {
        /** The input had none. */
        NONE,
        /** It is not in the output. */
        DROPPED,
        /** It is in the output. */
        KEPT
    }

    /**
     * What was to be masked.
     *
     * @param sha256 hash of the canonical form of the mask plan, decisions and all
     * @param program that made the plan
     * @param tracks how many tracks it has
     * @param detector who looked for targets
     * @param every at every n-th frame
     * @param profile that said what to mask; empty when none did
     * @param strictRounds how often the output was written again because of what second eyes found
     * @param models the model files that took part
     * @param rules how each kind of target was covered
     */
    public record Plan(
            String sha256,
            String program,
            int tracks,
            String detector,
            int every,
            String profile,
            int strictRounds,
            List<ModelUse> models,
            Map<TargetKind, MaskRule> rules) {
        public Plan {
            models = List.copyOf(models);
            rules = Map.copyOf(rules);
        }
    }

    /**
     * Another detector.
     *
     * @param models its model files
     * @param look what it made of the output
     */
    public record Eyes(List<ModelUse> models, SecondLook look) {
        public Eyes {
            models = List.copyOf(models);
        }
    }

    /**
     * Who looked at the plan.
     *
     * @param entries how many entries its review has
     * @param reviewers everybody who edited it, in order of their first entry; none when nobody looked
     * @param approver who approved it as it is; empty when nobody did
     * @param faceMatching who had faces compared to find tracks of one person; empty when nobody did
     */
    public record Review(int entries, List<String> reviewers, String approver, List<Matching> faceMatching) {
        public Review {
            reviewers = List.copyOf(reviewers);
            faceMatching = List.copyOf(faceMatching);
        }

        /** Nobody looked. */
        public static Review none() {
            return new Review(0, List.of(), "", List.of());
        }
    }

    /**
     * Faces were compared with each other, in memory, as a hint for a reviewer.
     *
     * @param by who asked for it
     * @param at when, as ISO 8601 in UTC
     */
    public record Matching(String by, String at) {}

    /**
     * A track that can be seen.
     *
     * @param track its number
     * @param kind what it is
     * @param frames when
     * @param reason code of the reason
     * @param reviewer who decided
     */
    public record Kept(int track, TargetKind kind, List<FrameSpan> frames, String reason, String reviewer) {
        public Kept {
            frames = List.copyOf(frames);
        }
    }
}
