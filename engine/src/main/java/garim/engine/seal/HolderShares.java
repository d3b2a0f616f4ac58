package garim.engine.seal;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * How a key is given to two holders: it is the sum (exclusive or) of two shares, of which one alone says nothing, and each
 * share is wrapped for one of them.
 *
 * @param purpose ASCII text that tells apart what keys are for
 * @param bound what must be the same when the key is put together again
 * @param holders the public keys of two different holders
 */
public record HolderShares(String purpose, ByteBuffer bound, List<PublicKey> holders) {
    private static final int KEY_BYTES = 32;

    public HolderShares {
        bound = bound.asReadOnlyBuffer();
        holders = List.copyOf(holders);
        if (holders.size() != 2 || holders.get(0).equals(holders.get(1))) {
            throw new IllegalArgumentException("two different holders are needed");
        }
    }

    /** The wrapped shares of a key of 32 bytes, one after the other. */
    public byte[] wrap(byte[] key, SecureRandom random) {
        byte[] first = new byte[KEY_BYTES];
        random.nextBytes(first);
        List<byte[]> shares = List.of(first, sum(key, first));
        ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
        for (int i = 0; i < holders.size(); i++) {
            wrapped.writeBytes(wrapOf(i).wrap(shares.get(i), holders.get(i)));
        }
        return wrapped.toByteArray();
    }

    /**
     * The key.
     *
     * @param keys the private keys of both holders, in any order
     * @throws EngineException SEAL_KEY_WRONG when one of them is not that of its holder
     * @throws java.nio.BufferUnderflowException when the shares are cut
     */
    public byte[] open(byte[] wrapped, List<PrivateKey> keys) {
        try {
            return inOrder(wrapped, keys);
        } catch (EngineException e) {
            try {
                return inOrder(wrapped, keys.reversed());
            } catch (EngineException both) {
                throw e;
            }
        }
    }

    private byte[] inOrder(byte[] wrapped, List<PrivateKey> keys) {
        ByteBuffer bytes = ByteBuffer.wrap(wrapped);
        List<byte[]> shares = new ArrayList<>();
        for (int i = 0; i < holders.size(); i++) {
            int holder = i;
            shares.add(wrapOf(i)
                    .open(bytes, keys.get(i), holders.get(i))
                    .orElseThrow(() -> new EngineException(
                            ErrorCode.SEAL_KEY_WRONG, "holder " + (holder + 1), "this key does not open the share")));
        }
        return sum(shares.get(0), shares.get(1));
    }

    private KeyWrap wrapOf(int holder) {
        ByteBuffer all = ByteBuffer.allocate(bound.remaining() + Integer.BYTES);
        return new KeyWrap(purpose, all.put(bound.duplicate()).putInt(holder).flip());
    }

    private static byte[] sum(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }
}
