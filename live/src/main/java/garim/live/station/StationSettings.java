package garim.live.station;

import garim.live.camera.CameraSettings;
import garim.live.rtsp.RtspSettings;
import garim.live.view.ViewLogin;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a live program runs.
 *
 * @param cameras at least one, names unique
 * @param view where they are shown; empty for nowhere
 * @param rtsp how players are served; empty for not at all
 * @param stores what is recorded and sealed
 * @param workers threads on which detectors look, shared by all cameras, from 1
 */
public record StationSettings(
        List<CameraSettings> cameras, Optional<View> view, Optional<RtspSettings> rtsp, Stores stores, int workers) {
    /** What players and vaults take for the name of a camera. */
    private static final String PLAIN_NAME = "[A-Za-z0-9._-]{1,64}";

    /**
     * Where cameras are shown.
     *
     * @param host address to listen at
     * @param port 0 for any that is free
     * @param login who may watch
     */
    public record View(String host, int port, ViewLogin login) {
        public View {
            Objects.requireNonNull(host);
            Objects.requireNonNull(login);
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
            }
        }
    }

    /** Cameras that are shown, and nothing else. */
    public StationSettings(List<CameraSettings> cameras, Optional<View> view, int workers) {
        this(cameras, view, Optional.empty(), Stores.NONE, workers);
    }

    public StationSettings {
        cameras = List.copyOf(cameras);
        Objects.requireNonNull(view);
        Objects.requireNonNull(rtsp);
        Objects.requireNonNull(stores);
        boolean mustBePlain = rtsp.isPresent() || stores.vault().isPresent();
        cameras.stream()
                .map(CameraSettings::name)
                .filter(name -> mustBePlain && !name.matches(PLAIN_NAME))
                .forEach(name -> {
                    throw new IllegalArgumentException(
                            "for RTSP and a vault a camera is named in a-z, 0-9 and hyphens, not " + name);
                });
        if (cameras.isEmpty() || workers < 1) {
            throw new IllegalArgumentException("a camera and a worker are needed");
        }
        Set<String> names = new HashSet<>();
        cameras.stream()
                .map(CameraSettings::name)
                .filter(name -> !names.add(name))
                .forEach(name -> {
                    throw new IllegalArgumentException("two cameras are called " + name);
                });
    }
}
