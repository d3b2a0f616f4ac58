"""Finds what a net takes for faces and heads where nobody is: mine.py LABELS.npz WEIGHTS.pt OUT.npz [FROM]; training pictures only."""
import sys

import numpy as np
import torch

from evaluate import detect
from network import load

data = dict(np.load(sys.argv[1], allow_pickle=True))
torch.set_num_threads(1)
net = load(sys.argv[2]).to(memory_format=torch.channels_last)
floor = float(sys.argv[4]) if len(sys.argv) > 4 else 0.3
found, rng = {}, np.random.default_rng(5)
for i in range(len(data['name'])):
    if data['kind'][i] != 'empty' or data['held'][i]:
        continue
    (fs, faces), (hs, heads) = detect(net, data['picture'][i], 1, floor)
    boxes = np.concatenate([faces, heads])[np.argsort(-np.concatenate([fs, hs]))][:12]
    if len(boxes):
        found[str(data['name'][i])] = boxes
np.savez(sys.argv[3], **found)
print(len(found), 'pictures', sum(map(len, found.values())), 'places')
