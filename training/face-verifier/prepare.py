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
    if 'collage' in name:
        return 'collage-held' in name
    if name.startswith(('held-', 'scene-')):
        return name.startswith('held-')
    if name[:3].isdigit():  # a part of a photograph: all parts of one go together
        name = name.split('_', 1)[1]
    return zlib.crc32(name.encode()) % 5 == 0


def load(root, candidates):
    """The rows of one CSV file or several with commas between, and the boxes of the data set."""
    seen = collections.defaultdict(list)
    for path in candidates.split(','):
        for r in csv.DictReader(open(path)):
            seen[(r['set'], r['file'])].append(
                (r['det'], float(r['scale']), float(r['score'])) + tuple(float(r[c]) for c in 'xywh'))
    truth = collections.defaultdict(list)
    for r in csv.DictReader(open(root + '/faces-masked/gt.csv')):
        if r['kind'] == 'face':
            truth[('faces-masked', r['file'])].append([float(r[c]) for c in 'xywh'])
    for key in [k for k in seen if k[0] == 'negatives']:
        # nobody should be there; a picture in which the teacher sees a face is not used
        if any(r[0] == 'y' and r[2] >= 0.5 for r in seen[key]):
            del seen[key]
        else:
            seen[key] = [r for r in seen[key] if r[0] in 'usg']
    return seen, truth


def read(root, key, negatives=''):
    folder = {'faces-masked': root + '/faces-masked/images/', 'cctv-frames': root + '/cctv-frames/',
              'negatives': negatives + '/negatives/'}[key[0]]
    return cv2.imread(folder + key[1], cv2.IMREAD_COLOR)[:, :, ::-1]


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

    def apart(self, box):
        """Whether the middle of the box is in no face that is known or doubtful, and it overlaps none much."""
        known = np.concatenate([self.faces, self.doubt, self.both])
        return not centre_inside(box, known) and iou(box, known).max() <= 0.2


def thin(boxes, scores, limit, overlap=0.6):
    """Indices of the best, near duplicates left out."""
    kept = []
    for i in np.argsort(-np.asarray(scores)):
        if len(kept) >= limit:
            break
        if not kept or iou(boxes[i], np.array([boxes[k] for k in kept])).max() < overlap:
            kept.append(i)
    return kept


class Heads:
    """Says of a box of one picture whether its middle is a head from any side: 1, 0, or -1 for unknown."""

    def __init__(self, rows, judge, empty):
        self.judge = judge
        self.empty = empty
        self.people = [r for r in rows if r[0] == 'p']
        self.guesses = [head_guess(r[3:]) for r in self.people if r[2] >= 0.5 and standing(r[3:])]

    def label(self, box, face):
        if self.empty:
            return 0
        if face == 1:
            return 1
        if self.guesses and face == 0 and iou(box, np.array(self.guesses)).max() >= 0.35:
            return 1
        return 0 if face == 0 and self.low(box) else -1

    def low(self, box):
        """In the lower part of someone of whom the detector is sure, and in no one's upper part."""
        x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
        sure = False
        for _, _, score, px, py, pw, ph in self.people:
            if px - 0.15 * pw < x < px + 1.15 * pw and py - 0.15 * ph < y < py + 1.05 * ph:
                if y < py + 0.45 * ph:
                    return False
                sure |= score >= 0.5 and px < x < px + pw
        return sure

    def squares(self, rng):
        """Guessed heads in whose neighbourhood the judge knows no face."""
        for g in self.guesses:
            if min(g[2:]) >= 7:
                for _ in range(3):
                    k = rng.uniform(0.85, 1.25)
                    yield np.array([g[0] + g[2] * ((1 - k) / 2 + rng.uniform(-0.08, 0.08)),
                                    g[1] + g[3] * ((1 - k) / 2 + rng.uniform(-0.08, 0.08)), g[2] * k, g[3] * k])


def standing(person):
    x, y, w, h = person
    return 2.0 <= h / max(w, 1) <= 4.2 and y > 2


def head_guess(person):
    """Where the head of someone who stands is, about."""
    x, y, w, h = person
    return np.array([x + w / 2 - 0.06 * h, y + 0.01 * h, 0.12 * h, 0.14 * h])


def quick(image, box):
    """As crop, but on whole pixels and much faster."""
    x, y, w, h = box
    side = max(w, h) * WIDE_CONTEXT
    n = max(4, int(round(side)))
    left, top = int(round(x + w / 2 - side / 2)), int(round(y + h / 2 - side / 2))
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + n, width), min(top + n, height)
    part = image[y0:y1, x0:x1]
    if not part.size:
        return None
    part = cv2.copyMakeBorder(part, y0 - top, top + n - y1, x0 - left, left + n - x1, cv2.BORDER_REPLICATE)
    return cv2.resize(part, (WIDE, WIDE), interpolation=cv2.INTER_AREA if n > WIDE else cv2.INTER_LINEAR)


