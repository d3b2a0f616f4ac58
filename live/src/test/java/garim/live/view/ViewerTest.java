package garim.live.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewerTest {
    private final Viewer viewer = new Viewer();

    @Test
    void beginsWithAKeyPicture() throws InterruptedException {
        viewer.begin(List.of(new Viewer.Message.Begin("{}")));
        viewer.fragment(new byte[] {1}, false);
        viewer.fragment(new byte[] {2}, true);
        viewer.fragment(new byte[] {3}, false);
        assertEquals(List.of(0, 2, 3), taken(3));
    }

    @Test
    void whoIsTooSlowLosesPicturesUpToTheNextKeyPictureButNeverTheHead() throws InterruptedException {
        viewer.begin(List.of(new Viewer.Message.Begin("{}"), new Viewer.Message.Bytes(new byte[] {9}, false)));
        viewer.fragment(new byte[] {1}, true);
        for (int i = 0; i < 80; i++) {
            viewer.fragment(new byte[] {2}, false);
        }
        viewer.fragment(new byte[] {3}, true);
        assertEquals(List.of(0, 9, 3), taken(3));
        assertTrue(viewer.dropped() > 0);
    }

    @Test
    void endsWhenItIsClosed() throws InterruptedException {
        viewer.close();
        assertEquals(Optional.empty(), viewer.take());
    }

    private List<Integer> taken(int messages) throws InterruptedException {
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            taken.add(
                    switch (viewer.take().orElseThrow()) {
                        case Viewer.Message.Begin begin -> 0;
                        case Viewer.Message.Bytes(byte[] data, boolean isPicture) -> (int) data[0];
                    });
        }
        return taken;
    }
}
