"""Makes training crops of labelled pictures: cut, turned, shrunk or enlarged, bent, darkened, blurred, compressed."""
import cv2
import numpy as np

SIDE = 320
PAPER = (127, 127, 127)


class Source:
    """The pictures of labels.npz that are trained on, and what is drawn from them."""

    def __init__(self, file, alarms='', held=False):
        data = dict(np.load(file, allow_pickle=True))
        keep = [i for i in range(len(data['name'])) if bool(data['held'][i]) == held]
        self.pictures = [data['picture'][i] for i in keep]
        sets = {k: [np.asarray(data[k][i], np.float32).reshape(-1, 4) for i in keep] for k in ('faces', 'doubt', 'heads', 'unsure')}
        self.boxes = [np.concatenate([sets[k][i] for k in sets]) for i in range(len(keep))]
        self.kinds = [np.repeat(np.arange(4), [len(sets[k][i]) for k in sets]) for i in range(len(keep))]
        self.kind = [str(data['kind'][i]) for i in keep]
        self.empty = [i for i in range(len(keep)) if self.kind[i] == 'empty']
        self.peopled = [i for i in range(len(keep)) if self.kind[i] != 'empty']
        places = dict(np.load(alarms)) if alarms else {}
        names = [str(data['name'][i]) for i in keep]
        self.alarms = [(i, box) for i in self.empty for box in places.get(names[i], ())]
        naked = [np.asarray(data['bare'][i], bool) for i in keep]
        self.bare = [(i, j) for i in self.peopled for j in np.nonzero(naked[i])[0]]
        self.masked = [(i, j) for i in self.peopled for j in np.nonzero(~naked[i])[0]]
        # heads without a face: whatever of kind 2 that holds the middle of no face
        self.behind = [(i, j) for i in self.peopled for j in np.nonzero(self.kinds[i] == 2)[0] if not self.holds_face(i, j)]

    def holds_face(self, i, j):
        x, y, w, h = self.boxes[i][j]
        f = self.boxes[i][self.kinds[i] == 0]
        cx, cy = f[:, 0] + f[:, 2] / 2, f[:, 1] + f[:, 3] / 2
        return bool(np.any((cx > x) & (cx < x + w) & (cy > y) & (cy < y + h)))

    def crop(self, rng):
        """(picture [SIDE, SIDE, 3] BGR, boxes [n, 4], kinds [n]): kinds 0 face, 1 not judged as face, 2 head, 3 not judged as head."""
        how = rng.random()
        if how < 0.25:
            picture, boxes, kinds = self.mosaic(rng)
        elif how < 0.75:
            i, j = self.aim(rng)
            large = rng.random() < 0.35
            size = np.exp(rng.uniform(np.log(30 if large else 7), np.log(300 if large else 60)))
            scale = np.clip(size / self.boxes[i][j][3], 0.2, 2.5)
            picture, boxes, kinds = self.cut(i, scale, rng, self.boxes[i][j])
        elif self.alarms and how < 0.9:
            i, box = self.alarms[rng.integers(len(self.alarms))]
            return degraded(self.cut(i, np.exp(rng.normal(0, 0.3)), rng, box)[0], rng), *within(np.zeros((0, 4)), np.zeros(0, int), SIDE)
        else:
            i = self.empty[rng.integers(len(self.empty))]
            scale = np.exp(rng.uniform(np.log(0.4), np.log(1.6)))
            picture, boxes, kinds = self.cut(i, scale, rng, None)
            if rng.random() < (0.25 if self.alarms else 0.45):
                picture, boxes, kinds = self.pasted(picture, rng)
        return degraded(picture, rng), boxes, kinds

    def aim(self, rng):
        k = rng.random()
        pool = self.bare if k < 0.55 else self.masked if k < 0.85 or not self.behind else self.behind
        return pool[rng.integers(len(pool))]

    def cut(self, i, scale, rng, target, side=SIDE):
        picture = self.pictures[i]
        if scale < 0.7:
            picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        k = scale if scale >= 0.7 else 1.0
        h, w = self.pictures[i].shape[:2]
        roll = rng.normal(0, 9) if rng.random() < 0.7 else rng.uniform(-50, 50)
        if rng.random() < 0.04:
            roll += rng.choice([90, 180, 270])
        if target is not None:
            x, y = target[0] + target[2] / 2, target[1] + target[3] / 2
            put = rng.uniform(0.08, 0.92, 2) * side
        else:
            x, y = rng.uniform(0, w), rng.uniform(0, h)
            put = rng.uniform(0.2, 0.8, 2) * side
        # as much of the crop as can be is picture
        for a, (length, middle) in enumerate(((w, x), (h, y))):
            put[a] = np.clip(put[a], min(side - (length - middle) * scale, middle * scale), max(side - (length - middle) * scale, middle * scale))
        if rng.random() < 0.25:
            roll = 0.0
        t = np.deg2rad(roll)
        turn = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
        m = np.zeros((2, 3))
        m[:, :2] = turn * k
        m[:, 2] = put - turn @ (np.array([x, y]) * scale)
        flip = rng.random() < 0.5
        out = cv2.warpAffine(picture, m, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=PAPER)
        if rng.random() < 0.4:
            out = continued(out, picture, m)
        boxes, kinds = turned(self.boxes[i] * scale, m[:, 2], turn), self.kinds[i]
        if rng.random() < 0.07:
            out, boxes = bent(out, boxes, rng)
        if flip:
            out = out[:, ::-1]
            boxes = boxes.copy()
            boxes[:, 0] = side - boxes[:, 0] - boxes[:, 2]
        return out.copy(), *within(boxes, kinds, side)

    def mosaic(self, rng):
        """Four pictures side by side: many small faces."""
        out = np.zeros((SIDE, SIDE, 3), np.uint8)
        sets, kinds, cell = [], [], SIDE // 2
        for n in range(4):
            if rng.random() < 0.12:
                i, target, scale = self.empty[rng.integers(len(self.empty))], None, rng.uniform(0.3, 1)
            else:
                i, j = self.aim(rng)
                target = self.boxes[i][j]
                scale = np.clip(np.exp(rng.uniform(np.log(7), np.log(44))) / target[3], 0.15, 2)
            part, b, k = self.cut(i, scale, rng, target, cell)
            x, y = n % 2 * cell, n // 2 * cell
            out[y:y + cell, x:x + cell] = part
            b = b + np.array([x, y, 0, 0], np.float32)
            # what the seam cuts is not judged unless most of it is there
            sets.append(b)
            kinds.append(k)
        return out, np.concatenate(sets), np.concatenate(kinds)

    def pasted(self, picture, rng):
        """Faces upon scenes without people."""
        boxes, kinds = [], []
        for _ in range(int(rng.integers(1, 6))):
            i, j = self.aim(rng)
            x, y, w, h = self.boxes[i][j]
            if h < 14 or self.kinds[i][j] != 0:
                continue
            size = np.clip(np.exp(rng.uniform(np.log(7), np.log(70))), 7, 2 * h)
            k = size / h
            side = int(round(2.2 * size))
            m = np.array([[k, 0, side / 2 - k * (x + w / 2)], [0, k, side / 2 - k * (y + h / 2) + 0.05 * side]])
            part = self.pictures[i]
            if k < 0.7:
                part = cv2.resize(part, None, fx=k, fy=k, interpolation=cv2.INTER_AREA)
                m[0, 0] = m[1, 1] = 1
            patch = cv2.warpAffine(part, m, (side, side), borderMode=cv2.BORDER_REPLICATE)
            px, py = int(rng.integers(0, SIDE - side + 1)), int(rng.integers(0, SIDE - side + 1))
            head = np.array([px + side / 2 - 0.66 * k * w, py + 0.55 * side - 0.78 * size, 1.32 * k * w, 1.33 * size])
            if any(overlap(head, b) > 0 for b in boxes):
                continue
            yy, xx = np.mgrid[:side, :side]
            far = np.hypot((xx - side / 2) / (0.85 * k * w), (yy - 0.5 * side) / (0.85 * size))
            a = np.clip((1.0 - far) / 0.25, 0, 1)[:, :, None]
            area = picture[py:py + side, px:px + side]
            picture[py:py + side, px:px + side] = area * (1 - a) + patch * a
            boxes += [[px + side / 2 - k * w / 2, py + 0.55 * side - size / 2, k * w, size], head]
            kinds += [0, 2]
        return picture, np.array(boxes, np.float32).reshape(-1, 4), np.array(kinds, int)


