package garim.engine.seal;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a sidecar while a video is masked. It keeps the keys of the tracks in memory and nothing else; closed, they are gone. */
public final class SealWriter implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    /** A track while the video is masked. */
    private static final class OpenTrack {
        private final byte[] key;
        private long covers;

        OpenTrack(byte[] key) {
            this.key = key;
        }
    }

    private final Path file;
    private final SealHeader header;
    private final byte[] headerHash;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, OpenTrack> tracks = new TreeMap<>();
    private final MessageDigest digest = SealHeader.sha256();
    private final FileOutputStream disk;
    private final DataOutputStream out;

    private SealWriter(Path file, SealHeader header, FileOutputStream disk) throws IOException {
        this.file = file;
        this.header = header;
        this.headerHash = header.hash();
        this.disk = disk;
        this.out = new DataOutputStream(new DigestOutputStream(new BufferedOutputStream(disk, BLOCK), digest));
        out.write(SealHeader.MAGIC.getBytes(StandardCharsets.US_ASCII));
        out.write(header.bytes());
    }

    /** Begins a sidecar. */
    public static SealWriter create(Path file, SealHeader header) {
        try {
            return new SealWriter(file, header, new FileOutputStream(file.toFile()));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Seals what lies under the masks of some tracks.
     *
     * @param frame 0-based, never less than the one before; the same tracks together at most once in a frame
     * @param covering the tracks, in rising order
     * @param clear what lies there
     */
    public void add(int frame, List<Integer> covering, byte[] clear) {
        try {
            List<byte[]> keys = new ArrayList<>();
            for (int track : covering) {
                keys.add(opened(track).key);
            }
            byte[] key = TrackKeys.cover(keys, covering, headerHash);
            byte[] bound = SealRecord.bound(headerHash, SealRecord.Type.COVER, frame, covering);
            byte[] hidden = Gcm.seal(key, frame, bound, deflated(clear));
            write(SealRecord.Type.COVER, frame, covering, hidden);
            covering.forEach(track -> tracks.computeIfPresent(track, (id, open) -> counted(open)));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static OpenTrack counted(OpenTrack track) {
        track.covers++;
        return track;
    }

    private OpenTrack opened(int track) throws IOException {
        OpenTrack known = tracks.get(track);
        if (known != null) {
            return known;
        }
        OpenTrack opened = new OpenTrack(TrackKeys.create(random));
        write(SealRecord.Type.KEY, 0, List.of(track), TrackKeys.wrap(opened.key, track, header, random));
        tracks.put(track, opened);
        return opened;
    }

    /** Closes all tracks and binds the sidecar to the masked video, whose hash is given in lower-case hex. */
    public void finish(String maskedSha256) {
        try {
            for (Map.Entry<Integer, OpenTrack> entry : tracks.entrySet()) {
                List<Integer> one = List.of(entry.getKey());
                byte[] count = ByteBuffer.allocate(Long.BYTES)
                        .putLong(entry.getValue().covers)
                        .array();
                byte[] key = TrackKeys.end(entry.getValue().key, headerHash);
                byte[] bound = SealRecord.bound(headerHash, SealRecord.Type.END, 0, one);
                write(SealRecord.Type.END, 0, one, Gcm.seal(key, 0, bound, count));
            }
            out.flush();
            byte[] masked = maskedSha256.getBytes(StandardCharsets.US_ASCII);
            byte[] before = ((MessageDigest) digest.clone()).digest(masked);
            write(SealRecord.Type.CLOSE, 0, List.of(), TrackKeys.joined(masked, before));
            out.flush();
            disk.getFD().sync();
        } catch (IOException e) {
            throw failed(file, e);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }

    private void write(SealRecord.Type type, int frame, List<Integer> about, byte[] payload) throws IOException {
        new SealRecord(type, frame, about, ByteBuffer.wrap(payload)).write(out);
    }

    private static byte[] deflated(byte[] clear) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(clear.length / 2 + 64);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes, deflater)) {
            stream.write(clear);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        tracks.values().forEach(track -> Arrays.fill(track.key, (byte) 0));
        try {
            disk.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static EngineException failed(Path file, IOException e) {
        return new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
    }
}
