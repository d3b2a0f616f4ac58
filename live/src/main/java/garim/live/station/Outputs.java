package garim.live.station;

import garim.live.LiveClock;
import garim.live.LiveEvent;
import garim.live.LiveException;
import garim.live.MaskedSink;
import garim.live.OriginalSink;
import garim.live.camera.CameraSettings;
import garim.live.record.RecordSettings;
import garim.live.record.Recorder;
import garim.live.rtsp.RtspServer;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import garim.live.vault.Vault;
import garim.live.vault.VaultSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The outputs of a station besides its page: recordings, sealed originals, and the server for players. */
final class Outputs implements AutoCloseable {
    private final Stores stores;
    private final LiveClock clock;
    private final Consumer<LiveEvent> events;
    private final SteadyClock steady;
    private final List<Recorder> recorders = new ArrayList<>();
    private final Optional<Vault> vault;
    private final Optional<RtspServer> rtsp;

    /**
     * Opens what all cameras share.
     *
     * @throws garim.live.LiveException STORAGE, KEY or LISTEN when something cannot be used; nothing stays open then
     */
    Outputs(StationSettings settings, LiveClock clock, Consumer<LiveEvent> events) {
        this.stores = settings.stores();
        this.clock = clock;
        this.events = events;
        steady = new SteadyClock(clock::now, clock::nanos);
        vault = stores.vault().map(wanted -> Vault.open(sealing(wanted), steady, this::tell));
        try {
            rtsp = settings.rtsp().map(RtspServer::start);
        } catch (LiveException e) {
            vault.ifPresent(Vault::close);
            throw e;
        }
    }

    private static VaultSettings sealing(Stores.Sealing wanted) {
        return new VaultSettings(
                wanted.folder(), wanted.holders(), wanted.zone(), wanted.segment(), wanted.keepFor(), wanted.spare());
    }

    /** A camera with these outputs added to its own. */
    CameraSettings attach(CameraSettings camera) {
        List<MaskedSink> masked = new ArrayList<>(camera.masked());
        List<OriginalSink> originals = new ArrayList<>(camera.originals());
        stores.recording().ifPresent(wanted -> masked.add(recorder(wanted, camera.name())));
        rtsp.ifPresent(server -> masked.add(server.stream(camera.name())));
        vault.ifPresent(open -> originals.add(open.sink(camera.name())));
        return camera.withSinks(masked, originals);
    }

    private Recorder recorder(Stores.Recording wanted, String camera) {
        RecordSettings settings = new RecordSettings(
                wanted.folder().resolve(camera),
                camera,
                wanted.segment(),
                wanted.keepFor(),
                wanted.keepBytes(),
                wanted.spare());
        Recorder recorder = Recorder.open(settings, steady, this::tell);
        recorders.add(recorder);
        return recorder;
    }

    private void tell(StoreEvent event) {
        String word = event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String camera = event.camera().isEmpty() ? "-" : event.camera();
        events.accept(new LiveEvent(clock.now(), camera, LiveEvent.Kind.STORAGE, List.of(word, event.detail())));
    }

    /** The port for players; empty when there is none. */
    OptionalInt rtspPort() {
        return rtsp.map(server -> OptionalInt.of(server.port())).orElse(OptionalInt.empty());
    }

    /** Ends what is open and writes what waits; the cameras have ended before. */
    @Override
    public void close() {
        rtsp.ifPresent(RtspServer::close);
        recorders.forEach(Recorder::close);
        vault.ifPresent(Vault::close);
    }
}
