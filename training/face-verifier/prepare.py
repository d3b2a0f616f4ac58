"""Turns pictures and candidates.csv into labelled crops (crops.npz) and cluster-free candidate tables."""
import collections
import csv
import sys
import zlib

import cv2
import numpy as np

from crops import WIDE, WIDE_CONTEXT, crop

TEACHER_SURE = 0.6
TEACHER_DOUBT = 0.15


def iou(a, boxes):
    if not len(boxes):
        return np.zeros(0)
    x1 = np.maximum(a[0], boxes[:, 0])
    y1 = np.maximum(a[1], boxes[:, 1])
    x2 = np.minimum(a[0] + a[2], boxes[:, 0] + boxes[:, 2])
    y2 = np.minimum(a[1] + a[3], boxes[:, 1] + boxes[:, 3])
    i = np.clip(x2 - x1, 0, None) * np.clip(y2 - y1, 0, None)
    return i / (a[2] * a[3] + boxes[:, 2] * boxes[:, 3] - i + 1e-9)


def centre_inside(a, boxes):
    if not len(boxes):
        return False
    x, y = a[0] + a[2] / 2, a[1] + a[3] / 2
    return bool(np.any((x >= boxes[:, 0]) & (x <= boxes[:, 0] + boxes[:, 2])
                       & (y >= boxes[:, 1]) & (y <= boxes[:, 1] + boxes[:, 3])))


def held_out(name):
    return zlib.crc32(name.encode()) % 5 == 0


def load(root, candidates):
    seen = collections.defaultdict(list)
    for r in csv.DictReader(open(candidates)):
        seen[(r['set'], r['file'])].append(
            (r['det'], float(r['scale']), float(r['score'])) + tuple(float(r[c]) for c in 'xywh'))
    truth = collections.defaultdict(list)
    for r in csv.DictReader(open(root + '/faces-masked/gt.csv')):
        if r['kind'] == 'face':
            truth[('faces-masked', r['file'])].append([float(r[c]) for c in 'xywh'])
    return seen, truth


def read(root, key):
    folder = '/faces-masked/images/' if key[0] == 'faces-masked' else '/cctv-frames/'
    return cv2.imread(root + folder + key[1], cv2.IMREAD_COLOR)[:, :, ::-1]


class Judge:
    """Says of a box of one picture: 1 face, 0 none, -1 unknown."""

    def __init__(self, rows, truth):
        t = [r for r in rows if r[0] == 'y']
        sure = [r[3:] for r in t if r[2] >= (TEACHER_SURE if r[1] in (1.0, 1.5) else 0.7)]
        self.faces = np.array(list(truth) + sure).reshape(-1, 4)
        self.doubt = np.array([r[3:] for r in t if r[2] >= TEACHER_DOUBT and r[1] in (1.0, 1.5)]
                              + [r[3:] for r in t if r[2] >= 0.3]).reshape(-1, 4)
        # what both shipped detectors are sure of may be a face that the teacher missed
        u = np.array([r[3:] for r in rows if r[0] == 'u' and r[2] >= 0.9]).reshape(-1, 4)
        s = [r[3:] for r in rows if r[0] == 's' and r[2] >= 0.2]
        both = [b for b in s if len(u) and iou(b, u).max() >= 0.4]
        self.both = np.array(both).reshape(-1, 4)

    def label(self, box):
        if len(self.faces) and iou(box, self.faces).max() >= 0.4:
            return 1
        for known in (self.faces, self.doubt, self.both):
            if len(known) and (iou(box, known).max() >= 0.05 or centre_inside(box, known)):
                return -1
        return 0


def thin(boxes, scores, limit, overlap=0.6):
    """Indices of the best, near duplicates left out."""
    kept = []
    for i in np.argsort(-np.asarray(scores)):
        if len(kept) >= limit:
            break
        if not kept or iou(boxes[i], np.array([boxes[k] for k in kept])).max() < overlap:
            kept.append(i)
    return kept


def main():
    root, candidates, target = sys.argv[1:4]
    rng = np.random.default_rng(7)
    seen, truth = load(root, candidates)
    out = collections.defaultdict(list)
    for n, key in enumerate(sorted(seen)):
        rows = seen[key]
        image = read(root, key)
        judge = Judge(rows, truth[key])
        for box, label, hard in choose(rows, judge, image.shape, rng):
            wide = crop(image, box, WIDE, WIDE_CONTEXT)
            out['wide'].append(np.clip(wide + 0.5, 0, 255).astype(np.uint8))
            out['label'].append(label)
            out['hard'].append(hard)
            out['box'].append(box)
            out['picture'].append(n)
            out['cctv'].append(key[0] == 'cctv-frames')
            out['held'].append(held_out(key[1]))
    data = {k: np.array(v) for k, v in out.items()}
    np.savez(target, **data)
    for held in (False, True):
        m = data['held'] == held
        print('held out' if held else 'training', 'faces', int((data['label'][m] == 1).sum()),
              'others', int((data['label'][m] == 0).sum()), 'pictures', len(set(data['picture'][m])))


def choose(rows, judge, shape, rng):
    """The (box, label, hardness 0-1) triples of one picture that are learnt from."""
    cand = [r for r in rows if r[0] != 'y' and min(r[5], r[6]) >= 6]
    boxes = [np.array(r[3:]) for r in cand]
    hard = [min(1, r[2] / (1 if r[0] == 'u' else 0.3)) for r in cand]
    labels = [judge.label(b) for b in boxes]
    chosen = []
    for face in judge.faces:
        mine = [i for i in range(len(cand)) if labels[i] == 1 and iou(boxes[i], face[None])[0] >= 0.4]
        for i in rng.permutation(mine)[:6]:
            chosen.append((boxes[i], 1, hard[i]))
        if min(face[2:]) >= 7:
            chosen.append((face, 1, 0.5))
    no = [i for i in range(len(cand)) if labels[i] == 0]
    strong = [i for i in no if hard[i] >= 0.13]
    weak = [i for i in no if hard[i] < 0.13]
    strong = [strong[i] for i in thin([boxes[i] for i in strong], [hard[i] for i in strong], 70)]
    for i in strong + list(rng.permutation(weak)[:12]):
        chosen.append((boxes[int(i)], 0, hard[int(i)]))
    for _ in range(24):
        h = np.exp(rng.uniform(np.log(8), np.log(0.5 * min(shape[:2]))))
        w = h * rng.uniform(0.65, 1)
        box = np.array([rng.uniform(0, shape[1] - w), rng.uniform(0, shape[0] - h), w, h])
        if judge.label(box) == 0:
            chosen.append((box, 0, 0.0))
    return chosen


if __name__ == '__main__':
    main()
