package garim.engine.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A native scope owns native objects and frees them all, the last one first, when it is closed. */
final class NativeScope implements AutoCloseable {
    private final Deque<Runnable> releases = new ArrayDeque<>();

    /** Takes over an object together with the way to free it. */
    <T> T own(T object, Consumer<T> release) {
        releases.push(() -> release.accept(object));
        return object;
    }

    @Override
    public void close() {
        while (!releases.isEmpty()) {
            releases.pop().run();
        }
    }
}
