package garim.live.station;

import garim.live.LiveClock;
import garim.live.LiveEvent;
import garim.live.MaskedSink;
import garim.live.camera.CameraFigures;
import garim.live.camera.CameraSettings;
import garim.live.camera.RunningCamera;
import garim.live.health.EventLog;
import garim.live.health.HealthJson;
import garim.live.health.Metrics;
import garim.live.view.ViewServer;
import garim.live.view.ViewedCamera;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A station is a live program that runs: its cameras, and the server that shows them. */
public final class Station implements AutoCloseable {
    private final Outputs outputs;
    private final LookPool threads;
    private final List<RunningCamera> cameras = new ArrayList<>();
    private final EventLog log;
    private final Optional<ViewServer> server;

    private Station(StationSettings settings, LiveClock clock, Consumer<LiveEvent> events) {
        log = new EventLog(events);
        outputs = new Outputs(settings, clock, log);
        threads = new LookPool(settings.workers(), clock::nanos);
        List<ViewedCamera> viewed = new ArrayList<>();
        for (CameraSettings camera : settings.cameras()) {
            CameraSettings shown = outputs.attach(camera);
            if (settings.view().isPresent()) {
                ViewedCamera view = ViewedCamera.of(camera.name(), clock);
                viewed.add(view);
                shown = withSinks(shown, view.sinks());
            }
            cameras.add(new RunningCamera(shown, clock, threads, log));
        }
        server = settings.view()
                .map(view -> ViewServer.start(view.host(), view.port(), view.login(), viewed, reports()));
    }

    private static CameraSettings withSinks(CameraSettings camera, List<MaskedSink> more) {
        List<MaskedSink> sinks = new ArrayList<>(camera.masked());
        sinks.addAll(more);
        return camera.withSinks(sinks, camera.originals());
    }

    /**
     * Starts everything.
     *
     * @param events told on any thread
     * @throws garim.live.LiveException LISTEN when a server cannot; STORAGE or KEY when something cannot be stored
     */
    public static Station start(StationSettings settings, LiveClock clock, Consumer<LiveEvent> events) {
        Station station = new Station(settings, clock, events);
        station.cameras.forEach(RunningCamera::start);
        return station;
    }

    private ViewServer.Reports reports() {
        HealthJson json = new HealthJson();
        return new ViewServer.Reports() {
            @Override
            public String metrics() {
                return Metrics.of(figures());
            }

            @Override
            public String health() {
                return json.health(figures());
            }

            @Override
            public boolean isHealthy() {
                return HealthJson.isHealthy(figures());
            }

            @Override
            public String events() {
                return json.events(log.latest());
            }
        };
    }

    /** The figures of all cameras, in the order of the settings. */
    public List<CameraFigures> figures() {
        return cameras.stream().map(RunningCamera::figures).toList();
    }

    /** The port at which cameras are shown; empty when they are not. */
    public OptionalInt port() {
        return server.map(running -> OptionalInt.of(running.port())).orElse(OptionalInt.empty());
    }

    /** The port at which players are served; empty when they are not. */
    public OptionalInt rtspPort() {
        return outputs.rtspPort();
    }

    /** Ends everything; what is being looked at is waited for, so that detectors can be closed. */
    @Override
    public void close() {
        server.ifPresent(ViewServer::close);
        cameras.forEach(RunningCamera::stop);
        cameras.forEach(RunningCamera::close);
        outputs.close();
        threads.close();
    }
}
