package garim.live.camera;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.live.PacketSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Hands packets on to all sinks of a kind. One that throws although it must not is left out from then on, so that it harms no
 * other. Used by one thread.
 *
 * @param <S> masked or original
 */
final class Outlets<S extends PacketSink> {
    private final List<S> sinks;
    private final BiConsumer<S, RuntimeException> failed;
    private boolean isOpen;

    Outlets(List<S> sinks, BiConsumer<S, RuntimeException> failed) {
        this.sinks = new ArrayList<>(sinks);
        this.failed = failed;
    }

    List<S> sinks() {
        return sinks;
    }

    void begin(CodedStream stream) {
        end();
        isOpen = true;
        each(sink -> sink.begin(stream));
    }

    boolean isOpen() {
        return isOpen;
    }

    void packet(CodedPacket packet, Instant taken) {
        each(sink -> sink.packet(packet, taken));
    }

    void end() {
        if (isOpen) {
            isOpen = false;
            each(PacketSink::end);
        }
    }

    private void each(Consumer<S> call) {
        for (S sink : List.copyOf(sinks)) {
            try {
                call.accept(sink);
            } catch (RuntimeException e) {
                sinks.remove(sink);
                failed.accept(sink, e);
            }
        }
    }
}
