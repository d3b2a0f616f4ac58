package garim.engine.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A native scope owns native objects and frees them all, the last one first, when it is closed. */
final class NativeScope implements AutoCloseable {
    private final Deque<Runnable> releases = new ArrayDeque<>();
    private boolean closed;

    /** Takes over an object together with the way to free it. */
    <T> T own(T object, Consumer<T> release) {
        releases.push(() -> release.accept(object));
        return object;
    }

    /** Stops a use after closing, which in native code would end the whole program. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("already closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        while (!releases.isEmpty()) {
            releases.pop().run();
        }
    }
}