def overlap(a, b):
    return max(0, min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])) * max(0, min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))


def continued(out, picture, m):
    """The cut with a blur of the picture's border beyond the picture."""
    size = out.shape[1::-1]
    there = cv2.warpAffine(np.full(picture.shape[:2], 255, np.uint8), m, size)
    beyond = cv2.warpAffine(cv2.blur(picture, (61, 61)), m, size, borderMode=cv2.BORDER_REPLICATE)
    return np.where(there[:, :, None] > 0, out, beyond)


def turned(boxes, shift, turn):
    """Boxes of ellipses after a turn."""
    c = boxes[:, :2] + boxes[:, 2:] / 2
    c = c @ turn.T + shift
    size = np.sqrt(np.square(boxes[:, 2:]) @ np.square(turn).T)
    return np.concatenate([c - size / 2, size], 1).astype(np.float32)


def within(boxes, kinds, side):
    """Clipped; what is mostly outside is not judged."""
    if not len(boxes):
        return boxes.reshape(-1, 4), kinds
    low, high = np.clip(boxes[:, :2], 0, side), np.clip(boxes[:, :2] + boxes[:, 2:], 0, side)
    size = high - low
    share = size.prod(1) / np.maximum(boxes[:, 2:].prod(1), 1e-6)
    keep = size.min(1) > 1
    kinds = np.where((kinds % 2 == 0) & ((share < 0.5) | (boxes[:, 3] < 6)), kinds + 1, kinds)
    return np.concatenate([low, size], 1)[keep].astype(np.float32), kinds[keep]


