"""Writes the ONNX file: export.py NET.pt OUT.onnx. Batch normalisation is folded, the batch is free."""
import hashlib
import sys

import torch

from network import load as load_network

net = load_network(sys.argv[1])
torch.onnx.export(net, torch.zeros(2, 3, 48, 48), sys.argv[2], opset_version=12, do_constant_folding=True,
                  input_names=['crops'], output_names=['face', 'head'],
                  dynamic_axes={'crops': {0: 'n'}, 'face': {0: 'n'}, 'head': {0: 'n'}})
data = open(sys.argv[2], 'rb').read()
print(hashlib.sha256(data).hexdigest(), len(data))
