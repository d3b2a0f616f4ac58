"""Writes what a net sees as garim.models.CandidateDump writes it: candidates.py WEIGHTS.pt ROOT NEGATIVES EARLIER.csv OUT.csv SCALE .. [all]

The pictures are those of EARLIER.csv that are held out, or all; letter g, from a score of 0.05. For fit.py and mine.py of
training/face-verifier."""
import csv
import os
import sys

import cv2
import torch

from evaluate import detect
from network import load

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'face-verifier'))
from prepare import held_out  # noqa: E402

weights, root, negatives, earlier, target = sys.argv[1:6]
everything = sys.argv[-1] == 'all'
scales = [float(s) for s in sys.argv[6:] if s != 'all']
torch.set_num_threads(1)
net = load(weights).to(memory_format=torch.channels_last)
folders = {'faces-masked': root + '/faces-masked/images/', 'cctv-frames': root + '/cctv-frames/', 'negatives': negatives + '/negatives/'}
keys = sorted({(r['set'], r['file']) for r in csv.DictReader(open(earlier)) if everything or held_out(r['file'])})
with open(target, 'w') as out:
    print('set,file,det,scale,score,x,y,w,h,W,H', file=out)
    for key in keys:
        image = cv2.imread(folders[key[0]] + key[1])
        for scale in scales:
            for score, box in zip(*detect(net, image, scale, 0.05)[0]):
                print(*key, 'g', scale, f'{score:.4f}', *(f'{v:.1f}' for v in box), image.shape[1], image.shape[0], sep=',', file=out)
