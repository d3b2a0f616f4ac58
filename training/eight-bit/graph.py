"""Computes small ONNX graphs with torch, to see every value between two operators."""

import numpy as np
import torch
from onnx import helper, numpy_helper
from torch.nn import functional


def attributes(node):
    return {a.name: helper.get_attribute_value(a) for a in node.attribute}


def constants(graph):
    values = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            values[node.output[0]] = torch.from_numpy(numpy_helper.to_array(attributes(node)["value"]).copy())
    return values


def padded(x, pads, value=0.0):
    top, left, bottom, right = pads
    return functional.pad(x, (left, right, top, bottom), value=value) if any(pads) else x


def conv(a, x, weight, bias=None):
    return functional.conv2d(padded(x, a.get("pads", [0] * 4)), weight, bias, tuple(a.get("strides", (1, 1))), 0,
                             tuple(a.get("dilations", (1, 1))), a.get("group", 1))


def pool(a, x):
    return functional.max_pool2d(padded(x, a.get("pads", [0] * 4), -np.inf), tuple(a["kernel_shape"]), tuple(a["strides"]))


def pad(a, x, pads=None, value=None):
    pads = [int(p) for p in (a["pads"] if pads is None else pads)]
    order = [p for i in reversed(range(x.dim())) for p in (pads[i], pads[i + x.dim()])]
    return functional.pad(x, order, value=float(value) if value is not None and value.numel() else 0.0)


def resize(a, x, roi=None, scales=None, sizes=None):
    if sizes is not None and sizes.numel():
        size = tuple(int(s) for s in sizes[2:])
    else:
        size = tuple(int(s * n) for s, n in zip(scales[2:], x.shape[2:]))
    if a.get("mode", b"nearest") == b"nearest":
        return functional.interpolate(x, size=size, mode="nearest")
    return functional.interpolate(x, size=size, mode="bilinear", align_corners=False)


def slices(a, x, starts, ends, axes=None, steps=None):
    axes = range(len(starts)) if axes is None else axes.tolist()
    steps = [1] * len(starts) if steps is None else steps.tolist()
    for start, end, axis, step in zip(starts.tolist(), ends.tolist(), axes, steps):
        index = np.arange(x.shape[axis])[start:min(end, x.shape[axis]):step]
        x = x.index_select(axis, torch.from_numpy(index))
    return x


KINDS = {1: torch.float32, 6: torch.int32, 7: torch.int64, 2: torch.uint8}

OPERATORS = {
    "Conv": conv, "MaxPool": pool, "Pad": pad, "Resize": resize, "Slice": slices,
    "Relu": lambda a, x: x.relu(),
    "LeakyRelu": lambda a, x: functional.leaky_relu(x, a.get("alpha", 0.01)),
    "Clip": lambda a, x, low=None, high=None: x.clamp(low, high),
    "Add": lambda a, x, y: x + y, "Sub": lambda a, x, y: x - y, "Mul": lambda a, x, y: x * y, "Div": lambda a, x, y: x / y,
    "Concat": lambda a, *xs: torch.cat(xs, a["axis"]),
    "Transpose": lambda a, x: x.permute(*a["perm"]),
    "Shape": lambda a, x: torch.tensor(x.shape),
    "Gather": lambda a, x, i: x[int(i)] if i.dim() == 0 else x.index_select(a.get("axis", 0), i),
    "Unsqueeze": lambda a, x, axes=None: x.unsqueeze(int((a["axes"] if axes is None else axes)[0])),
    "Reshape": lambda a, x, shape: x.reshape([x.shape[i] if s == 0 else int(s) for i, s in enumerate(shape)]),
    "Softmax": lambda a, x: x.softmax(a.get("axis", -1)),
    "Identity": lambda a, x: x,
    "Cast": lambda a, x: x.to(KINDS[a["to"]]),
}


def run(graph, values, x, seen):
    """Computes the graph; shows every value to `seen`; the outputs by name."""
    values = dict(values)
    values[graph.input[0].name] = x
    seen(graph.input[0].name, x)
    for node in graph.node:
        if node.op_type != "Constant":
            given = [values[name] if name else None for name in node.input]
            values[node.output[0]] = OPERATORS[node.op_type](attributes(node), *given)
            seen(node.output[0], values[node.output[0]])
    return {o.name: values[o.name] for o in graph.output}
