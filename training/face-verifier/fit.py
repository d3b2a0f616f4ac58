"""Compares first stages on the held-out pictures and fits the belief of each:
fit.py TRAINING candidates.csv[,candidates.csv] NET.pt NEGATIVES [STAGE ...]"""
import sys

import numpy as np
import torch

from crops import crop
from network import load as load_network
from prepare import Judge, held_out, iou, load, read

FLOOR = {'u': 0.12, 's': 0.03, 'g': 0.12}
STAGES = {
    'u1': 'u1', 'u.75+1': 'u0.75 u1', 'u.5+1': 'u0.5 u1', 'u.5+1+1.5': 'u0.5 u1 u1.5', 'u1+1.5': 'u1 u1.5',
    'u1+2': 'u1 u2', 'u.5+1+2': 'u0.5 u1 u2', 'u.5+1+1.5+2': 'u0.5 u1 u1.5 u2', 's1': 's1', 'u1+s1': 'u1 s1',
    'g1': 'g1', 'g.5+1': 'g0.5 g1', 'g.5+1+1.5': 'g0.5 g1 g1.5', 'g1+1.5': 'g1 g1.5', 'g1+u.5+1': 'g1 u0.5 u1', 'g1+u1': 'g1 u1',
    'g1+u.5+1+1.5': 'g1 u0.5 u1 u1.5', 'g.5+1+u1': 'g0.5 g1 u1', 'g.5+1+u.5+1+1.5': 'g0.5 g1 u0.5 u1 u1.5',
    'g1+u1.5': 'g1 u1.5',
    'g.5+1+u.5+1+1.5+s1': 'g0.5 g1 u0.5 u1 u1.5 s1', 'u.5+1+1.5+s1': 'u0.5 u1 u1.5 s1', 'u.5+1+2+s1': 'u0.5 u1 u2 s1', 'u.5+1+1.5+s1+1.5': 'u0.5 u1 u1.5 s1 s1.5'}


def odds(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def places(rows, stage):
    """The clusters of one picture as VerifiedDetector makes them: [(box, evidence per proposer)]."""
    finds = []
    for r in rows:
        n = stage.get((r[0], r[1]))
        if n is not None and r[2] >= FLOOR[r[0]]:
            finds.append((odds(r[2]) - odds(FLOOR[r[0]]), n, np.array(r[3:])))
    finds.sort(key=lambda f: -f[0])
    if not finds:
        return []
    boxes = np.array([f[2] for f in finds])
    used = np.zeros(len(finds), bool)
    out = []
    for i in range(len(finds)):
        if used[i]:
            continue
        m = np.nonzero((iou(boxes[i], boxes) >= 0.4) & ~used)[0]
        used[m] = True
        evidence = np.zeros(len(stage))
        for j in m:
            evidence[finds[j][1]] = max(evidence[finds[j][1]], finds[j][0])
        w = np.array([0.5 + 0.5 * finds[j][0] for j in m])
        out.append(((boxes[m] * w[:, None]).sum(0) / w.sum(), evidence))
    return out


def logistic(x, y, ridge=0.5):
    """Newton's method; weights below zero are pinned to zero."""
    free = np.ones(x.shape[1], bool)
    while True:
        b = np.zeros(x.shape[1])
        for _ in range(30):
            p = 1 / (1 + np.exp(-np.clip(x @ b, -30, 30)))
            g = x.T @ (y - p) - ridge * b
            h = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(b))
            b[free] += np.linalg.solve(h[np.ix_(free, free)], g[free])
        bad = free & (b < 0) & (np.arange(len(b)) > 0)
        if not bad.any():
            return b
        free &= ~bad


def main():
    root, candidates, weights, negatives = sys.argv[1:5]
    torch.set_num_threads(1)
    net = load_network(weights)
    seen, truth = load(root, candidates)
    keys = [k for k in sorted(seen) if held_out(k[1])]
    pictures = {k: read(root, k, negatives) for k in keys}
    judges = {k: Judge(seen[k], truth[k]) for k in keys}
    names = sys.argv[5:] or list(STAGES)
    for name in names:
        parts = STAGES[name].split()
        stage = {(p[0], float(p[1:])): i for i, p in enumerate(parts)}
        x, y, where, boxes = [], [], [], []
        for k in keys:
            found = places(seen[k], stage)
            if not found:
                continue
            c = np.stack([crop(pictures[k], b) for b, _ in found]).transpose(0, 3, 1, 2)
            with torch.no_grad():
                v = odds(net(torch.from_numpy(np.ascontiguousarray(c, np.float32)))[0].numpy().astype(float))
            for (b, e), z in zip(found, v):
                x.append(np.r_[1, z, e])
                y.append(0 if k[0] == 'negatives' else judges[k].label(b))
                where.append(k)
                boxes.append(b)
        x, y = np.array(x), np.array(y)
        known = y >= 0
        report(name, parts, x, y, known, where, np.array(boxes), keys, judges)


def report(name, parts, x, y, known, where, boxes, keys, judges):
    b = logistic(x[known], y[known].astype(float))
    print('%s: bias %.3f verifier %.3f %s; places per picture %.1f' % (
        name, b[0], b[1], ' '.join('%s %.3f' % (p, w) for p, w in zip(parts, b[2:])), len(x) / len(keys)))
    mine = {k: [i for i in range(len(where)) if where[i] == k] for k in keys}
    sets = np.array([w[0] for w in where])
    z = 1 / (1 + np.exp(-(x @ b)))
    for t in (0.12, 0.18, 0.3, 0.45, 0.55, 0.65, 0.75, 0.82, 0.88, 0.92):
        line = []
        for name in ('negatives', 'cctv-frames', 'faces-masked'):
            line.append('%s %.3f' % (name, ((sets == name) & (y == 0) & (z >= t)).sum()
                                     / max(1, sum(k[0] == name for k in keys))))
        hit = {}
        for k in keys:
            kept = boxes[[i for i in mine[k] if z[i] >= t]] if mine[k] else np.zeros((0, 4))
            for f in judges[k].faces:
                if min(f[2:]) >= 7 and k[0] != 'negatives':
                    s = k[0][:1] + ('<16' if f[3] < 16 else '<32' if f[3] < 32 else '+')
                    a = hit.setdefault(s, [0, 0])
                    a[1] += 1
                    a[0] += bool(len(kept)) and iou(f, kept).max() >= 0.35
        print('  from %.2f others a picture: %s; faces %s' % (
            t, ' '.join(line), ' '.join('%s %d/%d' % (s, *hit[s]) for s in sorted(hit))), flush=True)


if __name__ == '__main__':
    main()
