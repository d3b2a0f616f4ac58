package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import garim.engine.resume.RecordLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A look journal keeps what detectors answered, frame by frame, so that an analysis that was killed need not ask them
 * again: everything else of an analysis follows from the frames and the answers. Used by one thread.
 */
final class LookJournal implements AutoCloseable {
    /**
     * What the detectors that were due answered to one frame.
     *
     * @param frame 0-based frame index
     * @param answers one for each detector that was due, in their order
     */
    record Entry(int frame, List<Answer> answers) {
        Entry {
            answers = List.copyOf(answers);
        }

        private List<String> asked() {
            return answers.stream().map(Answer::asked).toList();
        }
    }

    /**
     * What one detector answered.
     *
     * @param asked who was asked, and in what way
     * @param seen what it saw; empty when it failed
     */
    record Answer(String asked, Optional<List<Detection>> seen) {}

    private final RecordLog log;

    LookJournal(RecordLog log) {
        this.log = log;
    }

    /**
     * What was answered to a frame in an earlier run. Frames are asked for in rising order; from the first one that is not
     * known on, nothing is.
     *
     * @param asked who is due
     */
    Optional<Entry> recall(int frame, List<String> asked) {
        return log.next(record -> {
                    Entry entry = read(record);
                    return entry.frame() == frame && entry.asked().equals(asked);
                })
                .map(LookJournal::read);
    }

    /** Keeps what was answered to a frame that could not be recalled. */
    void keep(Entry entry) {
        log.append(written(entry));
    }

    @Override
    public void close() {
        log.close();
    }

    private static byte[] written(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(entry.frame());
            out.writeInt(entry.answers().size());
            for (Answer answer : entry.answers()) {
                out.writeUTF(answer.asked());
                out.writeInt(answer.seen().map(List::size).orElse(-1));
                for (Detection seen : answer.seen().orElse(List.of())) {
                    write(seen, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Detection seen, DataOutputStream out) throws IOException {
        out.writeUTF(seen.kind().name());
        out.writeDouble(seen.box().x());
        out.writeDouble(seen.box().y());
        out.writeDouble(seen.box().width());
        out.writeDouble(seen.box().height());
        out.writeDouble(seen.score());
        out.writeUTF(seen.source());
    }

    private static Entry read(byte[] record) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
            int frame = in.readInt();
            List<Answer> answers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                String asked = in.readUTF();
                int count = in.readInt();
                List<Detection> seen = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    seen.add(readDetection(in));
                }
                answers.add(new Answer(asked, count < 0 ? Optional.empty() : Optional.of(List.copyOf(seen))));
            }
            return new Entry(frame, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Detection readDetection(DataInputStream in) throws IOException {
        TargetKind kind = TargetKind.valueOf(in.readUTF());
        Box box = new Box(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        return new Detection(kind, box, in.readDouble(), in.readUTF());
    }
}
