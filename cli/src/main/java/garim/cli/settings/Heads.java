package garim.cli.settings;

/** Whose heads are looked for, where heads are masked. */
public enum Heads {
    /** Those of people who are seen well enough to be sure. */
    SEEN,
    /** Everybody's, however weak the evidence; masks more without need. */
    ALL
}
