package garim.engine.proof.certificate;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A keyring is a folder that only its owner can read, with the key that signs certificates, the public keys that did so
 * before, and what each of them said about its successor.
 */
public final class Keyring {
    private static final String KEY = "signing-key.pem";
    private static final String LINEAGE = "lineage.txt";
    private static final String RETIRED = "retired";
    private static final String PEM = ".pem";
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** Locks of files keep other programs out, but not other threads of this one. */
    private static final Lock THREADS = new ReentrantLock();

    private final Path folder;

    /** The keyring in a folder, which need not be there yet. */
    public Keyring(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /**
     * The key that signs, if there is one.
     *
     * @throws EngineException KEY_EXPOSED when others than the owner have any right to it; KEY_INVALID when it cannot be
     *     read or is damaged
     */
    public Optional<SigningKey> find() {
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        requirePrivate(folder);
        requirePrivate(file);
        return Optional.of(read(file));
    }

    /** The key that signs, made now if there is none; exceptions as {@link #find}. */
    public SigningKey require() {
        Optional<SigningKey> there = find();
        return there.isPresent() ? there.get() : locked(() -> find().orElseGet(() -> stored(SigningKey.generate())));
    }

    /**
     * Puts a new key in the place of the one that is there, which is destroyed; its public key is kept.
     *
     * @param isVouchedFor true when the old key says that the new one takes its place; not when others may have it
     * @return the new key
     */
    public SigningKey rotate(boolean isVouchedFor) {
        return locked(() -> {
            Optional<SigningKey> old = find();
            SigningKey fresh = SigningKey.generate();
            old.ifPresent(key -> retire(key, fresh.publicKey(), isVouchedFor));
            stored(fresh);
            return find().orElseThrow();
        });
    }

    /** The public keys that signed before, in no particular order. */
    public List<PublicIdentity> retired() {
        Path past = folder.resolve(RETIRED);
        if (!Files.isDirectory(past)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(past)) {
            return files.filter(file -> file.toString().endsWith(PEM))
                    .sorted()
                    .map(file -> PublicIdentity.ofPem(text(file)))
                    .toList();
        } catch (IOException e) {
            throw invalid(past, e.toString(), e);
        } catch (IllegalArgumentException e) {
            throw invalid(past, "a retired key is damaged", e);
        }
    }

    private void retire(SigningKey old, PublicIdentity successor, boolean isVouchedFor) {
        createFolder(folder.resolve(RETIRED));
        write(
                folder.resolve(RETIRED).resolve(old.publicKey().id() + PEM),
                old.publicKey().pem());
        if (isVouchedFor) {
            String line = KeyText.line(old.endorse(successor));
            Path file = folder.resolve(LINEAGE);
            write(file, line + (Files.exists(file) ? text(file) : ""));
        }
    }

    private SigningKey stored(SigningKey key) {
        write(folder.resolve(KEY), KeyText.of(key));
        return key;
    }

    private SigningKey read(Path file) {
        try {
            Path lineage = folder.resolve(LINEAGE);
            return KeyText.parse(text(file), Files.exists(lineage) ? text(lineage) : "");
        } catch (IllegalArgumentException e) {
            throw invalid(file, "is damaged: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T run();
    }

    /** Two programs that start at the same time must not make two keys. */
    private <T> T locked(Work<T> work) {
        createFolder(folder);
        requirePrivate(folder);
        THREADS.lock();
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new EngineException(ErrorCode.KEY_INVALID, folder.toString(), "cannot be locked");
            }
            return work.run();
        } catch (IOException e) {
            throw invalid(folder, e.toString(), e);
        } finally {
            THREADS.unlock();
        }
    }

    private static void createFolder(Path wanted) {
        try {
            if (Files.isDirectory(wanted)) {
                return;
            }
            Files.createDirectories(folderOf(wanted));
            if (WholeFile.hasRights(folderOf(wanted))) {
                Files.createDirectory(wanted, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
            } else {
                Files.createDirectory(wanted);
            }
        } catch (FileAlreadyExistsException e) {
            // another program of the same user was quicker
            requirePrivate(wanted);
        } catch (IOException e) {
            throw invalid(wanted, e.toString(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            WholeFile.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw invalid(file, e.toString(), e);
        }
    }

    private static Path folderOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    private static void requirePrivate(Path path) {
        try {
            if (WholeFile.hasRights(path)) {
                Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
                if (!OWNER_FOLDER.containsAll(rights)) {
                    throw new EngineException(
                            ErrorCode.KEY_EXPOSED, path.toString(), PosixFilePermissions.toString(rights));
                }
            }
        } catch (IOException e) {
            throw invalid(path, e.toString(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw invalid(file, e.toString(), e);
        }
    }

    private static EngineException invalid(Path path, String detail, Exception cause) {
        return new EngineException(ErrorCode.KEY_INVALID, path.toString(), detail, cause);
    }
}
