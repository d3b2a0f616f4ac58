"""Trains the face and head net: train.py LABELS.npz OUT --minutes M --start WEIGHTS [--rate R] [--seed S] [--alarms A.npz] [--still]

WEIGHTS is a converted UltraFace (.onnx) or weights of an earlier run (.pt). A second process draws crops into a ring in OUT.
--alarms holds what mine.py found, --still leaves the first convolutions as they are. OUT/last.pt (the mean of the weights over time) is written every 200 steps; OUT/log.txt is the log. The rate falls with time."""
import argparse
import math
import multiprocessing
import os
import time

import numpy as np
import torch
from torch.nn import functional

from network import SIZES, STRIDES, load, state, ultraface
from scene import SIDE, Source

BATCH, PLACES, MOST = 12, 4000, 120


def priors(width, height):
    """[p, 4] middle and size of every prior, in the order of the net."""
    out = []
    for stride, sizes in zip(STRIDES, SIZES):
        y, x, s = np.meshgrid(np.arange(-(-height // stride)), np.arange(-(-width // stride)), sizes, indexing='ij')
        out.append(np.stack([(x + 0.5) * stride, (y + 0.5) * stride, s, s], -1).reshape(-1, 4))
    return np.concatenate(out).astype(np.float32)


PRIORS = priors(SIDE, SIDE)


def overlaps(boxes):
    """Intersection over union of every prior with every box [p, n], and the share of the prior that lies in the box."""
    low = PRIORS[:, :2] - PRIORS[:, 2:] / 2
    high = low + PRIORS[:, 2:]
    size = np.minimum(high[:, None], boxes[None, :, :2] + boxes[None, :, 2:]) - np.maximum(low[:, None], boxes[None, :, :2])
    common = np.clip(size, 0, None).prod(2)
    area = PRIORS[:, 2:].prod(1)
    return common / (area[:, None] + boxes[:, 2:].prod(1)[None] - common + 1e-6), common / area[:, None]


def targets(boxes, aside):
    """What every prior should say: 1, 0 or -1 (not judged) [p], and its box [p, 4]."""
    label, place = np.zeros(len(PRIORS), np.int8), np.zeros((len(PRIORS), 4), np.float32)
    if len(aside):
        iou, share = overlaps(aside)
        label[(share.max(1) > 0.35) | (iou.max(1) > 0.2)] = -1
    if len(boxes):
        iou, _ = overlaps(boxes)
        best, whose = iou.max(1), iou.argmax(1)
        label[best > 0.2] = -1
        label[best > 0.36] = 1
        for n in range(len(boxes)):
            # a small face lies between the places: the three nearest answer for it
            for rank, p in enumerate(np.argsort(-iou[:, n])[:3]):
                if rank == 0 or iou[p, n] > 0.2 and whose[p] == n:
                    label[p], whose[p] = 1, n
        b, p = boxes[whose], PRIORS
        place = np.concatenate([(b[:, :2] + b[:, 2:] / 2 - p[:, :2]) / p[:, 2:] / 0.1,
                                np.log(np.maximum(b[:, 2:], 1) / p[:, 2:]) / 0.2], 1).astype(np.float32)
    return label, place


def draw(out, labels, alarms, seed):
    """Fills the ring, half as fast as it is trained on."""
    os.nice(5)
    source, rng = Source(labels, alarms), np.random.default_rng(seed)
    pictures, boxes, count = ring(out, 'r+')
    while True:
        if count[0] > PLACES + count[1] / 2:
            time.sleep(0.2)
            continue
        at = int(count[0]) % PLACES
        picture, b, k = source.crop(rng)
        b, k = b[:MOST], k[:MOST]
        pictures[at] = picture
        boxes[at] = -1
        boxes[at, :len(b), :4], boxes[at, :len(b), 4] = b, k
        count[0] += 1


def ring(out, mode):
    return (np.memmap(out + '/pictures.bin', np.uint8, mode, shape=(PLACES, SIDE, SIDE, 3)),
            np.memmap(out + '/boxes.bin', np.float32, mode, shape=(PLACES, MOST, 5)),
            np.memmap(out + '/count.bin', np.int64, mode, shape=(2,)))


def batch(places, rng):
    pictures, boxes, count = places
    count[1] += BATCH
    chosen = rng.integers(0, min(int(count[0]), PLACES) - 1, BATCH)
    x = np.stack([pictures[i] for i in chosen])
    answers = []
    for n, i in enumerate(chosen):
        b = np.array(boxes[i])
        b = b[b[:, 4] >= 0]
        if rng.random() < 0.5:
            x[n] = x[n][:, ::-1]
            b[:, 0] = SIDE - b[:, 0] - b[:, 2]
        kind = b[:, 4].astype(int)
        answers.append([targets(b[kind == k, :4], b[kind == k + 1, :4]) for k in (0, 2)])
    x = torch.from_numpy(np.ascontiguousarray(x[:, :, :, ::-1]).transpose(0, 3, 1, 2)).float()
    x = (x + float(rng.normal(0, 6)) - 127) * float(np.exp(rng.normal(0, 0.08))) / 128
    label = torch.from_numpy(np.stack([[a[0] for a in both] for both in answers])).transpose(1, 2).long()
    place = torch.from_numpy(np.stack([np.concatenate([a[1] for a in both], 1) for both in answers]))
    return x.contiguous(memory_format=torch.channels_last), label, place


def losses(scores, boxes, label, place):
    """Of faces and of heads: entropy of the found ones and of the worst of the others, and how far the boxes are off."""
    out = []
    for k in (0, 1):
        z, y = scores[:, :, k], label[:, :, k]
        right = y == 1
        n = max(1, int(right.sum()))
        entropy = functional.binary_cross_entropy_with_logits(z, right.float(), reduction='none')
        other = entropy.detach().clone()
        other[y != 0] = -1
        most = min(3 * n + 30 * BATCH, other.numel())
        bound = max(0.0, float(other.reshape(-1).topk(most)[0][-1]))
        wrong = (y == 0) & (other > bound)
        b, p = boxes[:, :, 4 * k:4 * k + 4][right], place[:, :, 4 * k:4 * k + 4][right]
        out += [(entropy[right].sum() + entropy[wrong].sum()) / n, functional.smooth_l1_loss(b, p, reduction='sum') / n]
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument('labels')
    options.add_argument('out')
    options.add_argument('--minutes', type=float, required=True)
    options.add_argument('--start', required=True)
    options.add_argument('--rate', type=float, default=1e-3)
    options.add_argument('--alarms', default='')
    options.add_argument('--still', action='store_true')
    options.add_argument('--seed', type=int, default=20261127)
    o = options.parse_args()
    os.makedirs(o.out, exist_ok=True)
    torch.manual_seed(o.seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(o.seed)
    if not os.path.exists(o.out + '/count.bin'):
        ring(o.out, 'w+')
    places = ring(o.out, 'r+')
    places[2][:] = 0
    multiprocessing.Process(target=draw, args=(o.out, o.labels, o.alarms, o.seed), daemon=True).start()
    net = (ultraface(o.start) if o.start.endswith('.onnx') else load(o.start)).train().to(memory_format=torch.channels_last)
    net.stem.requires_grad_(not o.still)
    optimizer = torch.optim.AdamW([
        {'params': [p for p in net.stem.parameters() if p.requires_grad] or [torch.zeros(1)], 'share': 0.3},
        {'params': [p for n, p in net.named_parameters() if not n.startswith('stem.')], 'share': 1.0}], lr=o.rate, weight_decay=1e-4)
    mean = {k: v.clone() for k, v in net.state_dict().items()}
    while places[2][0] < 300:
        time.sleep(1)
    log = open(o.out + '/log.txt', 'a')
    start, sums, step = time.time(), np.zeros(4), 0
    while (gone := (time.time() - start) / 60 / o.minutes) < 1:
        step += 1
        rate = o.rate * min(1, step / 200) * 0.5 * (1 + math.cos(math.pi * gone)) + 2e-6
        for group in optimizer.param_groups:
            group['lr'] = rate * group['share']
        x, label, place = batch(places, rng)
        parts = losses(*net(x), label, place)
        optimizer.zero_grad()
        (parts[0] + parts[1] + 0.6 * parts[2] + 0.6 * parts[3]).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        keep = min(0.998, (step + 1) / (step + 10))
        for k, v in net.state_dict().items():
            mean[k].mul_(keep).add_(v, alpha=1 - keep)
        sums += [float(p.detach()) for p in parts]
        if step % 50 == 0:
            print(f'step {step} {time.time() - start:.0f} s cpu {time.process_time():.0f} drawn {int(places[2][0])} face '
                  f'{sums[0] / 50:.3f} box {sums[1] / 50:.3f} head {sums[2] / 50:.3f} box {sums[3] / 50:.3f}', file=log, flush=True)
            sums[:] = 0
        if step % 200 == 0:
            save(net, mean, o.out)
    save(net, mean, o.out)


def save(net, mean, out):
    torch.save({**{k: v.clone() for k, v in mean.items()}, 'scale': state(net)['scale']}, out + '/part.pt')
    os.replace(out + '/part.pt', out + '/last.pt')


if __name__ == '__main__':
    main()
