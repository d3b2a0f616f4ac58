package garim.e2e;

import java.nio.file.Path;

/** Clips for tests that ask how the program behaves, not what it masks. */
final class SmallClips {
    private SmallClips() {}

    /** Three small frames in which there is nobody. */
    static Path tiny(Path file) {
        return Ffmpeg.make(file, "-f lavfi -i testsrc2=size=160x120:rate=10:duration=0.3 -c:v libx264", file);
    }

    /** Enough frames that a run over them can be interrupted. */
    static Path longOne(Path file) {
        String source = "-f lavfi -i testsrc2=size=640x480:rate=25:duration=60";
        return Ffmpeg.make(file, source + " -c:v libx264 -preset ultrafast", file);
    }

    /** A second of pictures with a sound. */
    static Path withSound(Path file, String soundCodec) {
        String pictures = "-f lavfi -i testsrc2=size=160x120:rate=10:duration=1 -f lavfi -i sine=duration=1";
        return Ffmpeg.make(file, pictures + " -c:v libx264 -c:a " + soundCodec, file);
    }
}
