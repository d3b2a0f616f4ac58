package garim.live.camera;

import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CameraSource;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.PacketMuxer;
import garim.live.MaskedSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A sink that keeps every stream as a file, so that a test can look at every picture that came out. */
final class Watching implements MaskedSink {
    final List<Boolean> keys = new ArrayList<>();
    int begins;
    int ends;
    volatile boolean isWanted = true;
    volatile int packets;

    private final Path folder;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Path> files = new ArrayList<>();
    private Optional<PacketMuxer> muxer = Optional.empty();

    Watching(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean isWanted() {
        return isWanted;
    }

    @Override
    public synchronized void begin(CodedStream stream) {
        begins++;
        PacketMuxer made = PacketMuxer.open(stream, PacketMuxer.Form.FRAGMENTED_MP4);
        muxer = Optional.of(made);
        add(made.head());
    }

    @Override
    public synchronized void packet(CodedPacket packet, Instant taken) {
        keys.add(packet.key());
        add(muxer.orElseThrow().fragment(packet));
        packets++;
        notifyAll();
    }

    /** Waits until so many packets came. */
    synchronized void await(int count) throws InterruptedException {
        while (packets < count) {
            wait();
        }
    }

    private void add(ByteBuffer buffer) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.writeBytes(part);
    }

    @Override
    public synchronized void end() {
        ends++;
        muxer.ifPresent(open -> {
            open.close();
            Path file = folder.resolve("watched" + files.size() + ".mp4");
            try {
                Files.write(file, bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.add(file);
            bytes.reset();
        });
        muxer = Optional.empty();
    }

    /** Looks at every picture; says how many there are. */
    synchronized int look(Consumer<Frame> look) {
        return look(files, look);
    }

    /** Looks at every picture of some files; says how many there are. */
    static int look(List<Path> files, Consumer<Frame> look) {
        int[] seen = {0};
        for (Path file : files) {
            try (CameraReader reader = CameraReader.open(new CameraSource.Recording(file))) {
                CameraReader.Receiver receiver = new CameraReader.Receiver() {
                    @Override
                    public void packet(CodedPacket packet) {}

                    @Override
                    public void frame(Frame frame) {
                        seen[0]++;
                        look.accept(frame);
                    }
                };
                boolean isMore = true;
                while (isMore) {
                    isMore = reader.read(receiver);
                }
            }
        }
        return seen[0];
    }
}
