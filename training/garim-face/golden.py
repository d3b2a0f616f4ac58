"""Prints what FaceNetTest holds: golden.py WEIGHTS.pt sample3.jpg; the surest faces and heads of a part of that photograph."""
import sys

import cv2

from evaluate import detect
from network import load

net, part = load(sys.argv[1]), cv2.imread(sys.argv[2])[200:620, 480:1300]
for what, (scores, boxes) in zip(('FACES', 'HEADS'), detect(net, part, 1)):
    print(what, [[round(float(v), 4) for v in (s, *b)] for s, b in zip(scores[:2], boxes)])
