"""Writes trained weights as ONNX, norms folded away, input size free: export.py WEIGHTS.pt OUT.onnx; prints SHA-256 and size."""

import hashlib
import sys

import torch

from network import PlateNet

net = PlateNet()
net.load_state_dict(torch.load(sys.argv[1], map_location="cpu"))
net.eval()
torch.onnx.export(net, torch.zeros(1, 3, 384, 640), sys.argv[2], opset_version=13, input_names=["picture"],
                  output_names=["plates"], dynamic_axes={"picture": {0: "n", 2: "h", 3: "w"},
                                                         "plates": {0: "n", 2: "rows", 3: "columns"}})
data = open(sys.argv[2], "rb").read()
print(hashlib.sha256(data).hexdigest(), len(data))
