"""Measures nets on the held-out pictures: evaluate.py LABELS.npz WEIGHTS.. [--scale S] [--eval EVALDATA]

WEIGHTS as for train.py. For each: at the threshold that makes 0.5 (0.2) false faces a picture without people, faces found
(intersection over union >= 0.4) by height in the picture. --eval measures on the pictures for measuring instead (faces-masked,
faces-dlib, negatives-nonface, video-gt): not to be used for choosing."""
import argparse
import csv
import os

import cv2
import numpy as np
import torch

from network import load, ultraface
from train import priors

BOUNDS = (0, 8, 16, 24, 40, 80, 2000)


def detect(net, image, scale, floor=0.02):
    """(scores [n, 2] and boxes [n, 8] of faces and heads) before anything is suppressed, in pixels of the picture."""
    if scale != 1:
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    h, w = image.shape[:2]
    image = cv2.copyMakeBorder(image, 0, -h % 32, 0, -w % 32, cv2.BORDER_CONSTANT, value=(127, 127, 127))
    x = torch.from_numpy(np.ascontiguousarray(image[:, :, ::-1]).transpose(2, 0, 1)[None]).float()
    x = ((x - 127) / 128).contiguous(memory_format=torch.channels_last)
    with torch.no_grad():
        z, b = net(x)
    s, b, p = torch.sigmoid(z[0]).numpy(), b[0].numpy(), priors(image.shape[1], image.shape[0])
    out = []
    for k in (0, 1):
        keep = s[:, k] >= floor
        v, q = b[keep, 4 * k:4 * k + 4], p[keep]
        c = q[:, :2] + 0.1 * v[:, :2] * q[:, 2:]
        size = q[:, 2:] * np.exp(0.2 * v[:, 2:])
        boxes = np.concatenate([c - size / 2, size], 1) / scale
        out.append(suppressed(s[keep, k], boxes))
    return out


def suppressed(scores, boxes, overlap=0.4):
    order = np.argsort(-scores)[:2000]
    kept = []
    while len(order):
        i = order[0]
        kept.append(i)
        order = order[1:][iou(boxes[i], boxes[order[1:]]) < overlap]
    return scores[kept], boxes[kept]


def iou(a, b):
    low, high = np.maximum(a[:2], b[:, :2]), np.minimum(a[:2] + a[2:], b[:, :2] + b[:, 2:])
    common = np.clip(high - low, 0, None).prod(1)
    return common / (a[2:].prod() + b[:, 2:].prod(1) - common + 1e-9)


def held_out(file):
    """(name, picture, faces, heads, kind) of the held-out pictures."""
    data = dict(np.load(file, allow_pickle=True))
    for i in range(len(data['name'])):
        if data['held'][i]:
            yield str(data['kind'][i]), data['picture'][i], np.asarray(data['faces'][i], np.float64), np.asarray(data['heads'][i], np.float64)


def measured(root):
    """The same of the pictures for measuring."""
    for name in ('faces-masked', 'faces-dlib', 'negatives-nonface'):
        folder = os.path.join(root, name)
        truth = {}
        gt = os.path.join(folder, 'gt.csv')
        for r in csv.DictReader(open(gt)) if os.path.exists(gt) else ():
            if r['kind'] == 'face':
                truth.setdefault(r['file'], []).append([float(r[c]) for c in 'xywh'])
        images = os.path.join(folder, 'images') if os.path.isdir(os.path.join(folder, 'images')) else folder
        for file in sorted(os.listdir(images)):
            if file.lower().endswith(('.jpg', '.jpeg', '.png')):
                kind = 'empty' if name.startswith('negatives') else name
                yield kind, cv2.imread(os.path.join(images, file)), np.array(truth.get(file, [])).reshape(-1, 4), np.zeros((0, 4))
    yield from video(os.path.join(root, 'video-gt'))


def video(folder):
    truth = {}
    for r in csv.DictReader(open(os.path.join(folder, 'annotations.csv'))):
        if r['kind'] == 'face':
            truth.setdefault((r['clip'], int(r['frame'])), []).append([float(r[c]) for c in 'xywh'])
    clips = {c for c, _ in truth}
    for d, _, files in os.walk(os.path.dirname(folder)):
        for file in sorted(set(files) & clips):
            clips.discard(file)
            capture, n = cv2.VideoCapture(os.path.join(d, file)), 0
            while True:
                ok, image = capture.read()
                if not ok:
                    break
                if (file, n) in truth:
                    yield 'video-gt', image, np.array(truth[(file, n)]), np.zeros((0, 4))
                n += 1


def main():
    options = argparse.ArgumentParser()
    options.add_argument('labels')
    options.add_argument('weights', nargs='+')
    options.add_argument('--scale', type=float, default=1)
    options.add_argument('--eval')
    options.add_argument('--false', type=float, nargs='+', default=[0.5, 0.2])
    o = options.parse_args()
    torch.set_num_threads(1)
    pictures = list(measured(o.eval) if o.eval else held_out(o.labels))
    for file in o.weights:
        net = (ultraface(file) if file.endswith('.onnx') else load(file)).eval().to(memory_format=torch.channels_last)
        report(file, [(kind, faces, heads, detect(net, image, o.scale)) for kind, image, faces, heads in pictures], o.false)


def report(name, found, falses):
    for k, what in ((0, 'faces'), (1, 'heads')):
        empty = sorted((s for kind, _, _, d in found if kind == 'empty' for s in d[k][0]), reverse=True)
        n = sum(kind == 'empty' for kind, *_ in found)
        for false in falses:
            threshold = empty[min(int(false * n), len(empty) - 1)] if len(empty) > false * n else 0.02
            cells = []
            for kind in sorted({kind for kind, *_ in found} - {'empty'}):
                of = [(t[k], d[k]) for kd, *t, d in found if kd == kind]
                if not any(len(t) for t, _ in of):
                    continue
                hits = [(h, len(b) and iou(np.array(f), b[s > threshold]).max(initial=0) >= 0.4)
                        for t, (s, b) in of for f in t for h in [f[3]]]
                rows = []
                for low, high in zip(BOUNDS, BOUNDS[1:]):
                    part = [x for h, x in hits if low <= h < high]
                    rows.append(f'{sum(part)}/{len(part)}')
                rows.append(f'all {sum(x for _, x in hits)}/{len(hits)}')
                extra = sum((s > threshold).sum() for _, (s, _) in of) - sum(bool(x) for _, x in hits)
                cells.append(f'{kind} {" ".join(rows)} (+{extra / max(1, len(of)):.2f})')
            print(f'{name} {what} {false} false from {threshold:.3f}: ' + ' | '.join(cells), flush=True)


if __name__ == '__main__':
    main()
