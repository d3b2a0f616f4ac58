package garim.live.vault;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.live.LiveException;
import garim.live.OriginalSink;
import garim.live.store.Disk;
import garim.live.store.OpenSegment;
import garim.live.store.PacketQueue;
import garim.live.store.SegmentCycle;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import garim.live.store.StoreEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A vault that is being filled: it seals the originals of any number of cameras. It holds the key of the present day and none
 * of another; what it sealed before it cannot open. Days that are old enough are destroyed as new segments begin.
 */
public final class Vault implements AutoCloseable {
    private static final int MOST_WAITING = 32 << 20;

    private final VaultSettings settings;
    private final VaultFolder folder;
    private final VaultIdentity identity;
    private final Disk disk;
    private final SteadyClock clock;
    private final Consumer<StoreEvent> events;
    private final SecureRandom random = new SecureRandom();
    private final List<PacketQueue> queues = new ArrayList<>();
    private Optional<DayKey> current = Optional.empty();
    private Optional<KeyLock> held = Optional.empty();
    private boolean delayed;

    Vault(VaultSettings settings, SteadyClock clock, Disk disk, Consumer<StoreEvent> events) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.disk = disk;
        this.events = events;
        folder = new VaultFolder(settings.folder());
        Files.createDirectories(folder.keys());
        Files.createDirectories(folder.days());
        identity = identified();
        doubtIfStrange();
    }

    /**
     * Opens a vault for sealing, and makes it when it is not there.
     *
     * @param events is told what a person should know, on the threads of the vault
     * @throws LiveException STORAGE when the folder cannot be used; KEY when it is a vault of other holders
     */
    public static Vault open(VaultSettings settings, SteadyClock clock, Consumer<StoreEvent> events) {
        try {
            return new Vault(settings, clock, Disk.local(), events);
        } catch (IOException e) {
            throw new VaultFolder(settings.folder()).failed(e);
        }
    }

    private VaultIdentity identified() throws IOException {
        if (!Files.exists(folder.identity())) {
            VaultIdentity made = VaultIdentity.create(folder.identity(), settings.holders(), random);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("at", clock.now().toString());
            line.put("act", "created");
            folder.log().append(line);
            return made;
        }
        VaultIdentity found = VaultIdentity.read(folder.identity());
        if (!found.holders().equals(settings.holders())) {
            throw new LiveException(
                    LiveException.Code.KEY,
                    "The vault " + settings.folder()
                            + " belongs to other holders; name those, in the same order, or another folder");
        }
        return found;
    }

    /** A clock that is behind the newest day, or far from it, may be wrong. */
    private void doubtIfStrange() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.now(), settings.zone());
        List<LocalDate> days = folder.listDays();
        boolean strange = !days.isEmpty()
                && (days.getLast().isAfter(today) || days.getLast().isBefore(today.minusDays(1)));
        if (strange) {
            clock.doubt();
        }
    }

    /**
     * Where the originals of a camera go. Pictures wait in memory until they are sealed on a thread of the vault.
     *
     * @param camera 1 to 64 letters, digits, dots, dashes and underscores
     */
    public OriginalSink sink(String camera) {
        SegmentCycle cycle = cycle(camera);
        PacketQueue queue = new PacketQueue("vault-" + camera, MOST_WAITING, cycle);
        synchronized (this) {
            queues.add(queue);
        }
        return new OriginalSink() {
            @Override
            public void begin(CodedStream stream) {
                queue.begin(stream);
            }

            @Override
            public void packet(CodedPacket packet, Instant taken) {
                queue.packet(packet, taken);
            }

            @Override
            public void end() {
                queue.end();
            }
        };
    }

    SegmentCycle cycle(String camera) {
        boolean isNamed = camera.matches(VaultFolder.NAMES) && !camera.startsWith(".");
        if (!isNamed) {
            throw new IllegalArgumentException("a camera of a vault cannot be named " + camera);
        }
        return new SegmentCycle(camera, settings.segment(), clock, events, new CameraPlace(camera));
    }

    /** The segments of one camera. */
    private final class CameraPlace implements SegmentCycle.Place {
        private final String camera;
        private LocalDate day = LocalDate.EPOCH;

        CameraPlace(String camera) {
            this.camera = camera;
        }

        @Override
        public OpenSegment open(CodedStream stream, CodedPacket key, Instant taken) throws IOException {
            expire();
            if (disk.free(settings.folder()) <= settings.spare()) {
                throw new IOException("No space left on device");
            }
            day = LocalDate.ofInstant(taken, settings.zone());
            DayKey sealing = keyOf(day);
            byte[] segment = new byte[ChunkSeal.SEGMENT_BYTES];
            random.nextBytes(segment);
            byte[] head = ChunkSeal.head(identity.hash(), sealing.id(), segment);
            SealedHeader header = new SealedHeader(camera, taken, sealing.nextNumber(camera), stream);
            Path file = folder.freeSegment(day, camera, taken);
            return new SealedWriter(file, disk, header, new ChunkSeal(sealing, head), head, key.decodedAt());
        }

        @Override
        public boolean isBreak(Instant taken) {
            return !LocalDate.ofInstant(taken, settings.zone()).equals(day);
        }
    }

    private synchronized DayKey keyOf(LocalDate day) throws IOException {
        if (current.filter(key -> key.day().equals(day)).isEmpty()) {
            forgetKey();
            DayKey made = DayKeyFile.create(folder, identity, day, random);
            held = KeyLock.take(DayKeyFile.path(folder, day, made.id()));
            current = Optional.of(made);
        }
        return current.orElseThrow();
    }

    private void forgetKey() throws IOException {
        current.ifPresent(DayKey::forget);
        current = Optional.empty();
        if (held.isPresent()) {
            held.get().close();
        }
        held = Optional.empty();
    }

    /** Destroys the days that are old enough. */
    synchronized void expire() {
        if (settings.keepFor().isEmpty()) {
            return;
        }
        Duration age = settings.keepFor().get();
        Instant now = clock.now();
        boolean trusted = clock.isTrusted();
        try {
            for (LocalDate day : folder.listDays()) {
                Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
                if (end.plus(age).isBefore(now)) {
                    expire(day, trusted);
                }
            }
        } catch (IOException | LiveException e) {
            tellDelayed(String.valueOf(e.getMessage()));
        }
        delayed = delayed && !trusted;
    }

    private void expire(LocalDate day, boolean trusted) {
        if (trusted) {
            new Destruction(folder, clock::now).run(day, "expired", "garim", "retention");
            events.accept(new StoreEvent(Kind.EXPIRED, "", day.toString()));
        } else {
            tellDelayed(day.toString());
        }
    }

    private void tellDelayed(String detail) {
        if (!delayed) {
            delayed = true;
            events.accept(new StoreEvent(Kind.EXPIRY_DELAYED, "", detail));
        }
    }

    /** Pictures that were lost because the disk is too slow. */
    public synchronized long lost() {
        return queues.stream().mapToLong(PacketQueue::lost).sum();
    }

    /** Seals what is waiting, ends all segments and forgets the key. */
    @Override
    public void close() {
        List<PacketQueue> all;
        synchronized (this) {
            all = List.copyOf(queues);
        }
        all.forEach(PacketQueue::end);
        all.forEach(PacketQueue::close);
        synchronized (this) {
            try {
                forgetKey();
            } catch (IOException e) {
                throw folder.failed(e);
            }
        }
    }
}
