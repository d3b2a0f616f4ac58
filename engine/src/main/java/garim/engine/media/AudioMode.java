package garim.engine.media;

/** What happens to the sound of the input. */
public enum AudioMode {
    /** The output is silent. */
    DROP,
    /** Every sound track is copied packet by packet, or encoded as AAC where the container cannot hold its codec. */
    KEEP
}