def main():
    root, candidates, target, negatives = sys.argv[1:5]
    rng = np.random.default_rng(7)
    seen, truth = load(root, candidates)
    out = collections.defaultdict(list)
    for n, key in enumerate(sorted(seen)):
        rows = seen[key]
        image = read(root, key, negatives)
        empty = key[0] == 'negatives'
        judge = Judge(rows, truth[key])
        if empty:
            judge.both = np.zeros((0, 4))
        heads = Heads(rows, judge, empty)
        some = choose(rows, judge, image.shape, rng, 40 if empty else 50)
        some += [(b, -1, 0.5) for b in heads.squares(rng)]
        for box, label, hard in some:
            if label == -1:
                label = judge.label(box)
            wide = quick(image, box)
            if wide is None:
                continue
            out['wide'].append(wide)
            out['label'].append(label)
            out['head'].append(heads.label(box, label))
            out['hard'].append(hard)
            out['box'].append(box)
            out['picture'].append(n)
            out['cctv'].append(key[0] == 'cctv-frames')
            out['empty'].append(empty)
            out['held'].append(held_out(key[1]))
    data = {k: np.array(v) for k, v in out.items()}
    np.savez(target, **data)
    for held in (False, True):
        m = data['held'] == held
        print('held out' if held else 'training', 'faces', int((data['label'][m] == 1).sum()),
              'others', int((data['label'][m] == 0).sum()), 'of them empty', int(data['empty'][m].sum()),
              'heads', int((data['head'][m] == 1).sum()), 'from behind', int(((data['head'][m] == 1) & (data['label'][m] == 0)).sum()),
              'no heads', int((data['head'][m] == 0).sum()), 'pictures', len(set(data['picture'][m])))


def choose(rows, judge, shape, rng, limit):
    """The (box, label, hardness 0-1) triples of one picture that are learnt from."""
    cand = [r for r in rows if r[0] in 'us' and min(r[5], r[6]) >= 6]
    if len(cand) > 250:
        first = sorted(cand, key=lambda r: -r[2] * (1 if r[0] == 'u' else 3))
        cand = first[:120] + [first[120 + i] for i in rng.permutation(len(cand) - 120)[:130]]
    boxes = [np.array(r[3:]) for r in cand]
    table = np.array(boxes).reshape(-1, 4)
    hard = [min(1, r[2] / (1 if r[0] == 'u' else 0.3)) for r in cand]
    labels = np.array([judge.label(b) for b in boxes])
    chosen = []
    for face in judge.faces:
        mine = np.nonzero((labels == 1) & (iou(face, table) >= 0.4))[0]
        for i in rng.permutation(mine)[:4]:
            chosen.append((boxes[i], 1, hard[i]))
        if min(face[2:]) >= 7:
            chosen.append((face, 1, 0.5))
    no = [i for i in range(len(cand)) if labels[i] == 0]
    strong = [i for i in no if hard[i] >= 0.13]
    weak = [i for i in no if hard[i] < 0.13]
    strong = [strong[i] for i in thin([boxes[i] for i in strong], [hard[i] for i in strong], limit)]
    for i in strong + list(rng.permutation(weak)[:12]):
        chosen.append((boxes[int(i)], 0, hard[int(i)]))
    for face in judge.faces:
        for _ in range(2):
            box = beside(face, rng)
            if 0.05 <= iou(box, face[None])[0] <= 0.2 and judge.apart(box):
                chosen.append((box, 0, 0.6))
    for _ in range(16):
        h = np.exp(rng.uniform(np.log(8), np.log(0.5 * min(shape[:2]))))
        w = h * rng.uniform(0.65, 1)
        box = np.array([rng.uniform(0, shape[1] - w), rng.uniform(0, shape[0] - h), w, h])
        if judge.label(box) == 0:
            chosen.append((box, 0, 0.0))
    return chosen


def beside(face, rng):
    """A square that overlaps a face a little."""
    x, y, w, h = face
    k = rng.uniform(0.7, 1.5)
    turn = rng.uniform(0, 2 * np.pi)
    far = rng.uniform(0.55, 0.95) * (1 + k) / 2
    return np.array([x + w / 2 + far * w * np.cos(turn) - k * w / 2, y + h / 2 + far * h * np.sin(turn) - k * h / 2,
                     k * w, k * h])


if __name__ == '__main__':
    main()
