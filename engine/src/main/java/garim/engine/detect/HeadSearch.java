package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A head search looks for the head inside the region in which a person has it, and doubts unsure people without one.
 *
 * <p>The whole region stays the answer: the judge's best square alone missed the head of a sure person (measured).
 *
 * @param judge knows heads from any side
 * @param believed lowest probability of a head, 0-1
 * @param sure score of a person, 0-1, from which nobody is doubted
 */
public record HeadSearch(HeadJudge judge, double believed, double sure) {
    private static final double[] SIZES = {0.42, 0.62, 0.9};
    private static final double[] COLUMNS = {0.2, 0.5, 0.8};
    private static final double[] ROWS = {0, 0.35};

    public HeadSearch {
        Objects.requireNonNull(judge);
    }

    /**
     * The regions in which a head is: those of all sure people, and of the others those where a head is believed.
     *
     * @param regions one for each person, with the person's score
     */
    List<Detection> heads(Picture picture, List<Detection> regions) {
        List<Detection> unsure = regions.stream().filter(r -> r.score() < sure).toList();
        List<Box> squares =
                unsure.stream().flatMap(r -> squares(r.box()).stream()).toList();
        double[] answers = judge.headProbabilities(picture, squares);
        int each = SIZES.length * COLUMNS.length * ROWS.length;
        List<Detection> heads = new ArrayList<>();
        for (Detection region : regions) {
            int place = unsure.indexOf(region);
            if (place < 0 || isBelieved(answers, place * each, each)) {
                heads.add(region.withBox(region.box().clamp(picture.width(), picture.height())));
            }
        }
        return List.copyOf(heads);
    }

    private boolean isBelieved(double[] answers, int from, int count) {
        return IntStream.range(from, from + count).anyMatch(i -> answers[i] >= believed);
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
