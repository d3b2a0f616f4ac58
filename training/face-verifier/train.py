"""Trains the verifier: train.py CROPS.npz OUT_FOLDER EPOCHS. Deterministic but for the order of float sums."""
import copy
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset

from augment import augment
from crops import SIZE, WIDE
from network import Verifier

SEED = 20261123
BATCH = 128
FACES = 44
STEPS = 160


class Batches(Dataset):
    """One augmented batch per index; a third are faces, of the others half are drawn by hardness."""

    def __init__(self, data, epochs):
        keep = ~data['held']
        self.wide = data['wide']
        self.faces = np.nonzero(keep & (data['label'] == 1))[0]
        self.others = np.nonzero(keep & (data['label'] == 0))[0]
        hard = data['hard'][self.others] + 0.02
        self.chance = hard / hard.sum()
        # a crowd picture gives many faces, a camera frame few: both count alike
        share = np.where(data['cctv'][self.faces], 3.0, 1.0)
        self.face_chance = share / share.sum()
        self.length = epochs * STEPS

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        rng = np.random.default_rng([SEED, index])
        n = BATCH - FACES
        ids = np.concatenate([rng.choice(self.faces, FACES, p=self.face_chance),
                              rng.choice(self.others, n // 2, p=self.chance),
                              rng.choice(self.others, n - n // 2)])
        x = np.stack([augment(self.wide[i], rng, k < FACES) for k, i in enumerate(ids)])
        y = np.zeros(BATCH, np.float32)
        y[:FACES] = 1
        return torch.from_numpy(x.transpose(0, 3, 1, 2).copy()), torch.from_numpy(y)


def middle(wide):
    a = (WIDE - SIZE) // 2
    return torch.from_numpy(wide[:, a:a + SIZE, a:a + SIZE].transpose(0, 3, 1, 2).copy())


def logits(net, x):
    net.eval()
    with torch.no_grad():
        z = torch.cat([net.logit(x[i:i + 512].float()) for i in range(0, len(x), 512)])
    net.train()
    return z.numpy()


def figures(z, data):
    """Held-out: recall of faces where 1 % and 0.3 % of the hard others pass."""
    y, hard = data['label'], data['hard']
    no = np.sort(z[(y == 0) & (hard >= 0.13)])[::-1]
    yes = z[y == 1]
    small = np.minimum(data['box'][:, 2], data['box'][:, 3]) < 14
    row = {}
    for share in (0.03, 0.01, 0.003):
        t = no[int(len(no) * share)]
        row['r%g' % share] = (yes > t).mean()
        row['cctv%g' % share] = (z[(y == 1) & data['cctv']] > t).mean()
        row['small%g' % share] = (z[(y == 1) & small] > t).mean()
    return row


def main():
    source, folder, epochs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    data = dict(np.load(source))
    held = {k: v[data['held']] for k, v in data.items()}
    x_held = middle(held['wide'])
    net = Verifier()
    print('parameters', sum(p.numel() for p in net.parameters()))
    mean = copy.deepcopy(net)
    opt = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.02)
    total = epochs * STEPS
    lr = torch.optim.lr_scheduler.OneCycleLR(opt, 3e-3, total, pct_start=0.1)
    best, start, loss_sum = 0, time.time(), 0.0
    loader = DataLoader(Batches(data, epochs), batch_size=None, num_workers=1, prefetch_factor=8)
    for step, (x, y) in enumerate(loader, 1):
        loss = F.binary_cross_entropy_with_logits(net.logit(x.float()), y * 0.97 + 0.01)
        opt.zero_grad()
        loss.backward()
        opt.step()
        lr.step()
        loss_sum += loss.item()
        follow(mean, net, min(0.995, step / (step + 20)))
        if step % STEPS == 0:
            row = figures(logits(mean, x_held), held)
            quality = row['r0.03'] + row['r0.01'] + row['r0.003'] + row['cctv0.01']
            print('epoch %d loss %.4f %s %.0f s' % (
                step // STEPS, loss_sum / STEPS, ' '.join('%s %.3f' % i for i in row.items()), time.time() - start),
                flush=True)
            loss_sum = 0.0
            torch.save(mean.state_dict(), folder + '/last.pt')
            if quality > best:
                best = quality
                torch.save(mean.state_dict(), folder + '/best.pt')


def follow(mean, net, keep):
    for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
        if a.dtype.is_floating_point:
            a.mul_(keep).add_(b, alpha=1 - keep)
        else:
            a.copy_(b)


if __name__ == '__main__':
    main()
