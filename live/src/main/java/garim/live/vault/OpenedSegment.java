package garim.live.vault;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.PacketMuxer;
import garim.live.store.Disk;
import garim.live.store.GrowingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A segment that is being unsealed into an MP4 file: from the last key picture before the stretch up to its end. */
final class OpenedSegment implements AutoCloseable {
    private final Path file;
    private final VaultArchive.Request request;
    private final List<CodedPacket> before = new ArrayList<>();
    private Optional<CodedStream> stream = Optional.empty();
    private Optional<PacketMuxer> muxer = Optional.empty();
    private Optional<GrowingFile> target = Optional.empty();
    private long first;
    private boolean ended;
    private long pictures;

    OpenedSegment(Path file, VaultArchive.Request request) {
        this.file = file;
        this.request = request;
    }

    /** Takes what the segment is; the pictures follow. */
    SealedReader.Taker begin(SealedHeader header) {
        stream = Optional.of(header.stream());
        return this::take;
    }

    private void take(CodedPacket packet, Instant taken) throws IOException {
        ended |= !taken.isBefore(request.to());
        if (ended) {
            return;
        }
        if (taken.isBefore(request.from())) {
            if (packet.key()) {
                before.clear();
            }
            before.add(packet);
            return;
        }
        if (muxer.isEmpty()) {
            open(packet.key() || before.isEmpty() ? packet : before.getFirst());
            if (!packet.key()) {
                for (CodedPacket earlier : before) {
                    write(earlier);
                }
            }
            before.clear();
        }
        write(packet);
    }

    private void open(CodedPacket begin) throws IOException {
        first = begin.decodedAt();
        PacketMuxer opened = PacketMuxer.open(stream.orElseThrow(), PacketMuxer.Form.FRAGMENTED_MP4);
        muxer = Optional.of(opened);
        Files.deleteIfExists(file);
        GrowingFile made = new GrowingFile(file, Disk.local());
        target = Optional.of(made);
        made.append(opened.head());
    }

    private void write(CodedPacket packet) throws IOException {
        PacketMuxer opened = muxer.orElseThrow();
        if (packet.key()) {
            target.orElseThrow().append(opened.fragment());
        }
        opened.add(new CodedPacket(
                packet.data(), packet.shownAt() - first, packet.decodedAt() - first, packet.lasts(), packet.key()));
        pictures++;
    }

    long pictures() {
        return pictures;
    }

    @Override
    public void close() throws IOException {
        if (muxer.isPresent()) {
            target.orElseThrow().append(muxer.get().fragment());
            muxer.get().close();
            target.get().close();
        }
    }
}
