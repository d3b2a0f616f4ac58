"""Prints the probabilities that FaceVerifierTest expects: golden.py NET.pt sample3.jpg."""
import sys

import cv2
import numpy as np
import torch

from crops import crop
from network import load as load_network

PLACES = [(610, 340, 180, 240), (1500, 330, 180, 240), (1080, 260, 170, 230), (100, 100, 60, 80),
          (640, 700, 150, 200), (-10, 900, 30, 40)]

net = load_network(sys.argv[1])
image = cv2.imread(sys.argv[2])[:, :, ::-1]
crops = np.stack([crop(image, p) for p in PLACES]).transpose(0, 3, 1, 2)
with torch.no_grad():
    for answer in net(torch.from_numpy(np.ascontiguousarray(crops, np.float32))):  # faces, then heads
        print(', '.join('%.6f' % p for p in answer))
