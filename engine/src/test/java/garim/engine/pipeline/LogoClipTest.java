package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.logo.LogoDetector;
import garim.engine.detect.logo.LogoReference;
import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.media.WriteSettings;
import garim.engine.plan.MaskPlanJson;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trademark that wanders through a clip is covered in every frame, though it is looked for in few. */
final class LogoClipTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int FRAMES = 30;
    private static final int SIDE = 64;
    private static final int STRIDE = 5;
    private static final double BRIGHT = 90;

    @TempDir
    Path folder;

    @Test
    void coversAMovingMarkInEveryFrame() {
        Path clip = writeClip();
        assertTrue(brightest(clip) > BRIGHT, "the mark is in the clip");
        Path output = folder.resolve("out.mp4");
        Deidentifier deidentifier = new Deidentifier("test");
        MaskPlan plan = analyze(deidentifier, clip);
        deidentifier.render(
                clip, plan, output, new RenderSettings(WriteSettings.forFile(output), false), Progress.NONE);
        assertTrue(brightest(output) < BRIGHT, () -> "left: " + brightest(output));
    }

    @Test
    void writesTheHashOfTheReferenceIntoThePlanAndNotThePicture() {
        MaskPlan plan = analyze(new Deidentifier("test"), writeClip());
        String json = new MaskPlanJson().write(plan);
        assertTrue(json.contains("\"" + "ab".repeat(32) + "\""));
        assertTrue(plan.tracks().stream().allMatch(track -> track.kind() == TargetKind.LOGO));
        assertEquals(1, plan.tracks().size());
    }

    private static MaskPlan analyze(Deidentifier deidentifier, Path clip) {
        BufferedImage mark = mark();
        int[] argb = mark.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        LogoReference reference = LogoReference.of("mark.png", "ab".repeat(32), SIDE, SIDE, argb);
        List<ModelUse> pictures = List.of(new ModelUse(reference.name(), reference.sha256()));
        DetectorUse use = new DetectorUse(new LogoDetector(List.of(reference)), pictures, STRIDE);
        AnalysisSettings settings = AnalysisSettings.standard(Set.of(TargetKind.LOGO));
        return deidentifier.analyze(clip, List.of(use), settings, Progress.NONE);
    }

    /** The brightest pixel in any frame at the middle of the mark. */
    private static double brightest(Path file) {
        double most = 0;
        try (VideoReader reader = VideoReader.open(file)) {
            for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
                Frame frame = next.get();
                Box place = place(frame.index());
                for (int y = (int) place.y() + 8; y < place.bottom() - 8; y++) {
                    for (int x = (int) place.x() + 8; x < place.right() - 8; x++) {
                        most = Math.max(most, frame.luma().at(x, y));
                    }
                }
                reader.recycle(frame);
            }
        }
        return most;
    }

    private static Box place(int index) {
        return new Box(20 + 6 * index, 60 + 3 * index, SIDE, SIDE);
    }

    private Path writeClip() {
        Path clip = folder.resolve("clip.mp4");
        MediaInfo info = MediaInfo.ofComputedFrames(WIDTH, HEIGHT, 10);
        try (VideoWriter writer =
                VideoWriter.create(clip, clip, info, WriteSettings.forFile(clip).withQuantizer(24))) {
            for (int index = 0; index < FRAMES; index++) {
                writer.write(frame(index, index * info.frameTicks()));
            }
            writer.finish();
        }
        return clip;
    }

    private static Frame frame(int index, long pts) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < 60; i++) {
            g.setColor(new Color(30 + i % 7 * 5, 30 + i % 7 * 5, 30 + i % 7 * 5));
            g.fillRect(i * 37 % WIDTH, i * 53 % HEIGHT, 20 + i % 40, 15 + i % 30);
        }
        g.drawImage(mark(), (int) place(index).x(), (int) place(index).y(), null);
        g.dispose();
        Frame frame = Frame.allocate(WIDTH, HEIGHT, index, pts);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                frame.luma().put(x, y, image.getRaster().getSample(x, y, 0));
            }
        }
        for (int i = 0; i < frame.cb().width() * frame.cb().height(); i++) {
            frame.cb().bytes().put(i, (byte) 128);
            frame.cr().bytes().put(i, (byte) 128);
        }
        return frame;
    }

    /** A bright disc with a dark zigzag and a dot. */
    private static BufferedImage mark() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(230, 230, 230));
        g.fill(new Ellipse2D.Double(0, 0, SIDE, SIDE));
        Path2D zigzag = new Path2D.Double();
        zigzag.moveTo(10, 40);
        zigzag.lineTo(24, 16);
        zigzag.lineTo(34, 44);
        zigzag.lineTo(52, 20);
        g.setColor(new Color(20, 20, 20));
        g.setStroke(new BasicStroke(7));
        g.draw(zigzag);
        g.fill(new Ellipse2D.Double(38, 42, 12, 12));
        g.dispose();
        return image;
    }
}
