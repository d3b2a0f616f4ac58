package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.media.WriteSettings;
import garim.engine.seal.SealReader;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lift puts back what lay under the masks of some tracks. Where the mask of another track lies over them it stays: what is
 * there cannot be opened without the key of that track.
 */
public final class MaskLift {
    /**
     * What is to be lifted.
     *
     * @param sidecar what was sealed
     * @param masked the video that was written with it
     * @param tracks numbers of the tracks
     * @param holders the private keys of both holders, in any order
     */
    public record Request(Path sidecar, HashedFile masked, Set<Integer> tracks, List<PrivateKey> holders) {
        public Request {
            Objects.requireNonNull(sidecar);
            Objects.requireNonNull(masked);
            tracks = Set.copyOf(tracks);
            holders = List.copyOf(holders);
            if (tracks.isEmpty() || holders.size() != 2) {
                throw new IllegalArgumentException("a lift needs tracks and the keys of two holders");
            }
        }
    }

    /**
     * What was lifted.
     *
     * @param frames of the output
     * @param liftedFrames those in which something was put back
     * @param over tracks whose masks lie over the lifted ones and stayed
     * @param encoder that wrote the output
     * @param maskedSha256 of the masked video, as it was checked against the sidecar
     */
    public record Result(long frames, long liftedFrames, Set<Integer> over, String encoder, String maskedSha256) {
        public Result {
            Objects.requireNonNull(encoder);
            Objects.requireNonNull(maskedSha256);
            over = new TreeSet<>(over);
        }
    }

    /** Is told of an output before it has its name, so that none is there of which nobody wrote down that it was made. */
    @FunctionalInterface
    public interface Witness {
        /**
         * Writes down that the output was made; what it throws leaves nothing of the output.
         *
         * @param part the output under its hidden name
         * @param result what was lifted
         */
        void accept(Path part, Result result);
    }

    private final Progress progress;

    /** A lift that tells how far it is. */
    public MaskLift(Progress progress) {
        this.progress = progress;
    }

    /**
     * Writes the masked video without the masks of some tracks.
     *
     * @param witness is told before the output has its name
     * @throws EngineException SEAL_INVALID, SEAL_KEY_WRONG, SEAL_TRACK_UNKNOWN; as {@link Deidentifier#render}
     */
    public Result run(Request request, Path output, WriteSettings write, boolean overwrite, Witness witness) {
        Deidentifier.requireWritable(request.masked().path(), output, overwrite);
        try (SealReader sealed = SealReader.open(request.sidecar())) {
            if (!request.masked().sha256().equals(sealed.maskedSha256())) {
                throw new EngineException(
                        ErrorCode.SEAL_INVALID, request.sidecar().toString(), "it belongs to another masked video");
            }
            sealed.unlock(
                    request.tracks(),
                    request.holders().get(0),
                    request.holders().get(1));
            try (PartFile part = PartFile.forTarget(output, overwrite)) {
                Result result = write(request, sealed, part.path(), write);
                witness.accept(part.path(), result);
                part.publish();
                return result;
            }
        }
    }

    private Result write(Request request, SealReader sealed, Path part, WriteSettings write) {
        Path masked = request.masked().path();
        long frames = 0;
        long lifted = 0;
        String encoder;
        try (VideoReader reader = VideoReader.open(masked);
                VideoWriter writer = VideoWriter.create(part, masked, reader.info(), write)) {
            MediaInfo info = reader.info();
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                Frame frame = next.get();
                List<SealReader.Cover> covers = sealed.at(frame.index());
                covers.forEach(cover -> PartSamples.putBack(frame, cover.clear()));
                lifted += covers.isEmpty() ? 0 : 1;
                writer.write(frame);
                reader.recycle(frame);
                frames++;
                progress.advanced(Stage.RENDER, frames, info.estimatedFrames());
                if (progress.isCancelled()) {
                    throw new EngineException(ErrorCode.CANCELLED, masked.toString(), "stopped while writing");
                }
            }
            encoder = writer.finish(reader.report().lastDuration()).encoder();
        }
        return new Result(frames, lifted, sealed.over(request.tracks()), encoder, sealed.maskedSha256());
    }
}
