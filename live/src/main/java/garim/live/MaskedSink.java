package garim.live;

/** A masked sink takes pictures that are masked; it may show and store them. */
public non-sealed interface MaskedSink extends PacketSink {
    /**
     * True when it has a use for pictures now. While no sink of a camera has, none are coded; when one has again, it gets a key
     * picture first. Asked before every picture, by the thread that calls {@link #packet}.
     */
    default boolean isWanted() {
        return true;
    }
}
