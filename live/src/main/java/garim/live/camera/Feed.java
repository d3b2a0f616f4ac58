package garim.live.camera;

import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CodedStream;

/** A feed is one connection to a camera. One thread reads; {@link #recycle} and {@link #stop} may be called from others. */
public interface Feed extends AutoCloseable {
    /** Opens feeds of one camera. */
    interface Source {
        /**
         * Connects; takes as long as the camera is given at most.
         *
         * @throws garim.engine.frame.EngineException when it cannot
         */
        Feed open();

        /** Where the camera is, for people; without a login. */
        String place();

        /** True when an end is no failure: what is recorded begins anew. */
        default boolean isRecorded() {
            return false;
        }
    }

    /** What the camera's own packets are. */
    CodedStream stream();

    /**
     * Waits for the next packet and hands it on with what was decoded from it.
     *
     * @return false when there will be no more
     * @throws garim.engine.frame.EngineException when the camera is gone
     */
    boolean read(CameraReader.Receiver receiver);

    /** Gives the memory of a frame back, also after the feed was closed. */
    void recycle(Frame frame);

    /** Ends a wait for the camera. */
    void stop();

    @Override
    void close();
}
