package garim.live.station;

import garim.live.camera.CameraSettings;
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
 * @param workers threads on which detectors look, shared by all cameras, from 1
 */
public record StationSettings(List<CameraSettings> cameras, Optional<View> view, int workers) {
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

    public StationSettings {
        cameras = List.copyOf(cameras);
        Objects.requireNonNull(view);
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
