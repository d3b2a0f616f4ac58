"""Writes trained weights as ONNX, input size free: export.py WEIGHTS.pt OUT.onnx; prints SHA-256 and size."""
import hashlib
import sys

import torch

from network import load

net = load(sys.argv[1])
torch.onnx.export(net, torch.zeros(1, 3, 384, 608), sys.argv[2], opset_version=13, input_names=['picture'],
                  output_names=['scores', 'locations'],
                  dynamic_axes={'picture': {0: 'n', 2: 'height', 3: 'width'}, 'scores': {0: 'n', 1: 'priors'},
                                'locations': {0: 'n', 1: 'priors'}})
data = open(sys.argv[2], 'rb').read()
print(hashlib.sha256(data).hexdigest(), len(data))
