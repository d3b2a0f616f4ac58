"""Measures weights on held-out material: evaluate.py CONFIG WEIGHTS.pt

Recall on composed pictures by width of the plate, and false alarms on held-out photographs without plates, looked at with
a long side of 320 and 1280 as the product does. Fonts and makers of plates are those of training: the figures compare
weights with each other and choose thresholds; they say little about real plates.
"""

import json
import sys

import numpy as np
import torch

from look import coverage, find, load
from scene import Scenes

THRESHOLDS = (0.15, 0.3, 0.45, 0.6, 0.75)
WIDTHS = (0, 20, 28, 40, 80, 160, 1000)


def main():
    torch.set_num_threads(1)
    net = load(sys.argv[2])
    config = dict(json.load(open(sys.argv[1])), plates=400, things=250, most_textures=60)
    scenes = Scenes(77, **config, held_out=True)
    found, wrong = [], []
    for _ in range(250):
        picture, boxes, doubtful = scenes.sample(256)
        scores, seen = find(net, picture, THRESHOLDS[0])
        for box in boxes:
            hits = [s for s, b in zip(scores, seen) if coverage(box, [b]) >= 0.8]
            found.append((box[2] - box[0], max(hits, default=0)))
        every = list(boxes) + list(doubtful)
        wrong += [s for s, b in zip(scores, seen) if not any(coverage(b, [e]) > 0.2 for e in every)]
    print("composed, covered by 80 %:")
    for low, high in zip(WIDTHS, WIDTHS[1:]):
        here = [s for w, s in found if low <= w < high]
        print(f"  {low}-{high} px ({len(here)}): " + " ".join(f"{t}: {np.mean([s >= t for s in here]):.3f}" for t in THRESHOLDS))
    print("  false a picture: " + " ".join(f"{t}: {np.mean([s >= t for s in wrong]) * len(wrong) / 250:.3f}" for t in THRESHOLDS))
    for side in (320, 1280):
        for name, pictures in (("photographs", scenes.photographs), ("textures", scenes.textures)):
            scores = np.concatenate([find(net, p, THRESHOLDS[0], side)[0] for _, p in pictures])
            print(f"{name} at {side} ({len(pictures)}), false a picture: "
                  + " ".join(f"{t}: {(scores >= t).sum() / len(pictures):.3f}" for t in THRESHOLDS))


if __name__ == "__main__":
    main()
