package garim.live.vault;

import garim.engine.frame.EngineException;
import garim.engine.seal.HolderKeys;
import garim.engine.seal.HolderShares;
import garim.engine.store.WholeFile;
import garim.live.LiveException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Arrays;
import java.util.List;

/**
 * The identity of a vault: the public half of its master key, its two holders, and the other half in two shares, one wrapped
 * for each of them. The other half itself exists only while the vault is made and while both holders open it.
 *
 * @param id random, bound into everything
 * @param master the public half
 * @param holders public keys of the two holders
 * @param shares of the private half
 */
record VaultIdentity(ByteBuffer id, PublicKey master, List<PublicKey> holders, ByteBuffer shares) {
    private static final String MAGIC = "GARIM VAULT 1\n";
    private static final String PURPOSE = "garim vault 1 master";
    private static final int ID_BYTES = 16;
    private static final int LARGEST = 65_536;
    private static final int HOLDERS = 2;

    VaultIdentity {
        id = id.asReadOnlyBuffer();
        shares = shares.asReadOnlyBuffer();
        holders = List.copyOf(holders);
    }

    /** Makes a new vault: a new master key, whose private half is forgotten when this returns. */
    static VaultIdentity create(Path file, List<PublicKey> holders, SecureRandom random) throws IOException {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        KeyPair pair = HolderKeys.newPair();
        byte[] secret = ((XECPrivateKey) pair.getPrivate()).getScalar().orElseThrow();
        byte[] shares = new HolderShares(PURPOSE, bound(id, pair.getPublic()), holders).wrap(secret, random);
        Arrays.fill(secret, (byte) 0);
        VaultIdentity made = new VaultIdentity(ByteBuffer.wrap(id), pair.getPublic(), holders, ByteBuffer.wrap(shares));
        WholeFile.write(file, made.encoded());
        return made;
    }

    private static ByteBuffer bound(byte[] id, PublicKey master) {
        byte[] key = master.getEncoded();
        return ByteBuffer.allocate(id.length + key.length).put(id).put(key).flip();
    }

    private byte[] encoded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes(id));
        writePart(out, master.getEncoded());
        for (PublicKey holder : holders) {
            writePart(out, holder.getEncoded());
        }
        writePart(out, bytes(shares));
        return bytes.toByteArray();
    }

    private static void writePart(DataOutputStream out, byte[] part) throws IOException {
        out.writeShort(part.length);
        out.write(part);
    }

    /** Reads the identity of a vault that is there. */
    static VaultIdentity read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file.getFileName() + " is none of a vault");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        byte[] magic = in.readNBytes(MAGIC.length());
        if (!new String(magic, StandardCharsets.US_ASCII).equals(MAGIC)) {
            throw new IOException(file.getFileName() + " is none of a vault");
        }
        ByteBuffer id = ByteBuffer.wrap(in.readNBytes(ID_BYTES));
        try {
            PublicKey master = HolderKeys.decodePublic(readPart(in));
            List<PublicKey> holders =
                    List.of(HolderKeys.decodePublic(readPart(in)), HolderKeys.decodePublic(readPart(in)));
            return new VaultIdentity(id, master, holders, ByteBuffer.wrap(readPart(in)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file.getFileName() + " was changed", e);
        }
    }

    private static byte[] readPart(DataInputStream in) throws IOException {
        byte[] part = new byte[in.readUnsignedShort()];
        in.readFully(part);
        return part;
    }

    /** What is bound into keys and segments of this vault. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(encoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("bytes in memory can be hashed", e);
        }
    }

    /**
     * The private half of the master key.
     *
     * @param keys the private keys of both holders, in any order
     * @throws LiveException KEY when they are not
     */
    PrivateKey unlock(List<PrivateKey> keys) {
        if (keys.size() != HOLDERS) {
            throw new LiveException(LiveException.Code.KEY, "The keys of both holders are needed, not " + keys.size());
        }
        try {
            byte[] secret = new HolderShares(PURPOSE, bound(bytes(id), master), holders).open(bytes(shares), keys);
            return KeyFactory.getInstance("XDH")
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret));
        } catch (EngineException e) {
            throw new LiveException(
                    LiveException.Code.KEY,
                    "These are not the keys of both holders of the vault (" + e.subject() + ")",
                    e);
        } catch (BufferUnderflowException | GeneralSecurityException e) {
            throw new LiveException(LiveException.Code.KEY, "The identity of the vault was changed", e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
