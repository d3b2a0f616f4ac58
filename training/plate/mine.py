"""Finds the places where a net sees plates in pictures that hold none."""

import sys

from look import find

SIDES, THRESHOLD, MOST = (400, 800), 0.2, 12


def mine(net, pictures):
    """(file, x, y, side) of squares around the alarms, of the 256 pixels that the net looks at in training."""
    net.eval()
    alarms = []
    for file, picture in pictures:
        for side in SIDES:
            scores, boxes = find(net, picture, THRESHOLD, side)
            view = 256 * max(picture.shape[:2]) / side
            alarms += [(file, float(b[0] + b[2]) / 2, float(b[1] + b[3]) / 2, view) for b in boxes[:MOST]]
    print(f"mined {len(alarms)} places in {len(pictures)} pictures", file=sys.stderr, flush=True)
    return alarms
