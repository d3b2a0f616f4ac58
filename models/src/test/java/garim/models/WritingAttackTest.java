package garim.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import garim.engine.detect.Picture;
import garim.engine.detect.Resampler;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.Masker;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reader of the product reads clear plates and signs, and nothing of masked ones, whatever the style. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WritingAttackTest {
    private static final Rectangle2D BOARD = new Rectangle2D.Double(60, 40, 420, 110);
    private static final double MARGIN = 0.15;
    private static final int HEIGHT = 48;
    private static final int PLATES = 12;

    private final List<String> keys = keys();
    private final OrtSession session = session();

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add("");
        new String(ShippedModel.bytes(TextModels.keys()), StandardCharsets.UTF_8)
                .lines()
                .forEach(keys::add);
        keys.add(" ");
        return keys;
    }

    private static OrtSession session() {
        try {
            return OrtEnvironment.getEnvironment().createSession(ShippedModel.bytes(TextModels.recognition()));
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void close() throws OrtException {
        session.close();
    }

    @Test
    void readsClearPlates() {
        int right = 0;
        for (String number : numbers()) {
            right += read(plate(number)).replace(" ", "").equals(number) ? 1 : 0;
        }
        assertTrue(right >= 0.8 * PLATES, right + " of " + PLATES);
    }

    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void readsNothingOfMaskedPlates(MaskStyle style) {
        for (String number : numbers()) {
            assertEquals("", read(masked(plate(number), TargetKind.PLATE, style)), number);
        }
    }

    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void readsNothingOfMaskedWriting(MaskStyle style) {
        for (String word : List.of("RESTAURANT", "Office 204", "EXIT", "No parking")) {
            assertEquals("", read(masked(plate(word), TargetKind.TEXT, style)), word);
        }
    }

    /** Even an attacker who knows the font and tries every number finds nothing but the mean colour to compare with. */
    @ParameterizedTest
    @EnumSource(MaskStyle.class)
    void leavesNothingThatTellsNumbersOfTheSameInkApart(MaskStyle style) {
        Set<String> left = new HashSet<>();
        for (String number : List.of("12A3456", "6543A21", "A214365")) {
            Frame frame = frame(plate(number));
            cover(frame, TargetKind.PLATE, style);
            StringBuilder samples = new StringBuilder();
            for (int x = 62; x < 478; x++) {
                int step = frame.luma().at(x, 90) - frame.luma().at(62, 90);
                samples.append(step).append(' ');
            }
            left.add(samples.toString());
        }
        assertEquals(1, left.size());
    }

    private static List<String> numbers() {
        Random random = new Random(11);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < PLATES; i++) {
            numbers.add("%02d%c%04d"
                    .formatted(random.nextInt(100), (char) ('A' + random.nextInt(8)), random.nextInt(10_000)));
        }
        return numbers;
    }

    private static Picture plate(String number) {
        PaintedScene scene = new PaintedScene();
        scene.board(BOARD, Color.WHITE, List.of(number), new AffineTransform());
        return scene.picture();
    }

    private static Picture masked(Picture picture, TargetKind kind, MaskStyle style) {
        Frame frame = frame(picture);
        cover(frame, kind, style);
        byte[] grey = new byte[picture.width() * picture.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = frame.luma().bytes().get(i);
        }
        return new Picture(picture.width(), picture.height(), grey, grey, grey);
    }

    private static void cover(Frame frame, TargetKind kind, MaskStyle style) {
        Box board = new Box(BOARD.getX(), BOARD.getY(), BOARD.getWidth(), BOARD.getHeight());
        new Masker().cover(frame, List.of(new MaskRegion(1, kind, board, new MaskRule(style, MARGIN))));
    }

    private static Frame frame(Picture picture) {
        Frame frame = Frame.allocate(picture.width(), picture.height(), 0, 0);
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            frame.luma().bytes().put(i, picture.green()[i]);
        }
        return frame;
    }

    /** What stands on the board, by PP-OCR as the product uses it. */
    private String read(Picture picture) {
        int width = (int) BOARD.getWidth();
        int height = (int) BOARD.getHeight();
        byte[] cut = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    picture.green(),
                    (y + (int) BOARD.getY()) * picture.width() + (int) BOARD.getX(),
                    cut,
                    y * width,
                    width);
        }
        int lineWidth = width * HEIGHT / height / 8 * 8;
        Picture line = Resampler.resize(new Picture(width, height, cut, cut, cut), lineWidth, HEIGHT);
        FloatBuffer input = FloatBuffer.allocate(3 * lineWidth * HEIGHT);
        for (int i = 0; i < 3 * lineWidth * HEIGHT; i++) {
            input.put((line.green()[i % (lineWidth * HEIGHT)] & 0xff) / 127.5f - 1);
        }
        return decode(run(input.flip(), lineWidth));
    }

    private float[][] run(FloatBuffer input, int width) {
        String name = session.getInputNames().iterator().next();
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), input, new long[] {1, 3, HEIGHT, width});
                OrtSession.Result result = session.run(Map.of(name, tensor))) {
            return ((float[][][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private String decode(float[][] steps) {
        StringBuilder text = new StringBuilder();
        int last = 0;
        for (float[] step : steps) {
            int best = 0;
            for (int i = 1; i < step.length; i++) {
                best = step[i] > step[best] ? i : best;
            }
            if (best != last) {
                text.append(keys.get(best));
            }
            last = best;
        }
        return text.toString().strip();
    }
}
