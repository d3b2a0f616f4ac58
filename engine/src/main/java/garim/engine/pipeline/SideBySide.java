package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.media.VideoReader;
import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputProof;
import garim.engine.proof.Print;
import garim.engine.proof.ProofTarget;
import java.util.List;
import java.util.Optional;

/** One walk through input and output side by side, frame by frame. */
final class SideBySide {
    /** Matroska rounds times to a millisecond. */
    private static final double TIME_TOLERANCE = 0.0015;

    private final VideoReader before;
    private final VideoReader after;
    private final Claims claims;
    private final PrintedText text;
    private final WorkClock clock;
    private final FrameTimes inputTimes;
    private final FrameTimes outputTimes;
    private final OutputProof proof;

    SideBySide(VideoReader before, VideoReader after, Claims claims, PrintedText text, WorkClock clock) {
        this.before = before;
        this.after = after;
        this.claims = claims;
        this.text = text;
        this.clock = clock;
        inputTimes = new FrameTimes(before);
        outputTimes = new FrameTimes(after);
        proof = new OutputProof(claims.tracks(), claims.wholeFrames(), claims.frames());
    }

    /** What is to be seen in the output whose bytes are given; PROOF_FAILED when its frames are not those of the input. */
    Proof prove(FilePieces file, ProofSettings settings, Progress progress) {
        try (SecondEyes eyes =
                new SecondEyes(settings, claims.tracks(), before.info().rotation(), clock, this::recycle)) {
            Optional<Frame> input = read(before);
            Optional<Frame> written = read(after);
            while (input.isPresent() && written.isPresent()) {
                compare(input.get(), written.get(), eyes);
                Prover.report(progress, inputTimes, before);
                input = read(before);
                written = read(after);
            }
            if (input.isPresent() || written.isPresent()) {
                String which = input.isPresent() ? "fewer" : "more";
                throw failed("it has " + which + " frames than the input, which has others from frame "
                        + inputTimes.frames() + " on");
            }
            return new Proof(file, outputTimes.media(), proof.finish(), eyes.finish());
        }
    }

    private void recycle(Frame input, Frame written) {
        before.recycle(input);
        after.recycle(written);
    }

    private Optional<Frame> read(VideoReader reader) {
        return clock.time(Work.PROVE, reader::read);
    }

    private void compare(Frame input, Frame written, SecondEyes eyes) {
        double seconds = inputTimes.add(input);
        if (Math.abs(outputTimes.add(written) - seconds) > TIME_TOLERANCE) {
            throw failed("frame " + input.index() + " is shown at another time than in the input");
        }
        List<ProofTarget> masked = proof.targetsAt(input.index());
        List<Print> prints = text.at(input.index(), written.width(), written.height());
        clock.run(Work.PROVE, () -> proof.accept(input, written, seconds, seconds + inputTimes.nominal(), prints));
        if (!proof.isWhole(written.index()) && eyes.isDue(written, seconds)) {
            eyes.submit(input, written, seconds, masked, prints);
        } else {
            before.recycle(input);
            after.recycle(written);
        }
    }

    private static EngineException failed(String detail) {
        return new EngineException(ErrorCode.PROOF_FAILED, "output", detail);
    }
}
