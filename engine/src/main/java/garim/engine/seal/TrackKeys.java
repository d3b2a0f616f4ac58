package garim.engine.seal;

import garim.engine.frame.EngineException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** The key of each track, how it is given to the two holders, and the keys that are made of it. */
final class TrackKeys {
    private static final int KEY_BYTES = 32;
    private static final String SHARE = "garim seal 1 share";
    private static final String COVER = "garim seal 1 cover";
    private static final String END = "garim seal 1 end";

    private TrackKeys() {}

    static byte[] create(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** The shares of a key, each encrypted for its holder, one after the other. */
    static byte[] wrap(byte[] key, int track, SealHeader header, SecureRandom random) {
        return shares(track, header).wrap(key, random);
    }

    /**
     * The key of a track.
     *
     * @param keys the private keys of both holders, in any order
     * @throws EngineException SEAL_KEY_WRONG when one of them is not that of its holder
     */
    static byte[] unwrap(byte[] wrapped, int track, SealHeader header, List<PrivateKey> keys) {
        return shares(track, header).open(wrapped, keys);
    }

    private static HolderShares shares(int track, SealHeader header) {
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(track).array();
        return new HolderShares(SHARE, ByteBuffer.wrap(joined(header.hash(), number)), header.holders());
    }

    /** The key of what several tracks cover together: only who has all of theirs has it. */
    static byte[] cover(List<byte[]> keys, List<Integer> tracks, byte[] headerHash) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        keys.forEach(all::writeBytes);
        return Hkdf.key(all.toByteArray(), headerHash, (COVER + tracks).getBytes(StandardCharsets.US_ASCII));
    }

    /** The key of the count that closes a track. */
    static byte[] end(byte[] key, byte[] headerHash) {
        return Hkdf.key(key, headerHash, END.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
