"""Cuts out what a trained verifier takes for faces in the training pictures and is none:
mine.py T candidates.csv[,candidates.csv] NET.pt NEGATIVES OUT.npz"""
import collections
import sys

import numpy as np
import torch

from crops import SIZE, WIDE
from network import load as load_network
from prepare import Judge, held_out, load, quick, read, thin

MOST_LOOKED_AT = 400
MOST_KEPT = 30
LEAST = -3.0
# beside people, what is believed more is often a face or a head that the teacher missed
MOST_BELIEVED_BESIDE_PEOPLE = -0.85


def main():
    root, candidates, weights, negatives, target = sys.argv[1:6]
    torch.set_num_threads(1)
    net = load_network(weights)
    seen, truth = load(root, candidates)
    edge = (WIDE - SIZE) // 2
    out = collections.defaultdict(list)
    for n, key in enumerate(sorted(seen)):
        if held_out(key[1]):
            continue
        rows = seen[key]
        empty = key[0] == 'negatives'
        judge = Judge(rows, truth[key])
        if empty:
            judge.both = np.zeros((0, 4))
        proposed = sorted((r for r in rows if r[0] in 'us' and min(r[5], r[6]) >= 6), key=lambda r: -r[2])
        first = thin([np.array(r[3:]) for r in proposed[:MOST_LOOKED_AT]], [r[2] for r in proposed[:MOST_LOOKED_AT]], 200, 0.7)
        boxes = [np.array(proposed[i][3:]) for i in first]
        boxes = [b for b in boxes if judge.label(b) == 0]
        image = read(root, key, negatives)
        pairs = [(b, quick(image, b)) for b in boxes]
        pairs = [(b, c) for b, c in pairs if c is not None]
        if not pairs:
            continue
        wide = np.stack([c for _, c in pairs])
        x = torch.from_numpy(wide[:, edge:edge + SIZE, edge:edge + SIZE].transpose(0, 3, 1, 2).astype(np.float32))
        with torch.no_grad():
            z = net.logits(x)[:, 0].numpy()
        for i in thin([b for b, _ in pairs], z, MOST_KEPT, 0.5):
            if z[i] < LEAST:
                break
            if not empty and z[i] > MOST_BELIEVED_BESIDE_PEOPLE:
                continue
            out['wide'].append(wide[i])
            out['label'].append(0)
            out['head'].append(0 if empty else -1)
            out['hard'].append(min(1.0, 1 / (1 + np.exp(-z[i])) + 0.2))
            out['box'].append(pairs[i][0])
            out['picture'].append(n)
            out['cctv'].append(key[0] == 'cctv-frames')
            out['empty'].append(empty)
            out['held'].append(False)
    data = {k: np.array(v) for k, v in out.items()}
    np.savez(target, **data)
    print('pictures', len(seen), 'crops', len(data['label']), 'of them empty', int(data['empty'].sum()),
          'believed', int((data['hard'] >= 0.7).sum()))


if __name__ == '__main__':
    main()
