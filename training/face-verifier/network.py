"""The verifier: a small convolutional network that says of a crop whether its middle is a face, and whether a head."""
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
        # a second look with channels of its own: what else there is, and heads
        self.more = block(64, 96)
        self.place_more = nn.Conv2d(96, 96, 6, groups=96, bias=False)
        self.norm_more = nn.BatchNorm2d(96)
        self.drop = nn.Dropout(0.2)
        self.last = nn.Linear(64 + 96, 2)

    def logits(self, x):
        """Log odds [n, 2]: of a face, of a head."""
        mean = x.mean((1, 2, 3), keepdim=True)
        x = x - mean
        x = x / torch.sqrt((x * x).mean((1, 2, 3), keepdim=True) + 225.0)
        x = self.body(x)
        a = self.norm(self.place(x)).relu().flatten(1)
        b = self.norm_more(self.place_more(self.more(x))).relu().flatten(1)
        return self.last(self.drop(torch.cat([a, b], 1)))

    def forward(self, x):
        """Crops [n, 3, 48, 48], red green blue, 0-255, to the probabilities of a face [n] and of a head [n]."""
        p = torch.sigmoid(self.logits(x))
        return p[:, 0], p[:, 1]


class Several(nn.Module):
    """Networks that decide together of faces, by the mean of their log odds; of heads the first decides."""

    def __init__(self, nets):
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def logits(self, x):
        z = torch.stack([net.logits(x) for net in self.nets])
        return torch.stack([z[:, :, 0].mean(0), z[0, :, 1]], 1)

    def forward(self, x):
        p = torch.sigmoid(self.logits(x))
        return p[:, 0], p[:, 1]


def load(files):
    """The network of one file, or of several with commas between."""
    nets = []
    for file in files.split(','):
        net = Verifier()
        net.load_state_dict(torch.load(file))
        nets.append(net)
    return (nets[0] if len(nets) == 1 else Several(nets)).eval()
