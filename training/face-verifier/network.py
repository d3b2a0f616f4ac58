"""The verifier: a small convolutional network that says of a crop whether its middle is a face."""
import torch
from torch import nn


def block(cin, cout, stride=1):
    return nn.Sequential(nn.Conv2d(cin, cout, 3, stride, 1, bias=False), nn.BatchNorm2d(cout), nn.ReLU())


class Verifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            block(3, 16, 2), block(16, 24), nn.MaxPool2d(2),  # 48 -> 24 -> 12
            block(24, 40), block(40, 48),
            block(48, 64, 2), block(64, 64))  # 6
        self.place = nn.Conv2d(64, 64, 6, groups=64, bias=False)
        self.norm = nn.BatchNorm2d(64)
        self.drop = nn.Dropout(0.2)
        self.last = nn.Linear(64, 1)

    def logit(self, x):
        mean = x.mean((1, 2, 3), keepdim=True)
        x = x - mean
        x = x / torch.sqrt((x * x).mean((1, 2, 3), keepdim=True) + 225.0)
        x = self.norm(self.place(self.body(x))).relu().flatten(1)
        return self.last(self.drop(x)).squeeze(1)

    def forward(self, x):
        """Crops [n, 3, 48, 48], red green blue, 0-255, to the probability of a face [n]."""
        return torch.sigmoid(self.logit(x))
