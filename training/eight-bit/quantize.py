"""Makes an eight-bit twin of an ONNX file: quantize.py IN.onnx OUT.onnx PICTURES.npy MEAN SPREAD [rgb]

Debian has no quantiser for ONNX. Every value between operators that have an eight-bit form gets a pair of QuantizeLinear and
DequantizeLinear, which the runtime melts away; weights are coarse by output channel (7 bits: processors without VNNI saturate the
sums of pairs). Ranges come from pictures [n, h, w, 3] blue green red of 0-255, shown as (value - MEAN) / SPREAD; the outermost
values count, but for three in twenty thousand. The first convolution (slow on coarse values, for its few channels) and those whose result leaves the eight-bit part stay as they are.
"""

import sys

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from graph import attributes, constants, run

COARSE = {"Conv", "Relu", "LeakyRelu", "Clip", "Add", "Concat", "Resize", "MaxPool", "Pad"}
ACTIVATIONS = {"Relu"}
# these move values without changing them: what comes out needs the scale of what goes in
MOVING = {"Resize", "MaxPool", "Pad"}


def ranges(graph, values, pictures, mean, spread, order):
    """The lowest and highest value of each tensor of four dimensions."""
    found = {}

    def seen(name, x):
        if x.dim() != 4 or not x.is_floating_point():
            return
        flat = x.flatten()
        flat = flat[torch.randint(len(flat), (20000,))].sort().values
        before = found.get(name, (0.0, 0.0))
        found[name] = (min(before[0], float(flat[3])), max(before[1], float(flat[-4])))

    with torch.no_grad():
        for picture in pictures:
            x = torch.from_numpy(picture[None, :, :, order].transpose(0, 3, 1, 2).astype(np.float32))
            run(graph, values, (x - mean) / spread, seen)
    return found


class Coarse:
    def __init__(self, model, limits):
        self.graph, self.limits = model.graph, limits
        self.values = constants(model.graph)
        self.nodes, self.made, self.renamed, self.scales = [], [], {}, {}
        self.followers = {}
        for node in self.graph.node:
            for name in node.input:
                self.followers.setdefault(name, []).append(node)
        self.outputs = {o.name for o in self.graph.output}

    def pair(self, name):
        """A value made coarse and read back."""
        low, high = self.limits[name]
        scale = max(high - low, 1e-6) / 255
        zero = int(np.clip(round(-low / scale), 0, 255))
        self.made += [numpy_helper.from_array(np.float32(scale), name + "_scale"),
                      numpy_helper.from_array(np.uint8(zero), name + "_zero")]
        self.nodes += [helper.make_node("QuantizeLinear", [name, name + "_scale", name + "_zero"], [name + "_q"]),
                       helper.make_node("DequantizeLinear", [name + "_q", name + "_scale", name + "_zero"], [name + "_dq"])]
        self.renamed[name], self.scales[name] = name + "_dq", scale

    def melts(self, node):
        """Whether what comes out is taken by operators with an eight-bit form only."""
        behind = self.followers.get(node.output[0], [])
        return (node.op_type in COARSE and bool(behind) and node.output[0] not in self.outputs
                and node.output[0] in self.limits and all(f.op_type in COARSE for f in behind)
                and all(name in self.scales or name not in self.limits or name in self.values or self.inside(name)
                        for name in node.input))

    def inside(self, name):
        """A convolution's result that goes into its activation only: the runtime melts both into one."""
        return all(f.op_type in ACTIVATIONS for f in self.followers[name])

    def weights(self, node, name):
        weight = self.values[node.input[1]].numpy()
        steps = (np.maximum(np.abs(weight).max((1, 2, 3)), 1e-8) / 63).astype(np.float32)
        coarse = np.clip(np.round(weight / steps[:, None, None, None]), -63, 63).astype(np.int8)
        self.constant(node.input[1], coarse, steps, axis=0)
        inputs = [name, node.input[1] + "_dq"]
        if len(node.input) > 2:
            unit = (steps * self.scales[node.input[0]]).astype(np.float32)
            self.constant(node.input[2], np.round(self.values[node.input[2]].numpy() / unit).astype(np.int32), unit, axis=0)
            inputs.append(node.input[2] + "_dq")
        return inputs

    def constant(self, name, coarse, steps, axis):
        if name + "_dq" in self.renamed.values():
            return
        self.made += [numpy_helper.from_array(coarse, name + "_q"), numpy_helper.from_array(steps, name + "_scale"),
                      numpy_helper.from_array(np.zeros(len(steps), coarse.dtype), name + "_zero")]
        self.nodes.append(helper.make_node("DequantizeLinear", [name + "_q", name + "_scale", name + "_zero"], [name + "_dq"],
                                           axis=axis))
        self.renamed[name + "_"] = name + "_dq"

    def build(self):
        for node in self.graph.node:
            inputs = [self.renamed.get(name, name) for name in node.input]
            if node.op_type == "Conv" and node.input[0] in self.scales and (self.melts(node)):
                inputs = self.weights(node, inputs[0])
            copy = onnx.NodeProto()
            copy.CopyFrom(node)
            del copy.input[:]
            copy.input.extend(inputs)
            self.nodes.append(copy)
            if self.melts(node) and not (node.op_type in ("Conv", "Add") and self.inside(node.output[0])):
                if node.op_type in MOVING:
                    self.limits[node.output[0]] = self.limits[node.input[0]]
                self.pair(node.output[0])
        used = {name for node in self.nodes for name in node.input}
        rest = [i for i in self.graph.initializer if i.name in used]
        return helper.make_graph(self.nodes, self.graph.name, self.graph.input, self.graph.output, self.made + rest)


