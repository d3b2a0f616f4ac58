"""Says what is seen in every training picture: labels.py ROOT CANDIDATES.csv,.. PEOPLE.csv NEGATIVES,.. VERIFIER.pt,.. OUT.npz SHEET.jpg.

CANDIDATES and PEOPLE are of garim.models.CandidateDump, NEGATIVES folders of pictures without people (used if the teacher has seen
them and no face in them). Faces are the boxes of the data set, the teacher's from 0.6, and places of which two detectors and
the verifier are sure; heads are those of all faces, and the upper ends of people in whom the verifier believes there. What is
doubtful is not judged."""
import csv
import os
import sys

import cv2
import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'face-verifier'))
import network as verifiers  # noqa: E402  (of the verifier)
from crops import WIDE  # noqa: E402
from prepare import Judge, head_guess, held_out, iou, load, quick, standing, thin  # noqa: E402
from train import middle  # noqa: E402


def head_of(face):
    """The head around a face: hair, ears, chin."""
    x, y, w, h = face
    return np.array([x - 0.16 * w, y - 0.25 * h, 1.32 * w, 1.33 * h])


def believed(net, image, boxes):
    """Probabilities of face and head of each box."""
    crops = [quick(image, b) for b in boxes]
    out = np.zeros((len(boxes), 2), np.float32)
    known = [i for i, c in enumerate(crops) if c is not None]
    for at in range(0, len(known), 128):
        part = known[at:at + 128]
        with torch.no_grad():
            f, h = net(middle(np.stack([crops[i] for i in part])).float())
        out[part, 0], out[part, 1] = f.numpy(), h.numpy()
    return out


def apart(boxes, overlap=0.3):
    """Leaves out what overlaps an earlier one."""
    kept = []
    for b in boxes:
        if not kept or iou(b, np.array(kept)).max() < overlap:
            kept.append(b)
    return np.array(kept, np.float32).reshape(-1, 4)


def faces_of(image, rows, truth, net):
    """Faces, and boxes that may be faces."""
    teacher = sorted((r for r in rows if r[0] == 'y'), key=lambda r: -r[2])
    judge = Judge(rows, truth)
    sure = [np.array(r[3:]) for r in teacher if r[2] >= (0.6 if r[1] in (1.0, 1.5) else 0.7)]
    own = [r for r in rows if r[0] in 'us' and min(r[5:]) >= 6 and r[2] >= (0.3 if r[0] == 'u' else 0.08)]
    boxes = [np.array(r[3:]) for r in own]
    kept = thin(boxes, [r[2] * (1 if r[0] == 'u' else 3) for r in own], 200) if own else []
    boxes = [boxes[i] for i in kept]
    belief = believed(net, image, boxes)
    both = [b for b, p in zip(boxes, belief) if p[0] >= 0.97 and len(judge.both) and iou(b, judge.both).max() >= 0.4]
    faces = apart(list(np.array(truth).reshape(-1, 4)) + sure + both)
    doubt = [np.array(r[3:]) for r in teacher if r[2] >= 0.15] + [b for b, p in zip(boxes, belief) if p[0] >= 0.35]
    doubt = [b for b in doubt + list(judge.both) if not len(faces) or iou(b, faces).max() < 0.4]
    return faces, np.array(doubt, np.float32).reshape(-1, 4), [(b, p[1]) for b, p in zip(boxes, belief)]


def heads_of(image, people, faces, doubt, places, net):
    """Heads, and places where heads may be."""
    heads = [head_of(f) for f in faces]
    unsure = [head_of(f) for f in doubt] + [b for b, p in places if p >= 0.5]
    rng = np.random.default_rng(7)
    for score, x, y, w, h in people:
        top = 0.45 if h / max(w, 1) > 1.6 else 0.7
        region = np.array([x - 0.1 * w, y - 0.08 * h, 1.2 * w, (top + 0.08) * h])
        if any(inside(f, region) for f in faces):
            unsure.append(region)  # somebody else may stand there too
            continue
        guess = head_guess((x, y, w, h)) if standing((x, y, w, h)) else None
        best = None
        if guess is not None and score >= 0.45 and min(guess[2:]) >= 7:
            tries = [guess] + [shifted(guess, rng) for _ in range(24)]
            p = believed(net, image, tries)[:, 1]
            best = np.average(np.array(tries)[p >= 0.8], axis=0, weights=p[p >= 0.8]) if (p >= 0.8).sum() >= 4 else None
        if best is not None:
            heads.append(best)
        unsure.append(region)
    heads = apart(heads, 0.35)
    return heads, np.array(unsure, np.float32).reshape(-1, 4)


