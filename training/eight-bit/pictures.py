"""Writes pictures for quantize.py: pictures.py OUT.npy WIDTH HEIGHT NUMBER FOLDER.."""

import glob
import os
import random
import sys

import cv2
import numpy as np

out, width, height, number = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
rng = random.Random(4)
files = [sorted(glob.glob(os.path.join(f, "*.[jp][pn]g"))) for f in sys.argv[5:]]
kept = []
for i in range(number):
    picture = cv2.imread(rng.choice(files[i % len(files)]))
    h, w = picture.shape[:2]
    scale = max(width / w, height / h) * rng.choice([1, 1, 1.5, 2])
    picture = cv2.resize(picture, (max(width, int(w * scale)), max(height, int(h * scale))),
                         interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    y, x = rng.randint(0, picture.shape[0] - height), rng.randint(0, picture.shape[1] - width)
    kept.append(picture[y:y + height, x:x + width])
np.save(out, np.stack(kept))
