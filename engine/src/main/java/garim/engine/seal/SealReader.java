package garim.engine.seal;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;

/**
 * Opens what a sidecar holds of some tracks. It is read twice: first whole, to see that nothing was changed, taken out or cut
 * off, and then along with the video.
 */
public final class SealReader implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final int HEX_HASH = 64;
    private static final int LARGEST_COVER = 512 << 20;

    /**
     * What lay under the masks of some tracks in a frame.
     *
     * @param tracks which
     * @param clear the bytes that were sealed
     */
    public record Cover(List<Integer> tracks, ByteBuffer clear) {
        public Cover {
            tracks = List.copyOf(tracks);
        }
    }

    private final Path file;
    private final SealHeader header;
    private final byte[] headerHash;
    private final String maskedSha256;
    private final Map<Integer, byte[]> wrapped;
    private final Map<Integer, byte[]> ends;
    private final Map<Integer, Long> covers;
    private final Set<List<Integer>> together = new HashSet<>();
    private final Map<Integer, byte[]> keys = new HashMap<>();
    private final DataInputStream along;
    private Optional<SealRecord> next = Optional.empty();

    private SealReader(Path file) throws IOException {
        this.file = file;
        this.wrapped = new TreeMap<>();
        this.ends = new HashMap<>();
        this.covers = new HashMap<>();
        MessageDigest digest = SealHeader.sha256();
        try (DataInputStream in = new DataInputStream(
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK), digest))) {
            header = begin(in);
            headerHash = header.hash();
            maskedSha256 = scan(in, digest);
        }
        along = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK));
        begin(along);
    }

    /**
     * Reads a sidecar through.
     *
     * @throws EngineException INPUT_MISSING; SEAL_INVALID when it is none, or was changed or cut
     */
    public static SealReader open(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "no such file");
        }
        try {
            return new SealReader(file);
        } catch (IOException e) {
            throw invalid(file, String.valueOf(e.getMessage()));
        }
    }

    private static SealHeader begin(DataInputStream in) throws IOException {
        byte[] magic = SealHeader.MAGIC.getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(magic, in.readNBytes(magic.length))) {
            throw new IOException("it is not a sidecar of sealed masks");
        }
        return SealHeader.read(in);
    }

    private String scan(DataInputStream in, MessageDigest digest) throws IOException {
        while (true) {
            MessageDigest before = copy(digest);
            SealRecord record = SealRecord.read(in);
            switch (record.type()) {
                case KEY -> wrapped.put(only(record), record.bytes());
                case COVER -> {
                    together.add(record.tracks());
                    record.tracks().forEach(track -> covers.merge(track, 1L, Long::sum));
                }
                case END -> ends.put(only(record), record.bytes());
                case CLOSE -> {
                    return closed(record, before, in);
                }
            }
        }
    }

    private static int only(SealRecord record) throws IOException {
        if (record.tracks().size() != 1) {
            throw new IOException("a record that is none");
        }
        return record.tracks().getFirst();
    }

    private static String closed(SealRecord record, MessageDigest before, InputStream in) throws IOException {
        byte[] payload = record.bytes();
        boolean isClose = payload.length > HEX_HASH
                && record.frame() == 0
                && record.tracks().isEmpty();
        if (!isClose) {
            throw new IOException("a record that is none");
        }
        before.update(payload, 0, HEX_HASH);
        boolean holds = in.read() < 0
                && MessageDigest.isEqual(before.digest(), Arrays.copyOfRange(payload, HEX_HASH, payload.length));
        if (!holds) {
            throw new IOException("it was changed");
        }
        return new String(payload, 0, HEX_HASH, StandardCharsets.US_ASCII);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied", e);
        }
    }

    /** What the sidecar belongs to. */
    public SealHeader header() {
        return header;
    }

    /** Hash of the masked video that it belongs to, in lower-case hex. */
    public String maskedSha256() {
        return maskedSha256;
    }

    /** The tracks that are sealed. */
    public Set<Integer> tracks() {
        return new TreeSet<>(wrapped.keySet());
    }

    /** The tracks whose masks lie somewhere over those of some tracks, and stay there when only those are opened. */
    public Set<Integer> over(Set<Integer> wanted) {
        Set<Integer> over = new TreeSet<>();
        together.stream().filter(set -> set.stream().anyMatch(wanted::contains)).forEach(over::addAll);
        over.removeAll(wanted);
        return over;
    }

    /**
     * Opens some tracks with the keys of both holders, given in any order.
     *
     * @throws EngineException SEAL_TRACK_UNKNOWN; SEAL_KEY_WRONG when not both holders are there; SEAL_INVALID when something of
     *     these tracks was changed or is missing
     */
    public void unlock(Set<Integer> wanted, PrivateKey one, PrivateKey other) {
        for (int track : new TreeSet<>(wanted)) {
            byte[] shares = wrapped.get(track);
            if (shares == null) {
                throw new EngineException(
                        ErrorCode.SEAL_TRACK_UNKNOWN, String.valueOf(track), "sealed are " + wrapped.keySet());
            }
            keys.put(track, key(shares, track, one, other));
            requireWhole(track);
        }
    }

    private byte[] key(byte[] shares, int track, PrivateKey one, PrivateKey other) {
        try {
            return TrackKeys.unwrap(shares, track, header, List.of(one, other));
        } catch (BufferUnderflowException e) {
            throw invalid(file, "the key of track " + track + " is cut");
        }
    }

    private void requireWhole(int track) {
        byte[] bound = SealRecord.bound(headerHash, SealRecord.Type.END, 0, List.of(track));
        byte[] end = ends.getOrDefault(track, new byte[0]);
        Optional<byte[]> count = end.length == 0
                ? Optional.empty()
                : Gcm.open(TrackKeys.end(keys.getOrDefault(track, new byte[0]), headerHash), 0, bound, end);
        if (count.isEmpty() || ByteBuffer.wrap(count.get()).getLong() != covers.getOrDefault(track, 0L)) {
            throw invalid(file, "something of track " + track + " is missing");
        }
    }

    /**
     * What can be opened of a frame; asked for in rising order.
     *
     * @throws EngineException SEAL_INVALID
     */
    public List<Cover> at(int frame) {
        List<Cover> found = new ArrayList<>();
        try {
            while (peek().type() != SealRecord.Type.CLOSE && peek().frame() <= frame) {
                SealRecord record = peek();
                next = Optional.empty();
                boolean isOpen = record.type() == SealRecord.Type.COVER
                        && record.frame() == frame
                        && keys.keySet().containsAll(record.tracks());
                if (isOpen) {
                    found.add(opened(record));
                }
            }
        } catch (IOException e) {
            throw invalid(file, String.valueOf(e.getMessage()));
        }
        return found;
    }

    private SealRecord peek() throws IOException {
        if (next.isEmpty()) {
            next = Optional.of(SealRecord.read(along));
        }
        return next.get();
    }

    private Cover opened(SealRecord record) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int track : record.tracks()) {
            all.add(keys.getOrDefault(track, new byte[0]));
        }
        byte[] key = TrackKeys.cover(all, record.tracks(), headerHash);
        byte[] bound = SealRecord.bound(headerHash, SealRecord.Type.COVER, record.frame(), record.tracks());
        byte[] deflated = Gcm.open(key, record.frame(), bound, record.bytes())
                .orElseThrow(() -> invalid(file, "frame " + record.frame() + " was changed"));
        return new Cover(record.tracks(), ByteBuffer.wrap(inflated(deflated)));
    }

    private static byte[] inflated(byte[] deflated) throws IOException {
        try (InputStream stream = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return stream.readNBytes(LARGEST_COVER);
        }
    }

    private static EngineException invalid(Path file, String detail) {
        return new EngineException(ErrorCode.SEAL_INVALID, file.toString(), detail);
    }

    @Override
    public void close() {
        keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        try {
            along.close();
        } catch (IOException e) {
            throw invalid(file, String.valueOf(e.getMessage()));
        }
    }
}
