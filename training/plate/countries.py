"""Measures weights by country on held-out backgrounds: countries.py CONFIG WEIGHTS.pt [PICTURES]

For every series of plates.py: drawn plates covered by 80 %, those of 28-80 px and those of 80 px and more apart, at several
thresholds, and false alarms a picture. Makers of plates and fonts are those of training, so the figures compare countries with each
other; they are no recall of real plates."""
import json
import sys

import numpy as np
import torch

import plates
from look import coverage, find, load
from scene import Scenes

THRESHOLDS = (0.3, 0.45, 0.6)


def main():
    torch.set_num_threads(1)
    net = load(sys.argv[2])
    pictures = int(sys.argv[3]) if len(sys.argv) > 3 else 120
    config = dict(json.load(open(sys.argv[1])), plates=150, things=120, most_textures=40)
    for maker, _ in plates.SERIES:
        plates.SERIES = ((maker, 1.0),)
        scenes = Scenes(78, **config, held_out=True)
        found, wrong = [], []
        for _ in range(pictures):
            picture, boxes, doubtful = scenes.sample(256)
            scores, seen = find(net, picture, THRESHOLDS[0])
            for box in boxes:
                hits = [s for s, b in zip(scores, seen) if coverage(box, [b]) >= 0.8]
                found.append((box[2] - box[0], max(hits, default=0)))
            every = list(boxes) + list(doubtful)
            wrong += [s for s, b in zip(scores, seen) if not any(coverage(b, [e]) > 0.2 for e in every)]
        cells = []
        for low, high in ((28, 80), (80, 1000)):
            here = [s for w, s in found if low <= w < high]
            cells.append(f"{low}-{high} px ({len(here)}) " + " ".join(f"{np.mean([s >= t for s in here]):.3f}" for t in THRESHOLDS))
        print(maker.__name__, *cells, "false " + " ".join(f"{sum(s >= t for s in wrong) / pictures:.3f}" for t in THRESHOLDS),
              sep="; ", flush=True)


if __name__ == "__main__":
    main()