def modern(model):
    """The same in the words of operator set 13, where the coarse values of single channels exist; edits the model."""
    graph = model.graph
    for node in graph.node:
        a = attributes(node)
        if node.op_type == "Unsqueeze" and "axes" in a:
            name = node.output[0] + "_axes"
            graph.initializer.append(numpy_helper.from_array(np.int64(a["axes"]), name))
            node.input.append(name)
            del node.attribute[:]
        if node.op_type == "Softmax":
            # before, everything from the axis on was one row: the same only for the last axis
            del node.attribute[:]
            node.attribute.append(helper.make_attribute("axis", -1))
        if node.op_type in ("Clip", "Pad", "Split", "Squeeze") and a.keys() & {"min", "pads", "split", "axes"}:
            raise SystemExit("cannot say in new words: " + node.op_type)
    return model


def without_products(model):
    """The same with products of a convolution and one number put into its weights; edits the model."""
    graph = model.graph
    values, made = constants(graph), {n.output[0]: n for n in graph.node}
    for node in [n for n in graph.node if n.op_type == "Mul"]:
        source, factor = made.get(node.input[0]), values.get(node.input[1])
        users = [n for n in graph.node if node.input[0] in n.input]
        if source is not None and source.op_type == "Conv" and factor is not None and factor.numel() == 1 and len(users) == 1:
            for name in source.input[1:]:
                stored = next(i for i in graph.initializer if i.name == name)
                stored.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(stored) * np.float32(factor), name))
            source.output[0] = node.output[0]
            graph.node.remove(node)
    return model


def main():
    source, target, pictures, mean, spread = sys.argv[1:6]
    order = [2, 1, 0] if "rgb" in sys.argv else [0, 1, 2]
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = onnx.load(source)
    if model.opset_import[0].version < 13:
        model = modern(model)
    model = without_products(model)
    limits = ranges(model.graph, constants(model.graph), np.load(pictures), float(mean), float(spread), order)
    result = helper.make_model(Coarse(model, limits).build(), opset_imports=[helper.make_opsetid("", 13)])
    result.ir_version = 7
    onnx.save(result, target)
    coarse = sum(n.op_type == "QuantizeLinear" for n in result.graph.node)
    print(f"{coarse} coarse values, {len(open(target, 'rb').read())} bytes")


if __name__ == "__main__":
    main()
