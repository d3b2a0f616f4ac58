package garim.live.view;

import garim.engine.frame.EngineException;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.PacketMuxer;
import garim.live.MaskedSink;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the masked packets of one camera into fragments of MP4, one a picture, for all that watch it. */
public final class ViewHub implements MaskedSink {
    private final String camera;
    private final List<Viewer> viewers = new ArrayList<>();
    private Optional<PacketMuxer> muxer = Optional.empty();
    private List<Viewer.Message> start = List.of();

    /** A hub without viewers. */
    public ViewHub(String camera) {
        this.camera = camera;
    }

    /** Name of the camera. */
    public String camera() {
        return camera;
    }

    /** A viewer more; it is sent the head of the stream, and pictures from the next key picture on. */
    synchronized Viewer join() {
        Viewer viewer = new Viewer();
        viewer.begin(start);
        viewers.add(viewer);
        return viewer;
    }

    /** A viewer fewer. */
    synchronized void leave(Viewer viewer) {
        viewer.close();
        viewers.remove(viewer);
    }

    /** How many watch. */
    public synchronized int viewers() {
        return viewers.size();
    }

    @Override
    public boolean isWanted() {
        return viewers() > 0;
    }

    @Override
    public synchronized void begin(CodedStream stream) {
        end();
        try {
            PacketMuxer made = PacketMuxer.open(stream, PacketMuxer.Form.FRAGMENTED_MP4);
            muxer = Optional.of(made);
            String codecs = made.codecs().orElse("avc1.42c01f");
            String line = "{\"codecs\":\"" + codecs + "\",\"width\":" + stream.width() + ",\"height\":"
                    + stream.height() + "}";
            start = List.of(new Viewer.Message.Begin(line), new Viewer.Message.Bytes(bytes(made.head()), false));
            viewers.forEach(viewer -> viewer.begin(start));
        } catch (EngineException e) {
            // Without a container nobody can watch; the next begin may do better.
            muxer = Optional.empty();
        }
    }

    @Override
    public synchronized void packet(CodedPacket packet, Instant taken) {
        if (muxer.isPresent() && !viewers.isEmpty()) {
            byte[] fragment = bytes(muxer.get().fragment(packet));
            viewers.forEach(viewer -> viewer.fragment(fragment, packet.key()));
        }
    }

    /** What a muxer made, to keep or to send more than once. */
    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public synchronized void end() {
        muxer.ifPresent(PacketMuxer::close);
        muxer = Optional.empty();
        start = List.of();
    }
}