def bent(picture, boxes, rng):
    """A fish eye's view."""
    side = picture.shape[0]
    k = rng.uniform(0.15, 0.7)
    centre = rng.uniform(0.3, 0.7, 2) * side
    yy, xx = np.mgrid[:side, :side].astype(np.float32)
    dx, dy = (xx - centre[0]) / side, (yy - centre[1]) / side
    grow = 1 + k * (dx * dx + dy * dy)
    out = cv2.remap(picture, centre[0] + dx * grow * side, centre[1] + dy * grow * side, cv2.INTER_LINEAR, borderValue=PAPER)
    if not len(boxes):
        return out, boxes
    x, y, w, h = boxes.T
    points = np.stack([np.stack([x + w * a, y + h * b], 1) for a, b in ((0.5, 0), (0.5, 1), (0, 0.5), (1, 0.5))])
    d = (points - centre) / side
    p = d.copy()
    for _ in range(12):
        p = d / (1 + k * np.square(p).sum(-1, keepdims=True))
    points = p * side + centre
    low, high = points.min(0), points.max(0)
    return out, np.concatenate([low, high - low], 1).astype(np.float32)


def degraded(x, rng):
    """What cameras and recorders do to a picture."""
    if rng.random() < 0.22:
        x = np.repeat(cv2.cvtColor(x, cv2.COLOR_BGR2GRAY)[:, :, None], 3, 2)
        if rng.random() < 0.4:
            x = infrared(x, rng)
    elif rng.random() < 0.3:
        x = np.clip(x * rng.uniform(0.8, 1.2, 3), 0, 255).astype(np.uint8)
    if rng.random() < 0.6:
        low, high = rng.uniform(0, 30), rng.uniform(150, 255)
        gamma = np.exp(rng.normal(0, 0.35))
        if rng.random() < 0.15:
            high, gamma = rng.uniform(40, 120), rng.uniform(1.0, 2.0)
        table = low + (high - low) * (np.arange(256) / 255.0) ** gamma
        x = cv2.LUT(x, np.clip(table, 0, 255).astype(np.uint8))
    k = rng.random()
    if k < 0.12:
        f = rng.uniform(0.4, 0.85)
        small = cv2.resize(x, None, fx=f, fy=f, interpolation=cv2.INTER_AREA)
        x = cv2.resize(small, x.shape[1::-1], interpolation=cv2.INTER_LINEAR if rng.random() < 0.7 else cv2.INTER_NEAREST)
    elif k < 0.25:
        x = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.4, 1.6))
    elif k < 0.32:
        n = int(rng.integers(3, 9))
        kernel = np.zeros((n, n), np.float32)
        kernel[n // 2] = 1.0 / n
        kernel = cv2.warpAffine(kernel, cv2.getRotationMatrix2D((n / 2 - 0.5, n / 2 - 0.5), rng.uniform(0, 180), 1), (n, n))
        x = cv2.filter2D(x, -1, kernel / max(kernel.sum(), 1e-3))
    elif k < 0.38:
        x = cv2.addWeighted(x, 1.8, cv2.GaussianBlur(x, (0, 0), 1.2), -0.8, 0)
    if rng.random() < 0.25:
        noise = rng.normal(0, rng.uniform(2, 14), x.shape[:2] + (1 if rng.random() < 0.5 else 3,))
        x = np.clip(x + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.55:
        x = cv2.imdecode(cv2.imencode('.jpg', x, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(18, 90))])[1], 1)
    return x


def infrared(x, rng):
    """Lit from the camera, dark around, skin pale."""
    h, w = x.shape[:2]
    yy, xx = np.mgrid[:h, :w]
    far = np.hypot(xx / w - rng.uniform(0.2, 0.8), yy / h - rng.uniform(0.2, 0.8))
    light = np.clip(1.3 - rng.uniform(0.8, 1.8) * far, 0.15, 1.3)[:, :, None]
    return np.clip(x * light, 0, 255).astype(np.uint8)


def drawn(picture, boxes, kinds):
    picture = picture.copy()
    for (x, y, w, h), k in zip(boxes, kinds):
        colour = ((0, 255, 0), (0, 255, 255), (255, 0, 0), (90, 90, 90))[k]
        cv2.rectangle(picture, (int(x), int(y)), (int(x + w), int(y + h)), colour, 1)
    return picture


if __name__ == '__main__':
    import sys
    source, rng = Source(sys.argv[1]), np.random.default_rng(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print('pictures', len(source.pictures), 'bare', len(source.bare), 'masked', len(source.masked), 'behind', len(source.behind))
    tiles = [drawn(*source.crop(rng)) for _ in range(20)]
    cv2.imwrite(sys.argv[2], np.vstack([np.hstack(tiles[i:i + 5]) for i in range(0, 20, 5)]))
