package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A head search looks for the head inside the region in which a person has it, and doubts people without one.
 *
 * @param judge knows heads from any side
 * @param believed lowest probability of a head, 0-1
 * @param sure score of a person, 0-1, from which the whole region is taken for the head when no head is believed
 */
public record HeadSearch(HeadJudge judge, double believed, double sure) {
    private static final double[] SIZES = {0.42, 0.62, 0.9};
    private static final double[] COLUMNS = {0.2, 0.5, 0.8};
    private static final double[] ROWS = {0, 0.35};
    /** Squares are coarse; a head is not cut by one that lies a little beside it. */
    private static final double ALLOWANCE = 0.3;

    public HeadSearch {
        Objects.requireNonNull(judge);
    }

    /**
     * The heads of people.
     *
     * @param regions one for each person, with the person's score
     */
    List<Detection> heads(Picture picture, List<Detection> regions) {
        List<Box> squares =
                regions.stream().flatMap(r -> squares(r.box()).stream()).toList();
        double[] answers = judge.headProbabilities(picture, squares);
        int each = SIZES.length * COLUMNS.length * ROWS.length;
        List<Detection> heads = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            Detection region = regions.get(i);
            best(answers, i * each, each)
                    .map(best -> region.withBox(squares.get(best).grow(ALLOWANCE)))
                    .or(() -> region.score() >= sure ? Optional.of(region) : Optional.empty())
                    .map(d -> d.withBox(d.box().clamp(picture.width(), picture.height())))
                    .ifPresent(heads::add);
        }
        return List.copyOf(heads);
    }

    private Optional<Integer> best(double[] answers, int from, int count) {
        int best = from;
        for (int i = from; i < from + count; i++) {
            best = answers[i] > answers[best] ? i : best;
        }
        return answers[best] >= believed ? Optional.of(best) : Optional.empty();
    }

    static List<Box> squares(Box region) {
        List<Box> squares = new ArrayList<>();
        for (double size : SIZES) {
            double side = size * Math.min(region.width(), region.height());
            for (double column : COLUMNS) {
                for (double row : ROWS) {
                    squares.add(new Box(
                            region.x() + column * (region.width() - side),
                            region.y() + row * (region.height() - side),
                            side,
                            side));
                }
            }
        }
        return squares;
    }
}
