package garim.live.camera;

import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CameraSource;
import garim.engine.media.CodedStream;
import garim.engine.media.FrameMemory;

/** A feed from a camera in the network. */
public final class NetworkFeed implements Feed {
    private final CameraReader reader;

    private NetworkFeed(CameraReader reader) {
        this.reader = reader;
    }

    /** The feeds of a camera. */
    public static Source of(CameraSource.Network camera) {
        FrameMemory memory = new FrameMemory();
        return new Source() {
            @Override
            public Feed open() {
                return new NetworkFeed(CameraReader.open(camera, memory));
            }

            @Override
            public String place() {
                return camera.toString();
            }
        };
    }

    @Override
    public CodedStream stream() {
        return reader.stream();
    }

    @Override
    public boolean read(CameraReader.Receiver receiver) {
        return reader.read(receiver);
    }

    @Override
    public void recycle(Frame frame) {
        reader.recycle(frame);
    }

    @Override
    public void stop() {
        reader.stop();
    }

    @Override
    public void close() {
        reader.close();
    }
}
