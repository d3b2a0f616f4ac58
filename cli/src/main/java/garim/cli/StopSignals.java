package garim.cli;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * The signals by which a user or a machine asks a program to stop. They are heard before the Java runtime begins to shut
 * down: then the inference library frees itself, and work that still runs in it would crash.
 *
 * <p>The class of the runtime for signals is reached by reflection because the compiler warns of its every mention.
 */
final class StopSignals {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private StopSignals() {}

    /** Runs something, on a thread of its own, whenever such a signal comes; a system may not have all of them. */
    static void hear(Runnable asked) {
        NAMES.forEach(name -> hear(name, asked));
    }

    private static void hear(String name, Runnable asked) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object listener = Proxy.newProxyInstance(
                    StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        asked.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
        } catch (ReflectiveOperationException e) {
            // Without it the shutdown of the runtime asks the work to stop, a little later.
        }
    }
}
