"""Makes of one wide crop what a camera might have made of it."""
import cv2
import numpy as np

from crops import SIZE, WIDE


def augment(wide, rng, face):
    x = warp(wide, rng)
    if not face and rng.random() < 0.03:  # plain walls, black frames, snow
        x[:] = rng.integers(0, 256, 3) if rng.random() < 0.6 else rng.integers(0, 256, x.shape)
    if face and rng.random() < 0.25:
        cover(x, rng)
    if rng.random() < 0.6:
        x = light(x, rng)
    if rng.random() < 0.3:
        # infrared light makes skin paler than gray does
        share = rng.dirichlet((3, 3, 3)) if rng.random() < 0.5 else np.full(3, 1 / 3)
        x = np.repeat((x @ share)[:, :, None], 3, 2).astype(np.uint8)
    if rng.random() < 0.55:
        x = coarse(x, rng)
    if rng.random() < 0.3:
        x = blur(x, rng)
    if rng.random() < 0.35:
        x = np.clip(x + rng.normal(0, rng.uniform(2, 18), x.shape if rng.random() < 0.5 else x.shape[:2] + (1,)),
                    0, 255).astype(np.uint8)
    if rng.random() < 0.35:
        ok, packed = cv2.imencode('.jpg', x, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(15, 75))])
        x = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    return x


def warp(wide, rng):
    angle = float(rng.uniform(-45, 45)) if rng.random() < 0.2 else float(np.clip(rng.normal(0, 9), -25, 25))
    zoom = rng.uniform(0.87, 1.15)
    m = cv2.getRotationMatrix2D((WIDE / 2 - 0.5, WIDE / 2 - 0.5), angle, zoom)
    m[:, 2] += (SIZE - WIDE) / 2 + rng.uniform(-0.06, 0.06, 2) * SIZE
    if rng.random() < 0.5:
        wide = wide[:, ::-1]
    return cv2.warpAffine(np.ascontiguousarray(wide), m, (SIZE, SIZE), flags=cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REPLICATE)


def cover(x, rng):
    """A mask over the lower half of the face, or an edge of something in front of it."""
    colour = rng.integers(0, 256, 3) if rng.random() < 0.5 else np.repeat(rng.integers(0, 256), 3)
    q = SIZE // 4
    if rng.random() < 0.5:
        top = int(rng.uniform(0.5, 0.62) * SIZE)
        x[top:3 * q, q + rng.integers(0, 4):3 * q - rng.integers(0, 4)] = colour
    else:
        depth = int(rng.uniform(0.15, 0.45) * 2 * q) + q
        side = rng.integers(0, 4)
        view = np.rot90(x, side)
        view[:depth] = colour


def light(x, rng):
    table = np.arange(256) / 255.0
    table = table ** rng.uniform(0.5, 1.9)
    table = (table - 0.5) * rng.uniform(0.35, 1.25) + 0.5 + rng.uniform(-0.22, 0.22)
    x = cv2.LUT(x, np.clip(table * 255, 0, 255).astype(np.uint8))
    if rng.random() < 0.3:
        x = np.clip(x * rng.uniform(0.75, 1.25, 3), 0, 255).astype(np.uint8)
    return x


def coarse(x, rng):
    """The pixels of a face of 7-22 pixels."""
    n = int(rng.integers(14, 45))
    small = cv2.resize(x, (n, n), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (SIZE, SIZE), interpolation=cv2.INTER_CUBIC if rng.random() < 0.5 else cv2.INTER_LINEAR)


def blur(x, rng):
    if rng.random() < 0.6:
        return cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.8))
    n = int(rng.integers(3, 8))
    kernel = np.zeros((n, n), np.float32)
    kernel[n // 2] = 1.0 / n
    kernel = cv2.warpAffine(kernel, cv2.getRotationMatrix2D((n / 2 - 0.5, n / 2 - 0.5), rng.uniform(0, 180), 1), (n, n))
    return cv2.filter2D(x, -1, kernel / max(kernel.sum(), 1e-3))
