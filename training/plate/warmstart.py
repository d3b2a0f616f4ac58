"""Turns an ONNX file of the same network, its norms folded away, into weights to go on with: warmstart.py CONFIG IN.onnx OUT.pt

Each norm gets the statistics of its input on training pictures and the scale and shift that undo them, so that the network
computes what the file computes and can be trained on.
"""

import json
import sys

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from network import PlateNet, as_input
from scene import Scenes


def main():
    net = PlateNet()
    graph = onnx.load(sys.argv[2]).graph
    values = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    stored = [(values[n.input[1]], values[n.input[2]]) for n in graph.node if n.op_type == "Conv"]
    torch.manual_seed(0)
    scenes = Scenes(3, **dict(json.load(open(sys.argv[1])), plates=300, things=300))
    batch = torch.stack([torch.from_numpy(scenes.sample(256)[0].transpose(2, 0, 1).copy()) for _ in range(48)])
    order = []
    modules = [m for m in net.modules() if isinstance(m, (nn.Conv2d, nn.BatchNorm2d))]
    hooks = [m.register_forward_hook(lambda m, i, o: order.append(m)) for m in modules]
    net.eval()
    with torch.no_grad():
        net(as_input(batch[:1]))
        for hook in hooks:
            hook.remove()
        convolutions = [m for m in order if isinstance(m, nn.Conv2d)]
        # the file lists the way down of both maps in its own order; shapes tell them apart
        shifts = {}
        rest = list(stored)
        for at, m in enumerate(convolutions):
            found = next(s for s in rest if s[0].shape == m.weight.shape)
            rest.pop(next(i for i, s in enumerate(rest) if s is found))
            m.weight.copy_(found[0])
            if m.bias is not None:
                m.bias.copy_(found[1])
            else:
                shifts[order[order.index(m) + 1]] = found[1]

        def settle(norm, inputs):
            x = inputs[0]
            norm.running_mean.copy_(x.mean((0, 2, 3)))
            norm.running_var.copy_(x.var((0, 2, 3), unbiased=False).clamp(min=1e-4))
            norm.weight.copy_((norm.running_var + norm.eps).sqrt())
            norm.bias.copy_(shifts[norm] + norm.running_mean)

        hooks = [norm.register_forward_pre_hook(settle) for norm in shifts]
        net(as_input(batch))
        for hook in hooks:
            hook.remove()
    torch.save(net.state_dict(), sys.argv[3])
    import cv2
    x = as_input(batch[:1])
    file = cv2.dnn.readNetFromONNX(sys.argv[2])
    file.setInput(x.contiguous().numpy())
    print("largest difference to the file", float(abs(net(x).detach() - torch.from_numpy(file.forward())).max()))


if __name__ == "__main__":
    main()
