package garim.engine.seal;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * The key of each track, and how it is given to two holders: it is the sum (exclusive or) of two shares, of which one alone
 * says nothing, and each share is encrypted for one holder by X25519, HKDF and AES-GCM.
 */
final class TrackKeys {
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;
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
        byte[] first = create(random);
        List<byte[]> shares = List.of(first, sum(key, first));
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        for (int i = 0; i < SealHeader.HOLDERS; i++) {
            KeyPair once = HolderKeys.newPair();
            byte[] encoded = once.getPublic().getEncoded();
            byte[] secret = agreed(once.getPrivate(), header.holders().get(i));
            byte[] lock = lock(secret, encoded, header.holders().get(i));
            wrapped.write(encoded.length);
            wrapped.writeBytes(encoded);
            wrapped.writeBytes(Gcm.seal(lock, 0, bound(header, track, i), shares.get(i)));
        }
        return wrapped.toByteArray();
    }

    /**
     * The key of a track.
     *
     * @param keys the private keys of both holders, in their order
     * @throws EngineException SEAL_KEY_WRONG when one of them is not that of its holder
     */
    static byte[] unwrap(byte[] wrapped, int track, SealHeader header, List<PrivateKey> keys) {
        ByteBuffer bytes = ByteBuffer.wrap(wrapped);
        List<byte[]> shares = new ArrayList<>();
        for (int i = 0; i < SealHeader.HOLDERS; i++) {
            byte[] encoded = new byte[bytes.get() & 0xff];
            bytes.get(encoded);
            byte[] share = new byte[KEY_BYTES + TAG_BYTES];
            bytes.get(share);
            int holder = i;
            shares.add(opened(encoded, share, header, keys.get(i), holder, track)
                    .orElseThrow(() -> new EngineException(
                            ErrorCode.SEAL_KEY_WRONG,
                            "holder " + (holder + 1),
                            "this key does not open the share of track " + track)));
        }
        return sum(shares.get(0), shares.get(1));
    }

    private static Optional<byte[]> opened(
            byte[] encoded, byte[] share, SealHeader header, PrivateKey key, int holder, int track) {
        try {
            byte[] secret = agreed(key, HolderKeys.decodePublic(encoded));
            byte[] lock = lock(secret, encoded, header.holders().get(holder));
            return Gcm.open(lock, 0, bound(header, track, holder), share);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] lock(byte[] secret, byte[] once, PublicKey holder) {
        return Hkdf.key(secret, joined(once, holder.getEncoded()), SHARE.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bound(SealHeader header, int track, int holder) {
        return joined(
                header.hash(),
                ByteBuffer.allocate(8).putInt(track).putInt(holder).array());
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

    private static byte[] agreed(PrivateKey own, PublicKey other) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new EngineException(ErrorCode.SEAL_KEY_WRONG, "holder", String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] sum(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
