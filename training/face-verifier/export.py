"""Writes the ONNX file: export.py NET.pt OUT.onnx. Batch normalisation is folded, the batch is free."""
import hashlib
import sys

import torch

from network import Verifier

net = Verifier()
net.load_state_dict(torch.load(sys.argv[1]))
net.eval()
torch.onnx.export(net, torch.zeros(2, 3, 48, 48), sys.argv[2], opset_version=12, do_constant_folding=True,
                  input_names=['crops'], output_names=['face'], dynamic_axes={'crops': {0: 'n'}, 'face': {0: 'n'}})
data = open(sys.argv[2], 'rb').read()
print(hashlib.sha256(data).hexdigest(), len(data))
