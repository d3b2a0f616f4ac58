package garim.cli;

import garim.engine.pipeline.DetectorUse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Detectors that are loaded when the first file that can be read needs them. Used by one thread. */
final class AwaitedDetectors implements AutoCloseable {
    private final Supplier<LoadedDetectors> loading;
    private Optional<LoadedDetectors> loaded = Optional.empty();

    AwaitedDetectors(Supplier<LoadedDetectors> loading) {
        this.loading = loading;
    }

    /** Loads them now, so that what is wrong with them is told before any work. */
    AwaitedDetectors load() {
        loaded = Optional.of(loaded.orElseGet(loading));
        return this;
    }

    /** The detectors and their models. */
    List<DetectorUse> uses() {
        return load().loaded.orElseThrow().uses();
    }

    @Override
    public void close() {
        loaded.ifPresent(LoadedDetectors::close);
    }
}
