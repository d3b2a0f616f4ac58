package garim.live;

/** A masked sink takes pictures that are masked; it may show and store them. */
public non-sealed interface MaskedSink extends PacketSink {}
