"""Cuts the square around a candidate box, exactly as garim.engine.detect.onnx.CropGrid does."""
import numpy as np

SIZE = 48
CONTEXT = 2.0
# training keeps a wider cut at the same pixel pitch, so that it can be moved and turned
WIDE = 80
WIDE_CONTEXT = CONTEXT * WIDE / SIZE


def taps(centre, side, size, length):
    """Weight matrix [size, length]: area mean where it shrinks, bilinear where it grows, edges repeated."""
    ratio = side / size
    reach = max(ratio, 1.0)
    low = centre - side / 2 + (np.arange(size) + 0.5) * ratio - reach / 2
    first = np.floor(low).astype(int)
    w = np.zeros((size, length), np.float32)
    for k in range(int(np.ceil(reach)) + 1):
        j = first + k
        share = np.clip(np.minimum(j + 1, low + reach) - np.maximum(j, low), 0, None) / reach
        np.add.at(w, (np.arange(size), np.clip(j, 0, length - 1)), share)
    return w


def crop(image, box, size=SIZE, context=CONTEXT):
    """The square of side context * longer side around the box, as float [size, size, 3], 0-255."""
    x, y, w, h = box
    side = context * max(w, h)
    height, width = image.shape[:2]
    x0, x1 = span(x + w / 2, side, size, width)
    y0, y1 = span(y + h / 2, side, size, height)
    part = image[y0:y1, x0:x1].astype(np.float32)
    a = taps(x + w / 2 - x0, side, size, x1 - x0)
    d = taps(y + h / 2 - y0, side, size, y1 - y0)
    return np.stack([d @ part[:, :, c] @ a.T for c in range(3)], 2)


def span(centre, side, size, length):
    # clipping to the picture keeps edge replication right as long as the border sample itself is inside
    lo = int(np.floor(centre - side / 2 - 2))
    hi = int(np.ceil(centre + side / 2 + 2))
    return min(max(lo, 0), length - 1), max(min(hi, length), 1)
