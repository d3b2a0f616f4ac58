package garim.engine.detect.logo;

import garim.engine.detect.logo.Proposals.Proposal;
import java.util.ArrayList;
import java.util.List;

/** A mark search goes through the proposals for one mark in one picture and keeps those that the pixels bear out. */
final class MarkSearch {
    private static final int MOST_PROPOSALS = 48;
    private static final int COARSE_ROUNDS = 10;
    private static final int FINE_ROUNDS = 6;
    private static final int LAST_ROUNDS = 20;
    private static final double LEAST_SIDE = 12;
    private static final double COARSE_SHARE = 0.3;

    private final MarkFeatures mark;
    private final Alignment coarse;
    private final Alignment fine;
    private final List<Place> places = new ArrayList<>();

    /**
     * A place of the mark.
     *
     * @param warp from the mark's coordinates to the picture
     * @param agreement how well it fits there
     */
    record Place(Warp warp, Agreement agreement) {}

    private MarkSearch(MarkFeatures mark, PictureScales scales) {
        this.mark = mark;
        coarse = new Alignment(mark.coarse(), scales);
        fine = new Alignment(mark.fine(), scales);
    }

    /** Every place of the mark; one may be told several times. */
    static List<Place> in(PictureScales scales, List<Keypoint> keypoints, MarkFeatures mark) {
        MarkSearch search = new MarkSearch(mark, scales);
        for (Proposal proposal : Proposals.of(mark, keypoints, MOST_PROPOSALS)) {
            search.consider(proposal);
        }
        return search.places;
    }

    private void consider(Proposal proposal) {
        Warp near = coarse.refine(proposal.warp(), COARSE_ROUNDS, false);
        boolean found = coarse.agreement(near).share() >= COARSE_SHARE && settle(near, proposal.support());
        if (!found) {
            // a mark of fine lines is gray at the coarse size
            Warp close = fine.refine(proposal.warp(), FINE_ROUNDS, false);
            if (fine.agreement(close).share() >= COARSE_SHARE) {
                settle(close, proposal.support());
            }
        }
    }

    private boolean settle(Warp near, double support) {
        if (side(near) < LEAST_SIDE) {
            return false;
        }
        Warp place = fine.refine(near, FINE_ROUNDS, true);
        Agreement agreement = fine.agreement(place);
        if (agreement.isPromising()) {
            Warp better = fine.refine(place, LAST_ROUNDS, true);
            Agreement last = fine.agreement(better);
            boolean improved = last.score() >= agreement.score();
            place = improved ? better : place;
            agreement = improved ? last : agreement;
        }
        boolean convincing = side(place) >= LEAST_SIDE && agreement.isConvincing(side(place), support);
        if (convincing) {
            places.add(new Place(place, agreement));
        }
        return convincing;
    }

    private double side(Warp warp) {
        return mark.mark().meanSide() * Math.sqrt(Math.max(0, warp.areaAt(0, 0)));
    }
}
