"""Trains the verifier: train.py CROPS.npz[,CROPS.npz] OUT_FOLDER MINUTES [--start START.pt] [--wide] [--seed SEED]. The seeds are fixed;
how many steps fit into the minutes and the order of float sums are not."""
import argparse
import copy
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset

from augment import augment
from crops import SIZE, WIDE
from network import NARROW, WIDE as BROAD, Verifier, load

SEED = 20261125
BATCH = 128
FACES = 40
BEHIND = 10
STEPS = 200
RATE = 1.5e-3


class Batches(Dataset):
    """One augmented batch per index: faces, heads without a face, others by hardness, others of empty scenes.

    How hard a crop is, the first stages say at first; then its last losses, which training writes into `hard`.
    """

    def __init__(self, data, hard, length, seed):
        self.hard, self.seed = hard, seed
        keep = ~data['held']
        self.wide, self.label, self.head = data['wide'], data['label'], data['head']
        self.faces = np.nonzero(keep & (self.label == 1))[0]
        self.behind = np.nonzero(keep & (self.label != 1) & (self.head == 1))[0]
        self.others = np.nonzero(keep & (self.label == 0) & ~data['empty'])[0]
        self.empty = np.nonzero(keep & data['empty'])[0]
        # a crowd picture gives many faces, a camera frame few: both count alike
        self.face_share = np.where(data['cctv'][self.faces], 3.0, 1.0).astype(np.float32)
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        rng = np.random.default_rng([self.seed, index])
        n = (BATCH - FACES - BEHIND) // 2
        hard = self.hard.numpy()
        ids = np.concatenate([rng.choice(self.faces, FACES, p=chance(self.face_share * hard[self.faces])),
                              rng.choice(self.behind, BEHIND),
                              rng.choice(self.others, n, p=chance(hard[self.others])),
                              rng.choice(self.empty, BATCH - FACES - BEHIND - n, p=chance(hard[self.empty]))])
        x = np.stack([augment(self.wide[i], rng, k < FACES + BEHIND) for k, i in enumerate(ids)])
        y = np.stack([self.label[ids], self.head[ids]], 1).astype(np.float32)
        return torch.from_numpy(x.transpose(0, 3, 1, 2).copy()), torch.from_numpy(y), torch.from_numpy(ids)


def chance(hard):
    share = hard.astype(np.float64) + 0.05
    return share / share.sum()


def middle(wide):
    a = (WIDE - SIZE) // 2
    return torch.from_numpy(wide[:, a:a + SIZE, a:a + SIZE].transpose(0, 3, 1, 2).copy())


def logits(net, x):
    net.eval()
    with torch.no_grad():
        z = torch.cat([net.logits(x[i:i + 256].float()) for i in range(0, len(x), 256)])
    net.train()
    return z.numpy()


def figures(z, data):
    """Held-out: recall of faces where 3 % to 0.3 % of the others pass, in known scenes and in empty ones; of heads."""
    face, y, head, empty = z[:, 0], data['label'], data['head'], data['empty']
    yes = face[y == 1]
    row = {}
    for name, others in (('', face[(y == 0) & ~empty & (data['hard'] >= 0.13)]), ('empty', face[empty])):
        for share in (0.01, 0.003):
            t = np.sort(others)[::-1][int(len(others) * share)]
            row['%s%g' % (name or 'hard', share)] = (yes > t).mean()
    row['cctv'] = (face[(y == 1) & data['cctv']] > t).mean()
    t = np.sort(z[head == 0, 1])[::-1][int((head == 0).sum() * 0.01)]
    row['head'] = (z[head == 1, 1] > t).mean()
    row['behind'] = (z[(head == 1) & (y != 1), 1] > t).mean()
    return row


def loss_of(z, y):
    """Cross entropy of what is known; a face that is not known, or a head, is left out. Also that of each face or other."""
    each = F.binary_cross_entropy_with_logits(z, y.clamp(0, 1) * 0.97 + 0.01, reduction='none')
    known = (y >= 0).float()
    return (each * known).sum(0).div(known.sum(0).clamp(min=1)).sum(), (each * known)[:, 0].detach()


def rate(done):
    """Of the highest rate: rises in the first twentieth, then falls along half a cosine."""
    return done / 0.05 if done < 0.05 else 0.5 * (1 + np.cos(np.pi * (done - 0.05) / 0.95)) + 0.005


def arguments():
    words = argparse.ArgumentParser()
    words.add_argument('crops')
    words.add_argument('folder')
    words.add_argument('minutes', type=float)
    words.add_argument('--start')
    words.add_argument('--wide', action='store_true')
    words.add_argument('--seed', type=int, default=SEED)
    return words.parse_args()


def main():
    told = arguments()
    folder, limit = told.folder, 60 * told.minutes
    torch.manual_seed(told.seed)
    torch.set_num_threads(1)
    packs = [np.load(path) for path in told.crops.split(',')]
    data = {k: np.concatenate([p[k] for p in packs]) for k in packs[0].files}
    some = np.nonzero(data['held'])[0]
    some = np.sort(np.random.default_rng(3).choice(some, min(len(some), 4000), replace=False))
    held = {k: v[some] for k, v in data.items()}
    x_held = middle(held['wide'])
    net = load(told.start).train() if told.start else Verifier(BROAD if told.wide else NARROW)
    print('parameters', sum(p.numel() for p in net.parameters()))
    mean = copy.deepcopy(net)
    print('before', ' '.join('%s %.3f' % i for i in figures(logits(mean, x_held), held).items()), flush=True)
    opt = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.02)
    best, start, sums, n = 0, time.time(), 0.0, 0
    hard = torch.from_numpy(np.where(data['label'] == 1, 0.5, data['hard']).astype(np.float32)).share_memory_()
    loader = DataLoader(Batches(data, hard, 10 ** 6, told.seed), batch_size=None, num_workers=1, prefetch_factor=8,
                        worker_init_fn=lambda worker: os.nice(10))
    for step, (x, y, ids) in enumerate(loader, 1):
        done = min(1.0, (time.time() - start) / limit)
        opt.param_groups[0]['lr'] = RATE * max(0.01, rate(done))
        loss, each = loss_of(net.logits(x.float()), y)
        hard[ids] = 0.6 * hard[ids] + 0.4 * each.clamp(max=1.5)
        opt.zero_grad()
        loss.backward()
        opt.step()
        sums, n = sums + loss.item(), n + 1
        follow(mean, net, min(0.995, step / (step + 10)))
        if step % STEPS == 0 or done >= 1:
            row = figures(logits(mean, x_held), held)
            quality = row['hard0.003'] + row['empty0.003'] + row['cctv'] + 0.5 * row['head'] + 0.5 * row['behind']
            print('step %d loss %.4f %s quality %.3f %.0f s' % (
                step, sums / n, ' '.join('%s %.3f' % i for i in row.items()), quality, time.time() - start),
                flush=True)
            sums, n = 0.0, 0
            torch.save(mean.state_dict(), folder + '/last.pt')
            if quality > best:
                best = quality
                torch.save(mean.state_dict(), folder + '/best.pt')
        if done >= 1:
            break


def follow(mean, net, keep):
    for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
        if a.dtype.is_floating_point:
            a.mul_(keep).add_(b, alpha=1 - keep)
        else:
            a.copy_(b)


if __name__ == '__main__':
    main()
