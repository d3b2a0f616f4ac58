"""The verifier: a small convolutional network that says of a crop whether its middle is a face, and whether a head."""
import torch
from torch import nn


def block(cin, cout, stride=1):
    return nn.Sequential(nn.Conv2d(cin, cout, 3, stride, 1, bias=False), nn.BatchNorm2d(cout), nn.ReLU())


NARROW = (16, 24, 40, 48, 64, 96)
WIDE = (24, 32, 56, 64, 96, 128)


class Verifier(nn.Module):
    """The channels are those of the six sizes of layers; NARROW is that of the first three rounds."""

    def __init__(self, channels=NARROW):
        super().__init__()
        a, b, c, d, e, f = channels
        self.body = nn.Sequential(
            block(3, a, 2), block(a, b), nn.MaxPool2d(2),  # 48 -> 24 -> 12
            block(b, c), block(c, d),
            block(d, e, 2), block(e, e))  # 6
        self.place = nn.Conv2d(e, e, 6, groups=e, bias=False)
        self.norm = nn.BatchNorm2d(e)
        # a second look with channels of its own: what else there is, and heads
        self.more = block(e, f)
        self.place_more = nn.Conv2d(f, f, 6, groups=f, bias=False)
        self.norm_more = nn.BatchNorm2d(f)
        self.drop = nn.Dropout(0.2)
        self.last = nn.Linear(e + f, 2)

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
        state = torch.load(file)
        net = Verifier(NARROW if len(state['body.0.0.weight']) == NARROW[0] else WIDE)
        net.load_state_dict(state)
        nets.append(net)
    return (nets[0] if len(nets) == 1 else Several(nets)).eval()
