package garim.cli.scene;

import garim.engine.frame.Box;

/** A raster is one rectangle of 8-bit samples without gaps, onto which others can be stretched. */
final class Raster {
    private static final int OPAQUE = 255;
    private static final int ONE = 256;

    private final int width;
    private final int height;
    private final byte[] samples;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.samples = new byte[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] samples() {
        return samples;
    }

    int at(int x, int y) {
        return samples[y * width + x] & 0xff;
    }

    void put(int x, int y, int value) {
        samples[y * width + x] = (byte) value;
    }

    /**
     * Stretches another raster over a box of this one, bilinearly.
     *
     * @param source what is drawn
     * @param alpha as large as the source, 0 = nothing drawn, 255 = source only
     * @param where box in pixels of this raster; may reach outside
     */
    void draw(Raster source, Raster alpha, Box where) {
        Axis columns = Axis.of(where.x(), where.width(), source.width, width);
        Axis rows = Axis.of(where.y(), where.height(), source.height, height);
        for (int y = rows.first(); y < rows.end(); y++) {
            int top = rows.index(y) * source.width;
            int bottom = rows.next(y) * source.width;
            for (int x = columns.first(); x < columns.end(); x++) {
                int left = columns.index(x);
                int right = columns.next(x);
                int across = columns.weight(x);
                int cover = mix(alpha.samples, top, bottom, left, right, across, rows.weight(y));
                if (cover > 0) {
                    int value = mix(source.samples, top, bottom, left, right, across, rows.weight(y));
                    int place = y * width + x;
                    int old = samples[place] & 0xff;
                    samples[place] = (byte) (old + ((value - old) * cover + OPAQUE / 2) / OPAQUE);
                }
            }
        }
    }

    /** As {@link #draw(Raster, Raster, Box)} with an opaque source; the way of the large backdrop. */
    void drawOpaque(Raster source, Box where) {
        Axis columns = Axis.of(where.x(), where.width(), source.width, width);
        Axis rows = Axis.of(where.y(), where.height(), source.height, height);
        for (int y = rows.first(); y < rows.end(); y++) {
            int top = rows.index(y) * source.width;
            int bottom = rows.next(y) * source.width;
            int down = rows.weight(y);
            for (int x = columns.first(); x < columns.end(); x++) {
                samples[y * width + x] = (byte)
                        mix(source.samples, top, bottom, columns.index(x), columns.next(x), columns.weight(x), down);
            }
        }
    }

    private static int mix(byte[] from, int top, int bottom, int left, int right, int across, int down) {
        int upper = (from[top + left] & 0xff) * (ONE - across) + (from[top + right] & 0xff) * across;
        int lower = (from[bottom + left] & 0xff) * (ONE - across) + (from[bottom + right] & 0xff) * across;
        return (upper * (ONE - down) + lower * down + ONE * ONE / 2) >> 16;
    }
}
