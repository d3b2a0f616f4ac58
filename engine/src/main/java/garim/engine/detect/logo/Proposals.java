package garim.engine.detect.logo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Proposals are places at which a mark may be, drawn from single likenesses and ranked by how many of them agree. */
final class Proposals {
    private static final float LIKE = 0.8f;
    private static final int MOST_MATCHES = 3000;
    private static final int PER_KEYPOINT = 2;
    private static final double SAME_PLACE = 0.25;

    private Proposals() {}

    /**
     * A proposal.
     *
     * @param warp from the mark's coordinates to the picture
     * @param support sum of the likenesses that agree
     */
    record Proposal(Warp warp, double support) {}

    /** A match is one likeness and what follows from it: where the corners of the mark would be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Match(Warp warp, double likeness, double[] corners, double size) {}

    /** The best proposals, best first, none near a better one. */
    static List<Proposal> of(MarkFeatures mark, List<Keypoint> keypoints, int most) {
        List<Match> matches = matches(mark, keypoints);
        double[] support = new double[matches.size()];
        for (int i = 0; i < support.length; i++) {
            for (int k = 0; k < i; k++) {
                if (agree(matches.get(i), matches.get(k))) {
                    support[i] += matches.get(k).likeness - LIKE / 2;
                    support[k] += matches.get(i).likeness - LIKE / 2;
                }
            }
            support[i] += matches.get(i).likeness - LIKE / 2;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < support.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -support[i]));
        List<Match> chosen = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        for (int i : order) {
            Match next = matches.get(i);
            if (proposals.size() < most && chosen.stream().noneMatch(c -> agree(c, next))) {
                chosen.add(next);
                proposals.add(new Proposal(next.warp, support[i]));
            }
        }
        return proposals;
    }

    private static List<Match> matches(MarkFeatures mark, List<Keypoint> keypoints) {
        List<Match> matches = new ArrayList<>();
        float[] likeness = new float[mark.count()];
        for (Keypoint keypoint : keypoints) {
            mark.compare(keypoint.description(), likeness);
            for (int n = 0; n < PER_KEYPOINT; n++) {
                int best = best(likeness);
                if (likeness[best] >= LIKE) {
                    matches.add(match(mark.mark(), mark.warpFor(keypoint, best), likeness[best]));
                    likeness[best] = 0;
                }
            }
        }
        matches.sort(Comparator.comparingDouble(m -> -m.likeness));
        return matches.size() > MOST_MATCHES ? matches.subList(0, MOST_MATCHES) : matches;
    }

    private static int best(float[] likeness) {
        int best = 0;
        for (int i = 1; i < likeness.length; i++) {
            best = likeness[i] > likeness[best] ? i : best;
        }
        return best;
    }

    private static Match match(Mark mark, Warp warp, double likeness) {
        double[] corners = new double[8];
        for (int corner = 0; corner < 4; corner++) {
            double u = (corner % 2 - 0.5) * mark.gray().width();
            double v = ((corner >> 1) - 0.5) * mark.gray().height();
            corners[2 * corner] = warp.x(u, v);
            corners[2 * corner + 1] = warp.y(u, v);
        }
        return new Match(warp, likeness, corners, mark.meanSide() * Math.sqrt(Math.abs(warp.areaAt(0, 0))));
    }

    private static boolean agree(Match a, Match b) {
        double limit = SAME_PLACE * Math.min(a.size, b.size);
        for (int i = 0; i < a.corners.length; i++) {
            if (Math.abs(a.corners[i] - b.corners[i]) > limit) {
                return false;
            }
        }
        return true;
    }
}
