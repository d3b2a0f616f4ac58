package garim.bench;

/** The stages of masking a file, in the order of a run. */
enum Stage {
    LOAD("load the model"),
    HASH("hash the input, twice"),
    READ("read, for the analysis"),
    PICTURE("make the picture to look at"),
    DETECT("detect"),
    TRACK("track"),
    READ_AGAIN("read, for the output"),
    MASK("mask"),
    WRITE("write"),
    /** What no stage took: start of the JVM, its compiler and garbage collector, threads of libraries. */
    REST("rest: start, JIT, GC");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** What is done in it, for a person. */
    String words() {
        return words;
    }
}
