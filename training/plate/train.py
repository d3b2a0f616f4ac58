"""Trains the plate net: train.py CONFIG OUT --minutes M [--start weights.pt] [--seed S]

The rate falls with the time that has gone. After 40 % of it the two first convolutions stay as they are; after 60 % the net looks
for false alarms in the photographs, and backgrounds are drawn there too. Training that goes on from weights does the first at once
and uses the places of false alarms that are in OUT, if any. A second process draws. OUT/last.pt is written
every 200 steps and holds the mean of the weights over time; OUT/log.txt is the log.
"""

import argparse
import json
import math
import multiprocessing
import os
import random
import time

import numpy as np
import torch
from torch.nn import functional

from mine import mine
from network import PlateNet, as_input
from ring import SIDE, Ring, draw, wait
from scene import load_pictures

STRIDE, BATCH, PLACES = 8, 16, 16000


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


def batch(ring, rng):
    taken = [ring.take(rng) for _ in range(BATCH)]
    pictures = np.stack([picture.transpose(2, 0, 1) for picture, _, _ in taken])
    return torch.from_numpy(pictures), torch.from_numpy(np.stack([targets(boxes, doubtful) for _, boxes, doubtful in taken]))


def look_for_alarms(mean, config, out):
    net = PlateNet().to(memory_format=torch.channels_last)
    net.load_state_dict(mean)
    found = np.array([tuple(a) for a in mine(net, load_pictures(config["photographs"], False, 250))], dtype=object)
    np.save(os.path.join(out, "part.npy"), found)
    os.replace(os.path.join(out, "part.npy"), os.path.join(out, "alarms.npy"))
    return len(found)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("config")
    options.add_argument("out")
    options.add_argument("--minutes", type=float, required=True)
    options.add_argument("--start")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--warm", type=int, default=150)
    options.add_argument("--seed", type=int, default=20261125)
    o = options.parse_args()
    os.makedirs(o.out, exist_ok=True)
    config = json.load(open(o.config))
    torch.manual_seed(o.seed)
    torch.set_num_threads(1)
    multiprocessing.Process(target=draw, args=(o.out, PLACES, config, o.seed, os.getpid()), daemon=True).start()
    net = PlateNet().to(memory_format=torch.channels_last)
    if o.start:
        net.load_state_dict(torch.load(o.start))
    ring, rng = Ring(o.out, PLACES), random.Random(o.seed)
    wait(ring, 400)
    trained = list(net.parameters())
    optimizer = torch.optim.AdamW(trained, lr=o.rate, weight_decay=1e-4)
    mean = {k: v.clone() for k, v in net.state_dict().items()}
    log = open(os.path.join(o.out, "log.txt"), "a")
    hardest = Hardest(512, o.seed)
    start, sums, step, mined, frozen = time.time(), [0.0, 0.0], 0, bool(o.start), False
    while (gone := (time.time() - start) / 60 / o.minutes) < 1:
        step += 1
        net.train()
        if (gone > 0.4 or o.start) and not frozen:
            frozen = True
            net.stem.requires_grad_(False)  # edges are edges; half of the time is spent there
        if frozen:
            net.stem.eval()
        if gone > 0.6 and not mined:
            mined = True
            print(f"step {step} found {look_for_alarms(mean, config, o.out)} places of false alarms", file=log, flush=True)
        rate = o.rate * min(1, step / o.warm) * 0.5 * (1 + math.cos(math.pi * gone)) + 1e-5
        for group in optimizer.param_groups:
            group["lr"] = rate
        pictures, target = hardest.mix(*batch(ring, rng))
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
        if step % 100 == 0:
            print(f"step {step} {time.time() - start:.0f} s drawn {int(ring.count[0])} objectness {sums[0] / 100:.3f} "
                  f"sides {sums[1] / 100:.3f}", file=log, flush=True)
            sums = [0.0, 0.0]
        if step % 200 == 0:
            save(mean, o.out)
    save(mean, o.out)


def save(mean, out):
    torch.save(mean, os.path.join(out, "part.pt"))
    os.replace(os.path.join(out, "part.pt"), os.path.join(out, "last.pt"))


if __name__ == "__main__":
    main()
