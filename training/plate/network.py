"""The plate net: picture to a map at an eighth of its size of objectness and distances to the four sides.

Input: [n, 3, h, w], blue green red, (value - 127.5) / 127.5, h and w multiples of 32. Output: [n, 5, h/8, w/8]: logit, then
the logarithms of the distances, in cells, from the middle of the cell to the left, top, right and bottom side.
"""

import torch
from torch import nn
from torch.nn import functional


def convolution(inputs, outputs, kernel, stride=1, groups=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
                         nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Separable(nn.Module):
    """Depth-wise, then point-wise, with a way round where the shapes allow it."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.depth = convolution(inputs, inputs, 3, stride, inputs)
        self.point = nn.Sequential(nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs))
        self.around = inputs == outputs and stride == 1

    def forward(self, x):
        y = self.point(self.depth(x))
        return functional.relu(y + x if self.around else y)


class PlateNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(convolution(3, 16, 3, 2), convolution(16, 32, 3, 2))
        self.quarter = Separable(32, 32)
        self.eighth = nn.Sequential(Separable(32, 64, 2), Separable(64, 64), Separable(64, 64))
        self.sixteenth = nn.Sequential(Separable(64, 96, 2), *[Separable(96, 96) for _ in range(3)])
        self.last = nn.Sequential(Separable(96, 128, 2), Separable(128, 128))
        self.from_sixteenth = nn.Conv2d(96, 64, 1)
        self.from_last = nn.Conv2d(128, 64, 1)
        self.middle = Separable(64, 64)
        self.from_eighth = nn.Conv2d(64, 64, 1)
        self.head = nn.Sequential(Separable(64, 64), Separable(64, 64))
        self.out = nn.Conv2d(64, 5, 1)
        self.out.bias.data[0] = -4

    def forward(self, x):
        eighth = self.eighth(self.quarter(self.stem(x)))
        sixteenth = self.sixteenth(eighth)
        below = self.from_sixteenth(sixteenth) + double(self.from_last(self.last(sixteenth)))
        middle = self.middle(functional.relu(below))
        return self.out(self.head(functional.relu(self.from_eighth(eighth) + double(middle))))


def double(x):
    return functional.interpolate(x, scale_factor=2.0, mode="nearest")


def as_input(pictures):
    """uint8 [n, 3, h, w] to what the net takes."""
    return (pictures.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
