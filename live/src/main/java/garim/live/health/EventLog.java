package garim.live.health;

import garim.live.LiveEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The latest events, the newest first. Told and asked by any thread. */
public final class EventLog implements Consumer<LiveEvent> {
    private static final int MOST = 200;

    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private final Consumer<LiveEvent> also;

    /**
     * An empty log.
     *
     * @param also is told every event too
     */
    public EventLog(Consumer<LiveEvent> also) {
        this.also = also;
    }

    @Override
    public void accept(LiveEvent event) {
        synchronized (this) {
            events.addFirst(event);
            while (events.size() > MOST) {
                events.removeLast();
            }
        }
        also.accept(event);
    }

    /** The latest ones, the newest first. */
    public synchronized List<LiveEvent> latest() {
        return new ArrayList<>(events);
    }
}
