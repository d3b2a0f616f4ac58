package garim.engine.detect.onnx;

import garim.engine.detect.Picture;
import garim.engine.detect.text.LineView;
import garim.engine.detect.text.TextArea;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one line of writing with a PP-OCR recognition model; characters it does not know come out as others. */
final class LineReader implements AutoCloseable {
    private static final String OUTPUT = "softmax_11.tmp_0";
    private static final int HEIGHT = 48;
    private static final int MULTIPLE = 8;
    private static final int NARROWEST = 64;
    private static final int WIDEST = 480;

    private final OnnxModel model;
    private final List<String> keys;

    /**
     * Loads the model.
     *
     * @param model the ONNX file and where it runs
     * @param keys UTF-8, one character a line; class 0 of the model is none, the class after the last key is a space
     */
    LineReader(String name, Weights model, byte[] keys) {
        List<String> all = new ArrayList<>();
        all.add("");
        new String(keys, StandardCharsets.UTF_8).lines().forEach(all::add);
        all.add(" ");
        this.keys = List.copyOf(all);
        this.model = OnnxModel.load(name, model, List.of(OUTPUT));
    }

    /** The reading of an area of a picture; empty when nothing is recognised. */
    String read(Picture picture, TextArea area) {
        int width = Math.clamp(Math.round(area.aspect() * HEIGHT / MULTIPLE) * MULTIPLE, NARROWEST, WIDEST);
        Picture line = LineView.of(picture, area, width, HEIGHT);
        FloatBuffer scores = FaceNetwork.tensor(model.run(width, HEIGHT, b -> TextInput.LINE.write(line, b)), OUTPUT);
        return decode(scores);
    }

    private String decode(FloatBuffer scores) {
        StringBuilder text = new StringBuilder();
        float[] step = new float[keys.size()];
        int last = 0;
        for (int at = 0; at + step.length <= scores.limit(); at += step.length) {
            scores.get(at, step);
            int best = strongest(step);
            if (best != last) {
                text.append(keys.get(best));
            }
            last = best;
        }
        return text.toString();
    }

    private static int strongest(float[] step) {
        int best = 0;
        for (int i = 1; i < step.length; i++) {
            best = step[i] > step[best] ? i : best;
        }
        return best;
    }

    @Override
    public void close() {
        model.close();
    }
}
