package garim.live;

/**
 * An original sink takes pictures as the camera gave them, unmasked, in the camera's own codec. Whatever of them reaches a disk
 * is sealed first, and nothing of them is shown.
 *
 * <p>It is a type of its own so that no original can be handed to a viewer or a recording.
 */
public non-sealed interface OriginalSink extends PacketSink {}
