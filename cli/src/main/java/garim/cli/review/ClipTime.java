package garim.cli.review;

import garim.engine.frame.Timeline;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times within a clip as people write them: seconds, m:ss or h:mm:ss, each with fractions; 0 is the first frame. */
public final class ClipTime {
    private static final Pattern WRITTEN =
            Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?s?|(?:\\d{1,5}:)?\\d{1,2}:\\d{1,2}(?:\\.\\d{1,9})?");
    private static final int PER_STEP = 60;
    private static final int MILLIS = 1000;

    private ClipTime() {}

    /**
     * The seconds of a time.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static double seconds(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time; write seconds as 12.5 or hours, minutes and seconds as 0:01:02.5");
        }
        double seconds = 0;
        for (String part : text.replace("s", "").split(":", -1)) {
            seconds = seconds * PER_STEP + Double.parseDouble(part);
        }
        return seconds;
    }

    /**
     * The frame that is on the screen at a time.
     *
     * @throws IllegalArgumentException when the clip is over by then
     */
    static int frame(String text, Timeline timeline) {
        double seconds = seconds(text);
        int last = timeline.frames() - 1;
        double lasts = last == 0 ? 0 : timeline.between(last - 1, last);
        if (seconds > timeline.secondsAt(last) + lasts) {
            throw new IllegalArgumentException(
                    text + " is after the end of the clip at " + text(timeline.secondsAt(last)));
        }
        return timeline.lastWithin(0, seconds);
    }

    /** A time as h:mm:ss.mmm. */
    public static String text(double seconds) {
        long millis = Math.round(seconds * MILLIS);
        long whole = millis / MILLIS;
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                whole / PER_STEP / PER_STEP,
                whole / PER_STEP % PER_STEP,
                whole % PER_STEP,
                millis % MILLIS);
    }
}
