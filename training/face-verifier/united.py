"""Measures cascades that believe each by itself on the held-out pictures: united.py TRAINING candidates.csv NET.pt NEGATIVES

The beliefs are those of fit.py (fit4.txt); every line of CHOICES names cascades with the belief from which places of 8 pixels and of
60 pixels on are kept; below 8 it is 0.6. Prints what fit.py prints."""
import sys

import numpy as np
import torch

from crops import crop
from fit import odds, places
from network import load as load_network
from prepare import Judge, held_out, iou, load, read

CASCADES = {
    'fast': ({('u', 1.0): 0}, (-2.341, 1.231, 0.771)),
    'garim': ({('g', 0.5): 0, ('g', 1.0): 1}, (-2.215, 0.986, 0.281, 0.336)),
    'sum': ({('g', 0.5): 0, ('g', 1.0): 1, ('u', 1.0): 2}, (-2.827, 1.122, 0.382, 0.290, 0.361))}
CHOICES = ([('sum', 0.3, 0.6)], [('sum', 0.2, 0.4)], [('fast', 0.3, 0.4), ('garim', 0.3, 0.4)], [('fast', 0.4, 0.5), ('garim', 0.3, 0.5)],
           [('fast', 0.5, 0.5), ('garim', 0.3, 0.5)], [('fast', 0.45, 0.5), ('garim', 0.45, 0.5)], [('garim', 0.3, 0.3)], [('fast', 0.3, 0.5)])


def beliefs(rows, image, judge, net, empty):
    """Per cascade the (belief, box, label) of one picture."""
    out = {}
    for name, (stage, weights) in CASCADES.items():
        found = places(rows, stage)
        out[name] = []
        if found:
            c = np.stack([crop(image, b) for b, _ in found]).transpose(0, 3, 1, 2)
            with torch.no_grad():
                v = odds(net(torch.from_numpy(np.ascontiguousarray(c, np.float32)))[0].numpy().astype(float))
            out[name] = [(1 / (1 + np.exp(-np.dot(weights, np.r_[1, z, e]))), b, 0 if empty else judge.label(b))
                         for (b, e), z in zip(found, v)]
    return out


def kept(beliefs, choice):
    """What is kept, best first, one of each place."""
    some = [f for name, small, large in choice for f in beliefs[name]
            if f[0] >= (0.6 if f[1][3] < 8 else small if f[1][3] < 60 else large)]
    mine = []
    for find in sorted(some, key=lambda f: -f[0]):
        if not mine or iou(find[1], np.array([m[1] for m in mine])).max() < 0.4:
            mine.append(find)
    return mine


def main():
    root, candidates, weights, negatives = sys.argv[1:5]
    torch.set_num_threads(1)
    net = load_network(weights)
    seen, truth = load(root, candidates)
    judged = []
    for key in (k for k in sorted(seen) if held_out(k[1])):
        judge, empty = Judge(seen[key], truth[key]), key[0] == 'negatives'
        judged.append((key[0], [] if empty else judge.faces, beliefs(seen[key], read(root, key, negatives), judge, net, empty)))
    for choice in CHOICES:
        false, pictures, hit = {}, {}, {}
        for kind, faces, found in judged:
            mine = kept(found, choice)
            pictures[kind] = pictures.get(kind, 0) + 1
            false[kind] = false.get(kind, 0) + sum(label == 0 for _, _, label in mine)
            for face in (f for f in faces if min(f[2:]) >= 7):
                size = kind[0] + ('<16' if face[3] < 16 else '<32' if face[3] < 32 else '+')
                count = hit.setdefault(size, [0, 0])
                count[1] += 1
                count[0] += bool(mine) and iou(face, np.array([m[1] for m in mine])).max() >= 0.35
        print(choice, 'others a picture:', *('%s %.3f' % (k, false[k] / pictures[k]) for k in sorted(false)), '; faces',
              *('%s %d/%d' % (s, *hit[s]) for s in sorted(hit)), flush=True)


if __name__ == '__main__':
    main()
