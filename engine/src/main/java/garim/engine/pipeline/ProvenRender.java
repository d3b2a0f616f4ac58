package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.mask.Overprint;
import garim.engine.proof.TrackFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A proven render writes a masked copy, reads it back before it has its name, and publishes it only when no mask is
 * missing. When it is strict, it masks what second eyes find as well and writes the copy again.
 */
public final class ProvenRender {
    /**
     * What came of it.
     *
     * @param report of the last writing
     * @param plan as it was rendered, with what strict rounds added
     * @param proof of the output
     * @param rounds how often the output was written again because of what second eyes found
     */
    public record Result(RenderReport report, MaskPlan plan, Proof proof, int rounds) {
        public Result {
            Objects.requireNonNull(report);
            Objects.requireNonNull(plan);
            Objects.requireNonNull(proof);
        }
    }

    /** Writes what is then proven; a seam for tests that write something wrong. */
    interface Writing {
        Optional<RenderReport> render(
                Path input, MaskPlan plan, Path output, RenderSettings settings, Progress progress, RenderCheck check);
    }

    private final Deidentifier deidentifier;
    private final Writing writing;
    private final Prover prover;

    /** A proven render by a de-identifier and a prover. */
    public ProvenRender(Deidentifier deidentifier, Prover prover) {
        this(deidentifier, deidentifier::render, prover);
    }

    /** As the other one, which goes on from what is kept in a work folder. */
    public ProvenRender(Deidentifier deidentifier, Prover prover, WorkFolder work) {
        this(
                deidentifier,
                (input, plan, output, settings, progress, check) ->
                        deidentifier.render(input, plan, output, settings, work, progress, check),
                prover);
    }

    ProvenRender(Deidentifier deidentifier, Writing writing, Prover prover) {
        this.deidentifier = deidentifier;
        this.writing = writing;
        this.prover = prover;
    }

    /**
     * Writes and proves.
     *
     * @throws EngineException PROOF_FAILED when a mask or a frame is missing in what was written, of which then nothing is
     *     left; else as {@link Deidentifier#render}
     */
    public Result run(
            Path input, MaskPlan plan, Path output, RenderSettings render, ProofSettings settings, Progress progress) {
        MaskPlan current = plan;
        for (int round = 0; ; round++) {
            Round attempt = new Round(
                    input, current, output, render.overprint(), settings, round < settings.strictRounds(), progress);
            Optional<RenderReport> report = writing.render(input, current, output, render, progress, attempt::accepts);
            if (report.isPresent()) {
                return new Result(report.get(), current, attempt.proof(), round);
            }
            current = attempt.stricter.orElseThrow();
        }
    }

    /** One writing and what is found in it. */
    private final class Round {
        private final Path input;
        private final MaskPlan plan;
        private final Path output;
        private final Overprint overprint;
        private final ProofSettings settings;
        private final boolean mayAdd;
        private final Progress progress;
        private final List<Proof> proofs = new ArrayList<>();
        private Optional<MaskPlan> stricter = Optional.empty();

        Round(
                Path input,
                MaskPlan plan,
                Path output,
                Overprint overprint,
                ProofSettings settings,
                boolean mayAdd,
                Progress progress) {
            this.input = input;
            this.plan = plan;
            this.output = output;
            this.overprint = overprint;
            this.settings = settings;
            this.mayAdd = mayAdd;
            this.progress = progress;
        }

        boolean accepts(Path part) {
            Proof proof = proven(part);
            proofs.add(proof);
            requireMasks(proof);
            if (mayAdd && !proof.eyes().sightings().isEmpty()) {
                stricter = new StricterPlan(deidentifier, settings)
                        .of(plan, part, proof.eyes().sightings(), progress);
            }
            return stricter.isEmpty();
        }

        private Proof proven(Path part) {
            try {
                return prover.prove(input, part, plan, overprint, settings, progress);
            } catch (EngineException e) {
                // the hidden name of the part says nothing to anybody
                throw e.code() == ErrorCode.PROOF_FAILED
                        ? new EngineException(e.code(), output.toString(), e.detail(), e)
                        : e;
            }
        }

        Proof proof() {
            return proofs.getFirst();
        }

        private void requireMasks(Proof proof) {
            Optional<TrackFigures> missing = proof.figures().tracks().stream()
                    .filter(TrackFigures::isMaskMissing)
                    .findFirst();
            if (missing.isPresent()) {
                TrackFigures track = missing.get();
                throw new EngineException(
                        ErrorCode.PROOF_FAILED,
                        output.toString(),
                        "track " + track.track() + " is not masked in " + track.framesExposed() + " of "
                                + track.framesPresent() + " frames, from frame "
                                + track.exposed().getFirst().firstFrame());
            }
            proof.figures().wholeFrames().stream()
                    .filter(run -> run.framesExposed() > 0)
                    .findFirst()
                    .ifPresent(run -> {
                        throw new EngineException(
                                ErrorCode.PROOF_FAILED,
                                output.toString(),
                                "frames " + run.firstFrame() + "-" + run.lastFrame() + " are not masked whole");
                    });
        }
    }
}