def shifted(box, rng):
    x, y, w, h = box
    k = rng.uniform(0.75, 1.35)
    return np.array([x + w * ((1 - k) / 2 + rng.uniform(-0.35, 0.35)), y + h * ((1 - k) / 2 + rng.uniform(-0.2, 0.35)), w * k, h * k])


def inside(face, region):
    x, y = face[0] + face[2] / 2, face[1] + face[3] / 2
    return region[0] <= x <= region[0] + region[2] and region[1] <= y <= region[1] + region[3]


def main():
    root, candidates, people_file, negatives, verifier, target, sheet = sys.argv[1:8]
    torch.set_num_threads(1)
    net = verifiers.load(verifier)
    seen, truth = load(root, candidates)
    people = {}
    for r in csv.DictReader(open(people_file)):
        if r['det'] == 'p':
            people.setdefault((r['set'], r['file']), []).append([float(r[c]) for c in ('score', 'x', 'y', 'w', 'h')])
    bare = {(r['file'], float(r['x']), float(r['y'])) for r in csv.DictReader(open(root + '/faces-masked/gt.csv'))
            if r['text'] == 'without_mask'}
    data = {k: [] for k in ('picture', 'faces', 'bare', 'doubt', 'heads', 'unsure', 'held', 'kind', 'name')}
    tiles, rng = [], np.random.default_rng(3)
    for key in sorted(k for k in seen if k[0] != 'negatives'):
        path = root + ('/faces-masked/images/' if key[0] == 'faces-masked' else '/cctv-frames/') + key[1]
        image = cv2.imread(path)
        faces, doubt, places = faces_of(image[:, :, ::-1], seen[key], truth[key], net)
        heads, unsure = heads_of(image[:, :, ::-1], people.get(key, []), faces, doubt, places, net)
        # what was not marked as masked, and every face of a camera, counts as bare
        naked = [key[0] == 'cctv-frames' or (key[1], round(float(f[0])), round(float(f[1]))) in bare for f in faces]
        add(data, image, faces, naked, doubt, heads, unsure, key[1], key[0])
        if rng.random() < 0.35:
            tiles.append(drawn(image, faces, doubt, heads, unsure))
    for folder in negatives.split(','):
        for name in sorted(os.listdir(folder)):
            if ('negatives', name) not in seen:
                continue  # the teacher saw a face there, or was not asked
            add(data, cv2.imread(os.path.join(folder, name)), *(np.zeros((0, 4)), [], *[np.zeros((0, 4))] * 3), name, 'empty')
    np.savez(target, **{k: np.array(v, dtype=object) for k, v in data.items()})
    for kind in sorted(set(data['kind'])):
        of = [i for i, k in enumerate(data['kind']) if k == kind]
        print(kind, len(of), 'pictures', *(f'{k} {sum(len(data[k][i]) for i in of)}' for k in ('faces', 'doubt', 'heads', 'unsure')),
              'bare', sum(sum(data['bare'][i]) for i in of), 'held out', sum(data['held'][i] for i in of))
    rows = [np.hstack(tiles[i:i + 8]) for i in range(0, len(tiles) - 7, 8)]
    cv2.imwrite(sheet, np.vstack(rows))


def add(data, image, faces, naked, doubt, heads, unsure, name, kind):
    for k, v in (('picture', image), ('faces', faces), ('bare', np.array(naked, bool)), ('doubt', doubt), ('heads', heads),
                 ('unsure', unsure), ('held', held_out(name)), ('kind', kind), ('name', name)):
        data[k].append(np.asarray(v, np.float32) if k in ('faces', 'doubt', 'heads', 'unsure') else v)


def drawn(image, *sets):
    k = 300 / max(image.shape[:2])
    tile = np.zeros((240, 320, 3), np.uint8)
    small = cv2.resize(image, None, fx=k, fy=k)[:240, :320]
    tile[:small.shape[0], :small.shape[1]] = small
    for boxes, colour in zip(sets, ((0, 255, 0), (0, 255, 255), (255, 0, 0), (90, 90, 90))):
        for x, y, w, h in np.asarray(boxes) * k:
            cv2.rectangle(tile, (int(x), int(y)), (int(x + w), int(y + h)), colour, 1)
    return tile


if __name__ == '__main__':
    main()
