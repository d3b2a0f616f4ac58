package garim.cli.review;

import garim.cli.scene.Lettering;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.Timeline;
import garim.engine.visibility.ReviewedTrack;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A sheet of all tracks as one picture; what is kept has a green border. It shows people unmasked. */
public final class ContactSheet {
    /** More tracks than this make a picture that few programs open. */
    public static final int MOST_TRACKS = 2000;

    private static final int COLUMNS = 8;
    private static final int CELL_WIDTH = 190;
    private static final int CELL_HEIGHT = 190;
    private static final int GAP = 8;
    private static final int LINE = 11;
    private static final int LINES = 3;
    private static final Color PAPER = new Color(0x1c, 0x1f, 0x24);
    private static final Color INK = new Color(0xf0, 0xf0, 0xf0);
    private static final Color KEPT = new Color(0x2e, 0xa0, 0x43);
    private static final Color MASKED = new Color(0x6e, 0x76, 0x81);

    private final Timeline timeline;
    private final TrackPictures pictures;

    /** A sheet of a plan. */
    public ContactSheet(MaskPlan plan, TrackPictures pictures) {
        this.timeline = plan.input().timeline();
        this.pictures = pictures;
    }

    private record Cell(Person person, ReviewedTrack reviewed) {}

    /**
     * Draws the sheet.
     *
     * @param groups persons, the surest first
     * @throws IllegalArgumentException when there are more than {@link #MOST_TRACKS}
     */
    public BufferedImage draw(List<List<Person>> groups) {
        List<Cell> cells = groups.stream()
                .flatMap(List::stream)
                .flatMap(person -> person.tracks().stream().map(reviewed -> new Cell(person, reviewed)))
                .toList();
        if (cells.size() > MOST_TRACKS) {
            throw new IllegalArgumentException(cells.size() + " tracks are too many for one PNG; name the sheet .html");
        }
        int rows = Math.max(1, (cells.size() + COLUMNS - 1) / COLUMNS);
        BufferedImage sheet = new BufferedImage(
                GAP + COLUMNS * (CELL_WIDTH + GAP), GAP + rows * (CELL_HEIGHT + GAP), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < cells.size(); i++) {
            int left = GAP + i % COLUMNS * (CELL_WIDTH + GAP);
            int top = GAP + i / COLUMNS * (CELL_HEIGHT + GAP);
            draw(graphics, cells.get(i), left, top);
        }
        graphics.dispose();
        return sheet;
    }

    private void draw(Graphics2D graphics, Cell cell, int left, int top) {
        ReviewedTrack reviewed = cell.reviewed();
        graphics.setColor(reviewed.isKept() ? KEPT : MASKED);
        graphics.setStroke(new BasicStroke(reviewed.isKept() ? 4 : 1));
        graphics.drawRect(left, top, CELL_WIDTH, CELL_HEIGHT);
        int high = CELL_HEIGHT - LINES * LINE - 2 * GAP;
        pictures.picture(reviewed.track().id())
                .ifPresent(picture ->
                        fit(graphics, picture.image(), left + GAP / 2, top + GAP / 2, CELL_WIDTH - GAP, high));
        int below = top + CELL_HEIGHT - LINES * LINE - GAP / 2;
        write(
                graphics,
                cell.person().id() + "  " + reviewed.track().id() + "  "
                        + reviewed.track().kind(),
                left + GAP,
                below);
        write(
                graphics,
                time(reviewed.track().firstFrame()) + "-"
                        + time(reviewed.track().lastFrame()),
                left + GAP,
                below + LINE);
        write(graphics, reviewed.isKept() ? "KEPT" : "MASKED", left + GAP, below + 2 * LINE);
    }

    private String time(int frame) {
        return ClipTime.text(timeline.secondsAt(frame));
    }

    private static void write(Graphics2D graphics, String text, int left, int top) {
        Lettering.draw(graphics, text, left, top, 1, INK);
    }

    private static void fit(Graphics2D graphics, BufferedImage image, int left, int top, int width, int height) {
        double scale = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
        int wide = (int) Math.max(1, image.getWidth() * scale);
        int high = (int) Math.max(1, image.getHeight() * scale);
        graphics.drawImage(image, left + (width - wide) / 2, top + (height - high) / 2, wide, high, null);
    }
}
