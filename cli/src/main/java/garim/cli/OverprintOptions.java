package garim.cli;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.mask.Overprint;
import garim.engine.mask.TextStamp;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what is printed on the pictures when everything is masked. */
final class OverprintOptions {
    private static final double SHARE_OF_HEIGHT = 1 / 26.0;
    private static final double SMALLEST = 14;
    private static final double MOST_OF_WIDTH = 0.8;
    private static final double RISE = 18;
    private static final int TILED_INK = 55;
    private static final int TILED_RIM = 32;
    private static final int CORNER_PERCENT = 85;

    @Option(names = "--labels", paramLabel = "WORDING", arity = "0..1", fallbackValue = "codes")
    private Optional<TrackLabels.Wording> labels = Optional.empty();

    @Option(names = "--watermark", paramLabel = "TEXT")
    private Optional<String> watermark = Optional.empty();

    @Option(names = "--watermark-at", paramLabel = "PLACE", defaultValue = "tiled")
    private Overprint.Layout layout = Overprint.Layout.TILED;

    /** Refuses a watermark without text; IllegalArgumentException. */
    void requireSensible(Messages messages) {
        if (watermark.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(messages.text("usage.watermark"));
        }
    }

    /** What is printed on the pictures of a plan. */
    Overprint of(MaskPlan plan, Messages messages) {
        if (labels.isEmpty() && watermark.isEmpty()) {
            return Overprint.NONE;
        }
        TextPainter painter = new TextPainter();
        return new Overprint(
                labels.map(wording -> new TrackLabels(plan, wording, messages, painter)),
                watermark.map(text -> new Overprint.Watermark(stamp(text, plan.input(), painter), layout)));
    }

    private TextStamp stamp(String text, PlanInput input, TextPainter painter) {
        double across = input.rotation().swapsSides() ? input.height() : input.width();
        double wanted = Math.max(SMALLEST, Math.min(input.width(), input.height()) * SHARE_OF_HEIGHT);
        double size = painter.sizeWithin(text, wanted, across * MOST_OF_WIDTH);
        return switch (layout) {
            case TILED -> painter.paint(text, size, RISE).faded(TILED_INK, TILED_RIM);
            case CORNER -> painter.paint(text, size, 0).faded(CORNER_PERCENT, CORNER_PERCENT);
        };
    }
}
