package garim.cli.evaluate;

import garim.engine.frame.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes ground truth as the CSV files that {@link TruthReader} reads. */
public final class TruthWriter {
    private TruthWriter() {}

    /** Writes the boxes of clips; coordinates are rounded to a hundredth of a pixel. */
    public static void annotations(Path file, List<ClipTruth> clips) throws IOException {
        StringBuilder text = new StringBuilder("clip,frame,kind,x,y,w,h,difficulty,track\n");
        for (ClipTruth clip : clips) {
            for (FrameTruth frame : clip.frames()) {
                frame(text, clip.name(), frame);
            }
        }
        Files.writeString(file, text);
    }

    /** Writes which kinds are complete per clip. */
    public static void scope(Path file, List<ClipTruth> clips) throws IOException {
        StringBuilder text = new StringBuilder("clip,complete_kinds,note\n");
        for (ClipTruth clip : clips) {
            String kinds =
                    String.join(" ", clip.completeKinds().stream().sorted().toList());
            text.append(cell(clip.name())).append(',').append(kinds).append(",\n");
        }
        Files.writeString(file, text);
    }

    private static void frame(StringBuilder text, String clip, FrameTruth frame) {
        String head = cell(clip) + "," + frame.frame() + ",";
        if (frame.targets().isEmpty()) {
            text.append(head).append("none,0,0,0,0,,\n");
        }
        for (TargetBox target : frame.targets()) {
            Box box = target.box();
            text.append(head).append(cell(target.kind())).append(',');
            text.append(number(box.x())).append(',').append(number(box.y())).append(',');
            text.append(number(box.width()))
                    .append(',')
                    .append(number(box.height()))
                    .append(',');
            text.append(target.difficulty().word()).append(',').append(cell(target.track()));
            text.append('\n');
        }
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? String.valueOf(Math.round(rounded))
                : String.format(Locale.ROOT, "%.2f", rounded);
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
