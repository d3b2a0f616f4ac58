"""Asks a trained net for plates."""

import cv2
import numpy as np
import torch

from network import PlateNet, as_input

STRIDE = 8


def load(weights):
    net = PlateNet()
    net.load_state_dict(torch.load(weights, map_location="cpu"))
    return net.eval()


def find(net, picture, threshold, long_side=None):
    """Scores and boxes [x0, y0, x1, y1] in pixels of a BGR picture, looked at with this long side; the strongest of each."""
    scale = long_side / max(picture.shape[:2]) if long_side else 1.0
    seen = picture if scale == 1 else cv2.resize(picture, None, fx=scale, fy=scale,
                                                 interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    h, w = seen.shape[:2]
    seen = cv2.copyMakeBorder(seen, 0, -h % 32, 0, -w % 32, cv2.BORDER_CONSTANT, value=(127, 127, 127))
    with torch.no_grad():
        out = net(as_input(torch.from_numpy(seen.transpose(2, 0, 1)[None].copy())))[0].numpy()
    score = 1 / (1 + np.exp(-out[0]))
    rows, columns = np.nonzero(score >= threshold)
    d = np.exp(np.minimum(out[1:, rows, columns], 5)) * STRIDE
    x, y = (columns + 0.5) * STRIDE, (rows + 0.5) * STRIDE
    boxes = np.stack([x - d[0], y - d[1], x + d[2], y + d[3]], 1)
    boxes = np.clip(boxes, 0, [w, h, w, h]) / scale
    return strongest(score[rows, columns], boxes)


def strongest(scores, boxes, most=0.3, limit=100):
    """Greedy suppression; the strongest `limit` places at most."""
    order = np.argsort(-scores)
    kept = []
    while len(order) and len(kept) < limit:
        best, order = order[0], order[1:]
        kept.append(best)
        wide = np.minimum(boxes[order, 2], boxes[best, 2]) - np.maximum(boxes[order, 0], boxes[best, 0])
        tall = np.minimum(boxes[order, 3], boxes[best, 3]) - np.maximum(boxes[order, 1], boxes[best, 1])
        common = np.maximum(wide, 0) * np.maximum(tall, 0)
        area = (boxes[order, 2] - boxes[order, 0]) * (boxes[order, 3] - boxes[order, 1])
        own = (boxes[best, 2] - boxes[best, 0]) * (boxes[best, 3] - boxes[best, 1])
        order = order[common <= most * (area + own - common)]
    return scores[kept], boxes[kept]


def coverage(box, boxes, margin=0.15):
    """The best share of a box that one of the others, grown by the margin, covers."""
    best = 0.0
    for b in boxes:
        gx, gy = margin * (b[2] - b[0]), margin * (b[3] - b[1])
        w = min(box[2], b[2] + gx) - max(box[0], b[0] - gx)
        h = min(box[3], b[3] + gy) - max(box[1], b[1] - gy)
        if w > 0 and h > 0:
            best = max(best, w * h / ((box[2] - box[0]) * (box[3] - box[1])))
    return best
