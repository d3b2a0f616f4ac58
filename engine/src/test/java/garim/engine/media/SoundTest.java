package garim.engine.media;

import static garim.engine.media.Clips.picture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    private static final String PICTURE_AND_TONE =
            picture("160x120", 10, "2") + " -f lavfi -i sine=r=8000:d=2 -map 0 -map 1 -c:v libopenh264 ";

    @TempDir
    Path folder;

    @Test
    void dropsSoundUnlessAskedToKeepIt() {
        Path source = Clips.make(folder.resolve("a.mp4"), PICTURE_AND_TONE + "-c:a aac");
        Path target = folder.resolve("b.mp4");
        Clips.copy(source, target);
        assertEquals(1, Clips.read(source).info().audio().size());
        assertTrue(Clips.read(target).info().audio().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp4, -c:a aac, b.mp4, aac",
        "a.mp4, -c:a aac -ar 48000, b.mov, aac",
        "a.mkv, -c:a pcm_mulaw, b.mkv, pcm_mulaw",
        "a.mkv, -c:a pcm_alaw, b.mov, pcm_alaw",
        "a.mkv, -c:a libopus, b.mkv, opus",
        "a.mp4, -c:a libmp3lame -ar 44100, b.mp4, mp3",
    })
    void keepsTheBytesAndTimesOfEveryPacket(String from, String encode, String to, String codec) {
        Path source = Clips.make(folder.resolve(from), PICTURE_AND_TONE + encode);
        Path target = folder.resolve(to);
        Clips.copy(source, target, WriteSettings.forFile(target).withAudio(AudioMode.KEEP));
        assertEquals(codec, Clips.read(target).info().audio().getFirst().codec());
        assertEquals(Clips.audioSums(source), Clips.audioSums(target));
        assertEquals(Clips.firstAudioSeconds(source), Clips.firstAudioSeconds(target), 0.0011);
        assertEquals(20, Clips.countFrames(target));
    }

    @Test
    void keepsEverySoundTrack() {
        Path source = Clips.make(
                folder.resolve("a.mkv"),
                PICTURE_AND_TONE.replace("-map 1", "-map 1 -map 1") + "-c:a:0 aac -c:a:1 pcm_s16le");
        Path target = folder.resolve("b.mkv");
        Clips.copy(source, target, WriteSettings.forFile(target).withAudio(AudioMode.KEEP));
        List<String> codecs = Clips.read(target).info().audio().stream()
                .map(AudioStream::codec)
                .toList();
        assertEquals(List.of("aac", "pcm_s16le"), codecs);
    }

    @ParameterizedTest
    @CsvSource({"pcm_mulaw", "pcm_alaw", "adpcm_ima_wav", "g726"})
    void encodesSoundThatMp4CannotHoldAsAac(String codec) {
        Path source = Clips.make(folder.resolve("a.mkv"), PICTURE_AND_TONE + "-c:a " + codec);
        Path target = folder.resolve("b.mp4");
        Clips.copy(source, target, WriteSettings.forFile(target).withAudio(AudioMode.KEEP));
        assertEquals(
                new AudioStream("aac", 1, 8000),
                Clips.read(target).info().audio().getFirst());
        assertEquals(Clips.audioSeconds(source), Clips.audioSeconds(target), 0.3);
        assertEquals(20, Clips.countFrames(target));
    }

    @Test
    void keepsSoundInStepWhenTheStreamStartsLate() {
        Path source = Clips.make(folder.resolve("a.ts"), PICTURE_AND_TONE + "-c:a aac -output_ts_offset 100");
        Path target = folder.resolve("b.mp4");
        Clips.copy(source, target, WriteSettings.forFile(target).withAudio(AudioMode.KEEP));
        assertEquals(Clips.firstAudioSeconds(source), Clips.firstAudioSeconds(target), 0.0011);
        assertEquals(Clips.read(source).seconds(), Clips.read(target).seconds());
    }
}
