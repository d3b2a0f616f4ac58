"""Cuts out what the fourth round learns from: fourth.py T candidates.csv NET.pt NEGATIVES OUT.npz SHEET.png others|scenes|faces [SKIPPED]

others: what our own face net (letter g), or beside people also the other proposers, takes for a face and is none; beside people only
where no head can be. scenes: the same in new scenes, held-out ones too, by all proposers. faces: the finds of our net that are faces, and
squares that overlap a face a little. SHEET shows what is believed most: look at it, and name crops that may be faces in SKIPPED (their
numbers with commas between). Seeds 13 (faces), else none."""
import collections
import sys

import cv2
import numpy as np
import torch

from crops import SIZE, WIDE
from network import load as load_network
from prepare import Heads, Judge, beside, held_out, iou, load, quick, read, thin

EDGE = (WIDE - SIZE) // 2
ON_SHEET = 480


class Crops:
    """What is cut out, with its labels."""

    def __init__(self):
        self.columns = collections.defaultdict(list)

    def add(self, picture, key, wide, box, label, head, hard):
        row = dict(wide=wide, label=label, head=head, hard=hard, box=box, picture=picture, cctv=key[0] == 'cctv-frames',
                   empty=key[0] == 'negatives', held=held_out(key[1]))
        for name, value in row.items():
            self.columns[name].append(value)

    def save(self, target, skipped):
        data = {k: np.array(v) for k, v in self.columns.items()}
        order = np.argsort(-data['hard'])[:ON_SHEET]
        keep = np.ones(len(order) and len(data['hard']), bool)
        keep[order[skipped]] = False
        np.savez(target, **{k: v[keep] for k, v in data.items()})
        print({k: int(data[k][keep].sum()) for k in ('held', 'empty', 'cctv')}, 'faces', int((data['label'][keep] == 1).sum()), 'of', keep.sum())
        return [data['wide'][i] for i in order]


def nobody(box, heads):
    """Whether no head can be there: in the lower part of somebody of whom the detector is sure, or far from everybody."""
    if heads.low(box):
        return True
    w, h = box[2:]
    x, y = box[0] + w / 2, box[1] + h / 2
    return not any(px - 0.5 * pw - w < x < px + 1.5 * pw + w and py - 0.4 * ph - h < y < py + 1.1 * ph + h
                   for _, _, _, px, py, pw, ph in heads.people)


def believed(net, wide):
    x = torch.from_numpy(np.stack(wide)[:, EDGE:EDGE + SIZE, EDGE:EDGE + SIZE].transpose(0, 3, 1, 2).astype(np.float32))
    with torch.no_grad():
        return net.logits(x)[:, 0].numpy()


def others(rows, key, judge, image, net, what):
    """The (box, crop, log odds, head) of one picture that are no face."""
    empty, heads = key[0] == 'negatives', Heads(rows, judge, key[0] == 'negatives')
    letters = 'g' if empty and what == 'others' else 'usg'
    rows = sorted((r for r in rows if r[0] in letters and min(r[5], r[6]) >= 6), key=lambda r: -r[2] - (r[0] == 'g'))[:400]
    first = thin([np.array(r[3:]) for r in rows], [r[2] + (r[0] == 'g') for r in rows], 60 if what == 'scenes' else 120, 0.7)
    boxes = [np.array(rows[i][3:]) for i in first]
    boxes = [b for b in boxes if judge.label(b) == 0 and (empty or nobody(b, heads))]
    pairs = [(b, c) for b, c in ((b, quick(image, b)) for b in boxes) if c is not None]
    if not pairs:
        return
    z = believed(net, [c for _, c in pairs])
    for rank, i in enumerate(thin([b for b, _ in pairs], z, 8 if held_out(key[1]) else 30, 0.5)):
        if z[i] < -4.2 and (what == 'others' or rank >= 4):
            break
        yield *pairs[i], z[i], 0 if empty or heads.low(pairs[i][0]) else -1


def faces(rows, judge, image, rng):
    """The (box, crop, label) of one picture: faces as our net proposes them, and squares beside them."""
    mine = [r for r in rows if r[0] == 'g' and r[2] >= 0.12 and min(r[5], r[6]) >= 6]
    some = [(np.array(mine[i][3:]), 1) for i in thin([np.array(r[3:]) for r in mine], [r[2] for r in mine], 200, 0.85)]
    some = [s for s in some if judge.label(s[0]) == 1]
    for face in judge.faces:
        for box in (beside(face, rng) for _ in range(2 if min(face[2:]) >= 7 else 0)):
            if 0.05 <= iou(box, face[None])[0] <= 0.2 and judge.apart(box):
                some.append((box, 0))
    for box, label in some:
        wide = quick(image, box)
        if wide is not None:
            yield box, wide, label


def main():
    root, candidates, weights, negatives, target, sheet, what = sys.argv[1:8]
    skipped = [int(n) for n in sys.argv[8].split(',')] if len(sys.argv) > 8 else []
    torch.set_num_threads(1)
    net, rng, crops = load_network(weights), np.random.default_rng(13), Crops()
    seen, truth = load(root, candidates)
    for n, key in enumerate(sorted(seen)):
        empty = key[0] == 'negatives'
        if held_out(key[1]) and what != 'scenes' or empty == (what == 'faces') and what != 'others':
            continue
        judge, image = Judge(seen[key], truth[key]), read(root, key, negatives)
        if empty:
            judge.both = np.zeros((0, 4))
        if what == 'faces':
            for box, wide, label in faces(seen[key], judge, image, rng):
                crops.add(n, key, wide, box, label, 1 if label else -1, 0.5 if label else 0.6)
        else:
            for box, wide, z, head in others(seen[key], key, judge, image, net, what):
                crops.add(n, key, wide, box, 0, head, min(1.0, 1 / (1 + np.exp(-z)) + 0.2))
    tiles = [cv2.resize(w[:, :, ::-1], (80, 80)) for w in crops.save(target, skipped)]
    cv2.imwrite(sheet, np.vstack([np.hstack(tiles[i:i + 24]) for i in range(0, len(tiles) - 23, 24)]))


if __name__ == '__main__':
    main()
