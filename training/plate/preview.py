"""Writes a sheet of training pictures with their boxes: preview.py CONFIG OUT.png"""

import json
import sys
import time

import cv2
import numpy as np

from scene import Scenes

scenes = Scenes(1, **dict(json.load(open(sys.argv[1])), plates=200, things=200))
start = time.time()
rows = []
for _ in range(5):
    row = []
    for _ in range(7):
        picture, boxes, doubtful = scenes.sample(256)
        for group, colour in ((boxes, (0, 0, 255)), (doubtful, (255, 0, 255))):
            for x0, y0, x1, y1 in group.astype(int):
                cv2.rectangle(picture, (int(x0), int(y0)), (int(x1), int(y1)), colour, 1)
        row.append(picture)
    rows.append(np.hstack(row))
print(f"{(time.time() - start) / 35 * 1000:.1f} ms a picture", len(scenes.photographs), len(scenes.textures))
cv2.imwrite(sys.argv[2], np.vstack(rows))
