package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.media.MediaInfo;
import garim.engine.media.PacketIndex;
import garim.engine.media.SamePackets;
import garim.engine.media.VideoReader;
import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputProof;
import garim.engine.proof.Print;
import garim.engine.proof.ProofTarget;
import java.util.List;
import java.util.Optional;

/** One walk through input and output side by side, frame by frame; where both hold the same bytes it passes over them. */
final class SideBySide {
    private final VideoReader before;
    private final VideoReader after;
    private final Claims claims;
    private final PrintedText text;
    private final Optional<Identical> identical;
    private final WorkClock clock;
    private final FrameTimes inputTimes;
    private final FrameTimes outputTimes;
    private final OutputProof proof;

    SideBySide(
            VideoReader before,
            VideoReader after,
            Claims claims,
            PrintedText text,
            Optional<Identical> identical,
            WorkClock clock) {
        this.before = before;
        this.after = after;
        this.claims = claims;
        this.text = text;
        this.identical = identical;
        this.clock = clock;
        inputTimes = new FrameTimes(before);
        outputTimes = new FrameTimes(after);
        proof = new OutputProof(claims.tracks(), claims.wholeFrames(), claims.frames());
    }

    /**
     * What is to be seen in the output whose bytes are given; PROOF_FAILED when its frames are not those of the input.
     *
     * @return empty when the readers could not pass over identical stretches; then they must be read from the beginning
     */
    Optional<Proof> prove(FilePieces file, ProofSettings settings, Progress progress) {
        try (SecondEyes eyes =
                new SecondEyes(settings, claims.tracks(), before.info().rotation(), clock, this::recycle)) {
            for (SamePackets.Stretch stretch :
                    identical.map(Identical::stretches).orElse(List.of())) {
                compareUntil(stretch.first(), eyes, progress);
                if (!passOver(stretch, identical.orElseThrow(), eyes, progress)) {
                    return Optional.empty();
                }
            }
            if (inputTimes.frames() < identical.map(Identical::frames).orElse(Integer.MAX_VALUE)) {
                compareUntil(Integer.MAX_VALUE, eyes, progress);
            }
            return Optional.of(new Proof(file, outputTimes.media(), proof.finish(), eyes.finish()));
        }
    }

    /** Compares picture by picture, up to a frame or to the end of both. */
    private void compareUntil(int end, SecondEyes eyes, Progress progress) {
        while (inputTimes.frames() < end) {
            Optional<Frame> input = read(before);
            Optional<Frame> written = read(after);
            if (input.isEmpty() && written.isEmpty()) {
                return;
            }
            if (input.isEmpty() || written.isEmpty()) {
                String which = input.isPresent() ? "fewer" : "more";
                throw failed("it has " + which + " frames than the input, which has others from frame "
                        + inputTimes.frames() + " on");
            }
            compare(input.get(), written.get(), eyes);
            Prover.report(progress, inputTimes, before);
        }
    }

    /** Lets second eyes look at what is the same in both, and goes on behind it; false when a reader cannot. */
    private boolean passOver(SamePackets.Stretch stretch, Identical same, SecondEyes eyes, Progress progress) {
        proof.targetsAt(stretch.end() - 1);
        proof.acceptIdentical(stretch.end() - stretch.first());
        boolean isSeen = eyes.areNone() || look(stretch, same, eyes, progress);
        inputTimes.passTo(same.before(), stretch.end());
        outputTimes.passTo(same.after(), stretch.end());
        Prover.report(progress, inputTimes, before);
        return isSeen
                && (stretch.end() == same.frames()
                        || (passTo(before, same.before(), stretch.end())
                                && passTo(after, same.after(), stretch.end())));
    }

    private boolean passTo(VideoReader reader, PacketIndex index, int frame) {
        return clock.time(Work.PROVE, () -> reader.passTo(index, frame));
    }

    /** Decodes of a stretch what second eyes look at; false when that cannot be found. */
    private boolean look(SamePackets.Stretch stretch, Identical same, SecondEyes eyes, Progress progress) {
        List<Identical.Chance> chances = same.chances(stretch, SecondEyes.EVERY_SECONDS, after.info());
        boolean isEvery = chances.size() == stretch.end() - stretch.first();
        if (isEvery && !passTo(after, same.after(), stretch.first())) {
            return false;
        }
        for (Identical.Chance chance : chances) {
            boolean isRight = true;
            if (eyes.isTime(chance.seconds(), chance.next())) {
                isRight = (isEvery || passTo(after, same.after(), chance.frame())) && lookAt(chance, eyes);
                Prover.report(progress, inputTimes, before);
            } else if (isEvery) {
                isRight = clock.time(Work.PROVE, after::skip);
            }
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    private boolean lookAt(Identical.Chance chance, SecondEyes eyes) {
        Optional<Frame> written = read(after);
        written.ifPresent(frame -> {
            if (eyes.isDue(frame, chance.seconds(), chance.next())) {
                eyes.submit(frame, chance.seconds());
            } else {
                after.recycle(frame);
            }
        });
        return written.isPresent();
    }

    private void recycle(Optional<Frame> input, Frame written) {
        input.ifPresent(before::recycle);
        after.recycle(written);
    }

    private Optional<Frame> read(VideoReader reader) {
        return clock.time(Work.PROVE, reader::read);
    }

    private void compare(Frame input, Frame written, SecondEyes eyes) {
        double seconds = inputTimes.add(input);
        if (Math.abs(outputTimes.add(written) - seconds) > MediaInfo.TIME_ROUNDING) {
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
