package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.junit.jupiter.api.Test;

/** Of any number of cameras each has patience of its own. */
final class PatienceTest {
    private static int asked(AVIOInterruptCB callback) {
        return callback.callback().call(callback.opaque());
    }

    @Test
    void fiftyCamerasAreToldApart() {
        Libav.load();
        List<Patience> all = new ArrayList<>();
        List<AVIOInterruptCB> callbacks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Patience patience = new Patience(Long.MAX_VALUE);
            all.add(patience);
            callbacks.add(patience.callback());
            assertFalse(callbacks.get(i).callback().isNull());
        }
        all.get(33).end();
        for (int i = 0; i < 50; i++) {
            assertEquals(i == 33 ? 1 : 0, asked(callbacks.get(i)), "camera " + i);
        }
        all.forEach(Patience::close);
        assertEquals(1, asked(callbacks.get(7)));
        callbacks.forEach(AVIOInterruptCB::close);
    }

    @Test
    void itEndsByItself() {
        try (Patience none = new Patience(-1);
                AVIOInterruptCB callback = none.callback()) {
            assertEquals(1, asked(callback));
        }
    }
}
