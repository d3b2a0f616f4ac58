"""Trains the plate net: train.py CONFIG OUT --steps N [--start weights.pt] [--mine] [--seed S]

OUT/last.pt is written every 100 steps and holds the mean of the weights over time; OUT/log.txt is the log. With --mine the starting
weights look for false alarms in the photographs first, and backgrounds are drawn there too.
"""

import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset

from mine import mine
from network import PlateNet, as_input
from scene import Scenes

SIDE, STRIDE, BATCH = 256, 8, 16


class Samples(IterableDataset):
    def __init__(self, scenes):
        self.scenes = scenes

    def __iter__(self):
        while True:
            picture, boxes, doubtful = self.scenes.sample(SIDE)
            yield torch.from_numpy(picture.transpose(2, 0, 1).copy()), torch.from_numpy(targets(boxes, doubtful))


def targets(boxes, doubtful):
    """[6, cells, cells]: plate or not, distances to the sides in cells, and whether the cell is judged at all."""
    cells = SIDE // STRIDE
    t = np.zeros((6, cells, cells), np.float32)
    t[5] = 1
    middle = (np.arange(cells, dtype=np.float32) + 0.5) * STRIDE
    for x0, y0, x1, y1 in list(doubtful) + list(boxes):
        t[5][np.ix_((middle > y0 - 2) & (middle < y1 + 2), (middle > x0 - 2) & (middle < x1 + 2))] = 0
    for x0, y0, x1, y1 in boxes:
        column = np.abs(middle - (x0 + x1) / 2) <= max((x1 - x0) / 4, 4.1)
        row = np.abs(middle - (y0 + y1) / 2) <= max((y1 - y0) / 4, 4.1)
        at = np.ix_(row, column)
        t[0][at] = t[5][at] = 1
        t[1][at], t[3][at] = ((middle - x0) / STRIDE)[column][None], ((x1 - middle) / STRIDE)[column][None]
        t[2][at], t[4][at] = ((middle - y0) / STRIDE)[row][:, None], ((y1 - middle) / STRIDE)[row][:, None]
    return t


def losses(output, target):
    """Focal loss of objectness, one minus intersection over union where there is a plate, and each picture's false alarms."""
    logit, plate, judged = output[:, 0], target[:, 0], target[:, 5]
    p = torch.sigmoid(logit)
    right = p * plate + (1 - p) * (1 - plate)
    weight = (0.6 * plate + 0.5 * (1 - plate)) * (1 - right) ** 2
    entropy = functional.binary_cross_entropy_with_logits(logit, plate, reduction="none")
    every = weight * entropy * judged
    alarms = (every * (1 - plate)).sum((1, 2)).detach()
    objectness = every.sum() / plate.sum().clamp(min=8) * 4
    here = plate > 0
    if not here.any():
        return objectness, output.sum() * 0, alarms
    found = torch.exp(output[:, 1:].permute(0, 2, 3, 1)[here].clamp(-4, 5))
    true = target[:, 1:5].permute(0, 2, 3, 1)[here]
    wide = (torch.min(found[:, 0], true[:, 0]) + torch.min(found[:, 2], true[:, 2])).clamp(min=0)
    tall = (torch.min(found[:, 1], true[:, 1]) + torch.min(found[:, 3], true[:, 3])).clamp(min=0)
    area = (found[:, 0] + found[:, 2]) * (found[:, 1] + found[:, 3]) + (true[:, 0] + true[:, 2]) * (true[:, 1] + true[:, 3])
    common = wide * tall
    return objectness, (1 - common / (area - common + 1e-6)).mean(), alarms


class Hardest:
    """The pictures with most false alarms so far, shown again as a quarter of every batch until they are learnt."""

    def __init__(self, most, seed):
        self.most, self.rng, self.kept = most, random.Random(seed), []

    def mix(self, pictures, target):
        """Puts hard pictures in place of the last of a batch."""
        if len(self.kept) < self.most // 2:
            return pictures, target
        for at in range(len(pictures) - len(pictures) // 4, len(pictures)):
            _, pictures[at], target[at] = self.kept.pop(self.rng.randrange(len(self.kept)))
        return pictures, target

    def learn(self, pictures, target, alarms):
        self.kept += [(float(a), p.clone(), t.clone()) for a, p, t in zip(alarms, pictures, target)]
        self.kept.sort(key=lambda entry: -entry[0])
        del self.kept[self.most:]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("config")
    options.add_argument("out")
    options.add_argument("--steps", type=int, required=True)
    options.add_argument("--start")
    options.add_argument("--mine", action="store_true")
    options.add_argument("--rate", type=float, default=1.5e-3)
    options.add_argument("--warm", type=int, default=100)
    options.add_argument("--seed", type=int, default=20261124)
    o = options.parse_args()
    os.makedirs(o.out, exist_ok=True)
    torch.manual_seed(o.seed)
    torch.set_num_threads(1)
    net = PlateNet().to(memory_format=torch.channels_last)
    if o.start:
        net.load_state_dict(torch.load(o.start))
        net.stem.requires_grad_(False)  # edges are edges; half of the time is spent there
    scenes = Scenes(o.seed, **json.load(open(o.config)))
    if o.mine:
        scenes.alarm_at(mine(net, scenes.photographs))
    batches = iter(DataLoader(Samples(scenes), batch_size=BATCH, num_workers=1, prefetch_factor=6))
    trained = [p for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=o.rate, weight_decay=1e-4)
    mean = {k: v.clone() for k, v in net.state_dict().items()}
    log = open(os.path.join(o.out, "log.txt"), "w")
    hardest = Hardest(256, o.seed)
    start, sums = time.time(), [0.0, 0.0]
    for step in range(1, o.steps + 1):
        net.train()
        if o.start:
            net.stem.eval()
        rate = o.rate * min(1, step / o.warm) * 0.5 * (1 + math.cos(math.pi * step / o.steps)) + 1e-5
        for group in optimizer.param_groups:
            group["lr"] = rate
        pictures, target = hardest.mix(*next(batches))
        objectness, sides, alarms = losses(net(as_input(pictures)), target)
        hardest.learn(pictures, target, alarms)
        optimizer.zero_grad()
        (objectness + 2 * sides).backward()
        torch.nn.utils.clip_grad_norm_(trained, 5)
        optimizer.step()
        keep = min(0.998, (step + 1) / (step + 10))
        for k, v in net.state_dict().items():
            mean[k] = mean[k] * keep + v * (1 - keep) if v.is_floating_point() else v.clone()
        sums = [s + float(v) for s, v in zip(sums, (objectness.detach(), sides.detach()))]
        if step % 25 == 0:
            line = f"step {step} {time.time() - start:.0f} s objectness {sums[0] / 25:.3f} sides {sums[1] / 25:.3f}"
            print(line, file=log, flush=True)
            sums = [0.0, 0.0]
        if step % 100 == 0 or step == o.steps:
            torch.save(mean, os.path.join(o.out, "part.pt"))
            os.replace(os.path.join(o.out, "part.pt"), os.path.join(o.out, "last.pt"))


if __name__ == "__main__":
    main()
