"""The face and head net: UltraFace RFB-320 with a way back from coarse to fine, and heads beside faces.

Input: [n, 3, h, w], red green blue, (value - 127) / 128, h and w multiples of 32. Outputs: scores [n, p, 2], the log odds of a
face and of a head, and locations [n, p, 8], the box of the face and that of the head, both before the priors are applied, in the
order and with the priors of UltraFace. What is new begins at zero, so that an untrained net answers what UltraFace answers.
"""
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

STRIDES = (8, 16, 32, 64)
SIZES = ((10, 16, 24), (32, 48), (64, 96), (128, 192, 256))
CHANNELS = (64, 128, 256, 256)


def conv(inputs, outputs, kernel, stride=1, dilation=1, groups=1):
    return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2 * dilation, dilation, groups)


class Separable(nn.Module):
    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.depth, self.point = conv(inputs, inputs, 3, stride, 1, inputs), conv(inputs, outputs, 1)

    def forward(self, x):
        return self.point(self.depth(x).relu()).relu()


class Branch(nn.Module):
    """One way of the receptive field block."""

    def __init__(self, widths, dilation):
        super().__init__()
        self.reduce = conv(64, 8, 1)
        self.steps = nn.ModuleList([conv(a, b, 3) for a, b in zip((8,) + widths, widths)])
        self.last = conv(widths[-1], 16, 3, 1, dilation)

    def forward(self, x):
        x = self.reduce(x)
        for step in self.steps:
            x = step(x).relu()
        return self.last(x)


class Fields(nn.Module):
    """The receptive field block: three dilations and a short cut."""

    def __init__(self):
        super().__init__()
        self.branches = nn.ModuleList([Branch((16,), 2), Branch((16,), 3), Branch((12, 16), 5)])
        self.join, self.short = conv(48, 64, 1), conv(64, 64, 1)
        self.scale = 1.0

    def forward(self, x):
        wide = self.join(torch.cat([b(x) for b in self.branches], 1))
        return (wide * self.scale + self.short(x)).relu()


class Again(nn.Module):
    """One more look at a map, added to it; begins as nothing."""

    def __init__(self, channels):
        super().__init__()
        self.depth, self.point = conv(channels, channels, 3, 1, 1, channels), conv(channels, channels, 1)
        nn.init.zeros_(self.point.weight)
        nn.init.zeros_(self.point.bias)

    def forward(self, x):
        return x + self.point(self.depth(x).relu())


class Out(nn.Module):
    """What is said of the priors of one level: depth-wise and point-wise, or one convolution at the coarsest."""

    def __init__(self, channels, outputs, last):
        super().__init__()
        self.depth = None if last else conv(channels, channels, 3, 1, 1, channels)
        self.point = conv(channels, outputs, 3 if last else 1)

    def forward(self, x):
        return self.point(x if self.depth is None else self.depth(x).relu())


class FaceNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(conv(3, 16, 3, 2), nn.ReLU(), Separable(16, 32), Separable(32, 32, 2), Separable(32, 32))
        self.eighth = nn.Sequential(Separable(32, 64, 2), Separable(64, 64), Separable(64, 64))
        self.fields = Fields()
        self.sixteenth = nn.Sequential(Separable(64, 128, 2), Separable(128, 128), Separable(128, 128))
        self.deepest = nn.Sequential(Separable(128, 256, 2), Separable(256, 256))
        self.squeeze = conv(256, 64, 1)
        self.coarse_depth, self.coarse_point = conv(64, 64, 3, 2, 1, 64), conv(64, 256, 1)
        self.back = nn.ModuleList([conv(b, a, 1) for a, b in zip(CHANNELS, CHANNELS[1:])])
        for way in self.back:
            nn.init.zeros_(way.weight)
            nn.init.zeros_(way.bias)
        self.again = nn.ModuleList([nn.Sequential(Again(64), Again(64)), Again(128), Again(256)])
        counts = [len(s) for s in SIZES]
        self.faces = nn.ModuleList([Out(c, k, i == 3) for i, (c, k) in enumerate(zip(CHANNELS, counts))])
        self.face_boxes = nn.ModuleList([Out(c, 4 * k, i == 3) for i, (c, k) in enumerate(zip(CHANNELS, counts))])
        self.heads = nn.ModuleList([Out(c, 5 * k, i == 3) for i, (c, k) in enumerate(zip(CHANNELS, counts))])

    def maps(self, x):
        eighth = self.fields(self.eighth(self.stem(x)))
        sixteenth = self.sixteenth(eighth)
        deepest = self.deepest(sixteenth)
        coarse = self.coarse_point(self.coarse_depth(self.squeeze(deepest).relu()).relu()).relu()
        levels = [eighth, sixteenth, deepest, coarse]
        for i in (2, 1, 0):
            above = functional.interpolate(self.back[i](levels[i + 1]), scale_factor=2.0, mode='nearest')
            # the coarsest map of a side that is no multiple of 64 is a cell longer
            above = above[:, :, :levels[i].shape[2], :levels[i].shape[3]]
            levels[i] = self.again[i](levels[i] + above)
        return levels

    def forward(self, x):
        scores, boxes = [], []
        for level, face, box, head in zip(self.maps(x), self.faces, self.face_boxes, self.heads):
            f, b, h = (self.flat(part(level), k) for part, k in ((face, 1), (box, 4), (head, 5)))
            scores.append(torch.cat([f, h[:, :, :1]], 2))
            boxes.append(torch.cat([b, h[:, :, 1:]], 2))
        return torch.cat(scores, 1), torch.cat(boxes, 1)

    @staticmethod
    def flat(x, values):
        return x.permute(0, 2, 3, 1).reshape(x.shape[0], -1, values)


def ultraface(file):
    """The net that answers as the converted UltraFace in file does, for heads what it answers for faces, less sure."""
    graph = onnx.load(file).graph
    parts = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    nodes = [n for n in graph.node if n.op_type == 'Conv']
    backbone = [n for n in nodes if not n.input[1].startswith(('classification', 'regression'))]
    net = FaceNet()
    made = [m for part in (net.stem, net.eighth) for m in part.modules() if isinstance(m, nn.Conv2d)]
    for branch in net.fields.branches:
        made += [branch.reduce, *branch.steps, branch.last]
    made += [net.fields.join, net.fields.short]
    made += [m for part in (net.sixteenth, net.deepest) for m in part.modules() if isinstance(m, nn.Conv2d)]
    made += [net.squeeze, net.coarse_depth, net.coarse_point]
    assert len(made) == len(backbone)
    with torch.no_grad():
        for layer, node in zip(made, backbone):
            layer.weight.copy_(parts[node.input[1]])
            layer.bias.copy_(parts[node.input[2]])
        net.fields.scale = float(next(numpy_helper.to_array(n.attribute[0].t) for n in graph.node if n.op_type == 'Constant'
                                      and any(m.op_type == 'Mul' and n.output[0] in m.input for m in graph.node)))
        for i in range(4):
            outs(net, i, parts)
    return net


def outs(net, i, parts):
    name = '%s_headers.%d.%s'
    last = i == 3
    at = '' if last else '2.'
    score = [parts[name % ('classification', i, at + p)] for p in ('weight', 'bias')]
    box = [parts[name % ('regression', i, at + p)] for p in ('weight', 'bias')]
    k = len(score[1]) // 2
    if not last:
        for kind, outputs in (('classification', (net.faces[i], net.heads[i])), ('regression', (net.face_boxes[i],))):
            for out in outputs:
                out.depth.weight.copy_(parts[name % (kind, i, '0.weight')])
                out.depth.bias.copy_(parts[name % (kind, i, '0.bias')])
    weight, bias = score[0][1::2] - score[0][0::2], score[1][1::2] - score[1][0::2]
    net.faces[i].point.weight.copy_(weight)
    net.faces[i].point.bias.copy_(bias)
    net.face_boxes[i].point.weight.copy_(box[0])
    net.face_boxes[i].point.bias.copy_(box[1])
    head = net.heads[i].point
    head.weight.zero_()
    head.bias.zero_()
    head.weight[0::5], head.bias[0::5] = weight, bias - 1
    assert len(head.bias) == 5 * k


def load(file):
    net = FaceNet()
    state = torch.load(file)
    net.fields.scale = float(state.pop('scale'))
    net.load_state_dict(state)
    return net.eval()


def state(net):
    return {**net.state_dict(), 'scale': torch.tensor(net.fields.scale)}
