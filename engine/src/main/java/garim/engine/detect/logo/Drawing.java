package garim.engine.detect.logo;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A drawing is a reference picture as it was handed in, and what is found out about it: where its ground ends and which
 * grounds it may stand on.
 */
final class Drawing {
    private static final int OPAQUE = 128;
    private static final int OTHER_THAN_GROUND = 24;
    private static final double MOSTLY = 0.9;
    private static final double SEVERAL_TONES = 20;
    private static final double RIM = 0.1;
    private static final int UNKNOWN_GROUND = 90;
    private static final int KNOWN = 255;

    private final int width;
    private final int height;
    private final float[] luma;
    private final int[] alpha;
    private final boolean transparent;

    /** A drawing of pixels as 0xAARRGGBB, row after row. */
    Drawing(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        luma = new float[width * height];
        alpha = new int[width * height];
        for (int i = 0; i < luma.length; i++) {
            int p = argb[i];
            luma[i] = 0.299f * (p >> 16 & 0xff) + 0.587f * (p >> 8 & 0xff) + 0.114f * (p & 0xff);
            alpha[i] = p >>> 24;
        }
        transparent = Arrays.stream(alpha).anyMatch(a -> a < OPAQUE);
    }

    /** The mark on each ground that has to be looked for; the same on the negative is not one of them. */
    List<Mark> marks() {
        if (!transparent) {
            return onGround(borderMedian(), isFramed(), KNOWN);
        }
        double mean = mean();
        if (spread(mean) < SEVERAL_TONES) {
            return onGround(mean > 127 ? 0 : 255, true, KNOWN);
        }
        List<Mark> marks = new ArrayList<>(onGround(255, true, UNKNOWN_GROUND));
        marks.addAll(onGround(0, true, UNKNOWN_GROUND));
        return marks;
    }

    private List<Mark> onGround(float ground, boolean trimmed, int groundWeight) {
        Box content = trimmed ? contentOn(ground) : new Box(0, 0, width, height);
        if (content.isEmpty()) {
            return List.of();
        }
        int rim = trimmed ? (int) Math.ceil(RIM * Math.sqrt(content.area())) : 0;
        int w = (int) content.width() + 2 * rim;
        int h = (int) content.height() + 2 * rim;
        float[] gray = new float[w * h];
        float[] weights = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int sx = (int) content.x() + x - rim;
                int sy = (int) content.y() + y - rim;
                boolean outside = sx < 0 || sy < 0 || sx >= width || sy >= height;
                float cover = outside ? 0 : alpha[sy * width + sx] / 255f;
                float own = outside ? ground : luma[sy * width + sx];
                gray[y * w + x] = ground + cover * (own - ground);
                weights[y * w + x] = transparent ? groundWeight + cover * (KNOWN - groundWeight) : KNOWN;
            }
        }
        Box centered = new Box(-content.width() / 2, -content.height() / 2, content.width(), content.height());
        return List.of(new Mark(new Gray(w, h, gray), new Gray(w, h, weights), centered));
    }

    private Box contentOn(float ground) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isContent(y * width + x, ground)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right > left ? Box.between(left, top, right, bottom) : new Box(0, 0, 0, 0);
    }

    private boolean isContent(int i, float ground) {
        return transparent ? alpha[i] >= OPAQUE : Math.abs(luma[i] - ground) > OTHER_THAN_GROUND;
    }

    /** True when the border is of one tone, so that the mark is what stands inside. */
    private boolean isFramed() {
        float[] border = border();
        float median = borderMedian();
        int like = 0;
        for (float tone : border) {
            like += Math.abs(tone - median) <= OTHER_THAN_GROUND / 2.0 ? 1 : 0;
        }
        return like >= MOSTLY * border.length;
    }

    private float borderMedian() {
        float[] border = border();
        Arrays.sort(border);
        return border[border.length / 2];
    }

    private float[] border() {
        float[] border = new float[2 * (width + height)];
        for (int x = 0; x < width; x++) {
            border[2 * x] = luma[x];
            border[2 * x + 1] = luma[(height - 1) * width + x];
        }
        for (int y = 0; y < height; y++) {
            border[2 * (width + y)] = luma[y * width];
            border[2 * (width + y) + 1] = luma[y * width + width - 1];
        }
        return border;
    }

    private double mean() {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < luma.length; i++) {
            sum += alpha[i] * luma[i];
            count += alpha[i];
        }
        return count > 0 ? sum / count : 0;
    }

    private double spread(double mean) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < luma.length; i++) {
            sum += alpha[i] * (luma[i] - mean) * (luma[i] - mean);
            count += alpha[i];
        }
        return count > 0 ? Math.sqrt(sum / count) : 0;
    }
}
