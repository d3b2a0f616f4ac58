package garim.cli.review;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.PlanInput;
import garim.engine.frame.TargetKind;
import java.util.Optional;

/**
 * The colours of what a person wears, as shares of brightness and tint. They tell apart a red coat and a blue one, and
 * nothing about a face; they live as long as the command that asked for them.
 */
public final class Clothes {
    private static final int LUMA_BINS = 4;
    private static final int TINT_BINS = 12;
    private static final int BINS = LUMA_BINS * TINT_BINS * TINT_BINS;

    /** How many bins away a sample still counts. */
    private static final double REACH = 1.75;

    private static final int MOST_SAMPLES_A_SIDE = 48;
    private static final int LEAST_SIDE = 4;

    /** Tints of real clothes lie around the middle; these bins are for the inner half of the range. */
    private static final double LEAST_TINT = 64;

    private static final double TINT_RANGE = 128;

    private final double[] shares;

    private Clothes(double[] shares) {
        this.shares = shares;
    }

    /** The colours below a face or head or in the middle of a person; empty for other kinds or where too little is seen. */
    static Optional<Clothes> of(Frame frame, PlanInput input, TargetKind kind, Box stored) {
        Optional<Box> worn = worn(kind, input.rotation().toUpright(stored, input.width(), input.height()));
        if (worn.isEmpty()) {
            return Optional.empty();
        }
        Box whole = input.rotation().toStored(worn.get(), input.width(), input.height());
        Box seen = whole.clamp(frame.width(), frame.height());
        boolean isEnough = seen.area() >= whole.area() / 2 && seen.width() >= LEAST_SIDE && seen.height() >= LEAST_SIDE;
        return isEnough ? Optional.of(measured(frame, seen)) : Optional.empty();
    }

    private static Optional<Box> worn(TargetKind kind, Box box) {
        double middle = box.centerX();
        return switch (kind) {
            case FACE ->
                Optional.of(below(middle, box.width() * 1.6, box.bottom() + box.height() * 0.5, box.height() * 2));
            case HEAD ->
                Optional.of(below(middle, box.width() * 1.4, box.bottom() + box.height() * 0.15, box.height() * 1.5));
            case PERSON ->
                Optional.of(below(middle, box.width() / 2, box.y() + box.height() * 0.25, box.height() * 0.3));
            case PLATE, TEXT, LOGO, MOTION, ZONE -> Optional.empty();
        };
    }

    private static Box below(double middle, double width, double top, double height) {
        return new Box(middle - width / 2, top, width, height);
    }

    private static Clothes measured(Frame frame, Box seen) {
        double[] sums = new double[BINS];
        double stepX = Math.max(1, seen.width() / MOST_SAMPLES_A_SIDE);
        double stepY = Math.max(1, seen.height() / MOST_SAMPLES_A_SIDE);
        for (double y = seen.y(); y < seen.bottom(); y += stepY) {
            for (double x = seen.x(); x < seen.right(); x += stepX) {
                add(sums, frame, Math.min((int) x, frame.width() - 1), Math.min((int) y, frame.height() - 1));
            }
        }
        return new Clothes(shares(sums));
    }

    /** A sample counts in part for the bins around it, so that a small change of light is a small change of shares. */
    private static void add(double[] sums, Frame frame, int x, int y) {
        double luma = place(frame.luma().at(x, y) / 256.0, LUMA_BINS);
        double cb = place((frame.cb().at(x / 2, y / 2) - LEAST_TINT) / TINT_RANGE, TINT_BINS);
        double cr = place((frame.cr().at(x / 2, y / 2) - LEAST_TINT) / TINT_RANGE, TINT_BINS);
        for (int l = first(luma); l <= last(luma, LUMA_BINS); l++) {
            for (int b = first(cb); b <= last(cb, TINT_BINS); b++) {
                for (int r = first(cr); r <= last(cr, TINT_BINS); r++) {
                    sums[(l * TINT_BINS + b) * TINT_BINS + r] += share(luma, l) * share(cb, b) * share(cr, r);
                }
            }
        }
    }

    private static int first(double place) {
        return Math.max(0, (int) Math.ceil(place - REACH));
    }

    private static int last(double place, int bins) {
        return Math.min(bins - 1, (int) Math.floor(place + REACH));
    }

    private static double place(double share, int bins) {
        return Math.clamp(share * bins - 0.5, 0, bins - 1.0);
    }

    private static double share(double place, int bin) {
        return Math.max(0, REACH - Math.abs(place - bin));
    }

    private static double[] shares(double[] sums) {
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        double[] shares = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            shares[i] = sums[i] / all;
        }
        return shares;
    }

    /** The mean of these and others. */
    Clothes with(Clothes other, double weight) {
        double[] mixed = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            mixed[i] = shares[i] * (1 - weight) + other.shares[i] * weight;
        }
        return new Clothes(mixed);
    }

    /** How much alike two are, 0-1: the coefficient of Bhattacharyya. */
    double likeness(Clothes other) {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += Math.sqrt(shares[i] * other.shares[i]);
        }
        return sum;
    }
}
