"""Composes training pictures: backgrounds, plates on something like a car, clutter, then what cameras do to them."""

import glob
import os
import random
import zlib

import cv2
import numpy as np

from clutter import letters_alone, stamp, thing
from fonts import Fonts
from plates import plate

cv2.setNumThreads(1)
LONGEST = 1280
NARROWEST, WIDEST = 11, 260


def load_pictures(folders, held_out, most):
    """Pictures below folders, BGR, none longer than LONGEST or shorter than 200; those of plates left out.

    A seventh of the files, by the checksum of their names, is held out; of the rest at most `most` are taken.
    """
    files = sorted(f for folder in folders for end in ("jpg", "png", "webp", "tga")
                   for f in glob.glob(os.path.join(folder, "**", "*." + end), recursive=True)
                   if "plate" not in os.path.basename(f).lower()
                   and (zlib.crc32(os.path.basename(f).encode()) % 7 == 0) == held_out)
    random.Random(0).shuffle(files)
    seen, pictures = set(), []
    for file in files:
        if len(pictures) == most:
            break
        picture = cv2.imread(file)
        if picture is None or min(picture.shape[:2]) < 200:
            continue
        scale = LONGEST / max(picture.shape[:2])
        if scale < 1:
            picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        key = cv2.resize(picture, (8, 8), interpolation=cv2.INTER_AREA).tobytes()
        if key not in seen and picture.std() > 8:
            seen.add(key)
            pictures.append((file, picture))
    return pictures


class Scenes:
    """An endless source of pictures of side S with the boxes of their plates.

    photographs: folders of pictures of real places; textures: folders of painted ones, drawn less often;
    most_textures: how many of the textures are loaded. `alarm_at` names places for every fourth picture.
    """

    def __init__(self, seed, fonts, photographs, textures=(), plates=1600, things=1000,
                 most_textures=500, held_out=False):
        self.rng = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        letters = Fonts(fonts)
        self.plates = [cv2.cvtColor(plate(self.rng, letters), cv2.COLOR_RGB2BGR) for _ in range(plates)]
        self.things = [cv2.cvtColor(thing(self.rng, letters), cv2.COLOR_RGB2BGR) for _ in range(things)]
        self.words = [letters_alone(self.rng, letters) for _ in range(300)]
        self.stamps = [stamp(self.rng, letters) for _ in range(200)]
        self.photographs = load_pictures(photographs, held_out, 2000)
        self.textures = load_pictures(textures, held_out, most_textures)
        self.alarms = []

    def alarm_at(self, places):
        """Draws backgrounds also at these places (file, x, y, side), where a trained net saw plates that are none."""
        by_file = dict(self.photographs + self.textures)
        self.alarms = [(by_file[file], x, y, side) for file, x, y, side in places]

    def sample(self, size):
        """A picture [size, size, 3], BGR; boxes [n, 4] to find; boxes [m, 4] too doubtful to judge."""
        rng = self.rng
        canvas = self.background(size).astype(np.float32)
        boxes, doubtful = [], []
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3, 5])):
            self.put_thing(canvas, boxes)
        if rng.random() < 0.25:
            self.put_words(canvas)
        for _ in range(rng.choice([0, 0, 1, 1, 1, 2, 2, 3])):
            self.put_plate(canvas, boxes, doubtful)
        picture = self.camera(canvas)
        return picture, np.float32(boxes).reshape(-1, 4), np.float32(doubtful).reshape(-1, 4)

    def background(self, size):
        rng = self.rng
        if self.alarms and rng.random() < 0.25:
            picture, x, y, side = rng.choice(self.alarms)
            side *= rng.uniform(0.8, 1.25)
            x, y = x + rng.uniform(-0.35, 0.35) * side, y + rng.uniform(-0.35, 0.35) * side
        else:
            source = self.textures if self.textures and rng.random() < 0.2 else self.photographs
            picture = rng.choice(source)[1]
            side = rng.uniform(0.3, 1.0) * min(picture.shape[:2])
            x, y = rng.uniform(0, picture.shape[1]), rng.uniform(0, picture.shape[0])
        height, width = picture.shape[:2]
        side = int(min(max(side, 100), height, width))
        x0, y0 = int(np.clip(x - side / 2, 0, width - side)), int(np.clip(y - side / 2, 0, height - side))
        crop = cv2.resize(picture[y0:y0 + side, x0:x0 + side], (size, size), interpolation=cv2.INTER_AREA)
        return crop[:, ::-1] if rng.random() < 0.5 else crop

    def put_plate(self, canvas, boxes, doubtful):
        rng = self.rng
        size = canvas.shape[0]
        flat = rng.choice(self.plates)
        width = float(np.exp(rng.uniform(np.log(NARROWEST), np.log(WIDEST))))
        if width > 0.8 * size:
            width *= 0.6
        height = max(4.0, width * flat.shape[0] / flat.shape[1] * rng.uniform(0.85, 1.2))
        quad = self.quad(width, height, size)
        box = [*quad.min(0), *quad.max(0)]
        seen = [max(0, box[0]), max(0, box[1]), min(size, box[2]), min(size, box[3])]
        if seen[2] <= seen[0] or seen[3] <= seen[1] or overlaps(seen, boxes + doubtful, 0.02):
            return
        share = (seen[2] - seen[0]) * (seen[3] - seen[1]) / ((box[2] - box[0]) * (box[3] - box[1]))
        hard = share < 0.45 or seen[2] - seen[0] < 9 or seen[2] - seen[0] < 13 and rng.random() < 0.5
        gain = self.light(canvas, seen)
        if rng.random() < 0.6:
            self.put_body(canvas, quad, gain, boxes)
        tint = np.float32([rng.uniform(0.88, 1.1) for _ in range(3)]) * gain
        face = flat.astype(np.float32) * tint
        if rng.random() < 0.4:
            face *= np.linspace(rng.uniform(0.5, 1.1), rng.uniform(0.5, 1.1), face.shape[1], dtype=np.float32)[None, :, None]
        if rng.random() < 0.2:
            face[:int(rng.uniform(0.1, 0.5) * len(face))] *= rng.uniform(0.3, 0.7)
        paste(canvas, face, quad)
        (doubtful if hard else boxes).append(seen)

    def quad(self, width, height, size):
        """Corners of a plate seen from somewhere: turned, foreshortened, sheared, keystoned."""
        rng = self.rng
        angle = rng.gauss(0, 7) if rng.random() < 0.72 else rng.uniform(-45, 45)
        angle = rng.uniform(-80, 80) if rng.random() < 0.08 else angle
        squeeze = rng.uniform(0.35, 1.0) if rng.random() < 0.45 else 1.0
        corners = np.float32([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [width * squeeze / 2, height / 2]
        corners[:, 1] += rng.gauss(0, 0.14) * corners[:, 0]
        corners[:, 0] += rng.gauss(0, 0.1) * corners[:, 1]
        far = rng.gauss(0, 0.1)
        corners[:, 1] *= 1 + far * np.sign(corners[:, 0])
        a = np.deg2rad(angle)
        turn = np.float32([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
        centre = [rng.uniform(0.0, 1.0) * size, rng.uniform(0.0, 1.0) * size]
        return np.float32(corners @ turn + centre)

    def light(self, canvas, box):
        """How bright a thing is at a place, from what is there already."""
        x0, y0, x1, y1 = (int(v) for v in box)
        here = canvas[y0:y1 + 1, x0:x1 + 1].mean()
        return float(np.clip((here + self.rng.uniform(10, 150)) / 200, 0.3, 1.2))

    def put_body(self, canvas, quad, gain, boxes):
        """Paint around a plate: body, bumper, holder; sometimes lamps and grille."""
        rng = self.rng
        centre = quad.mean(0)
        colour = np.float32([rng.randint(5, 235)] * 3) + [rng.gauss(0, 12) for _ in range(3)]
        if rng.random() < 0.3:
            colour = np.float32([rng.randint(0, 230) for _ in range(3)])
        grow = np.float32([rng.uniform(1.05, 3.5), rng.uniform(1.1, 4.0)])
        across, down = (quad[1] - quad[0]) / 2, (quad[3] - quad[0]) / 2
        signs = np.float32([[-1, -1], [1, -1], [1, 1], [-1, 1]])
        outer = np.float32([centre + s[0] * grow[0] * across + s[1] * grow[1] * down for s in signs])
        outer += np.float32([rng.uniform(-0.3, 0.3) * grow[0] * across[0], rng.uniform(-0.3, 0.3) * grow[1] * abs(down[1])])
        panel = np.ones((64, 96, 3), np.float32) * colour
        panel *= np.linspace(rng.uniform(0.6, 1.2), rng.uniform(0.5, 1.1), 64, dtype=np.float32)[:, None, None]
        for _ in range(rng.randint(0, 5)):
            y = rng.randint(0, 62)
            panel[y:y + rng.randint(1, 12)] *= rng.uniform(0.3, 1.6)
        if rng.random() < 0.3:
            panel[:, :rng.randint(4, 20)] = np.float32([rng.randint(0, 80), rng.randint(0, 90), rng.randint(120, 255)])
        if rng.random() < 0.2:
            panel[rng.randint(0, 20):rng.randint(24, 40):rng.randint(3, 6)] *= rng.uniform(0.2, 0.6)
        if overlaps([*outer.min(0), *outer.max(0)], boxes, 0.0):
            return
        paste(canvas, panel * gain, outer)
        if rng.random() < 0.5:
            holder = np.float32([centre + s[0] * rng.uniform(1.02, 1.12) * across + s[1] * rng.uniform(1.05, 1.5) * down
                                 for s in signs])
            paste(canvas, np.full((16, 32, 3), rng.randint(5, 70), np.float32) * gain, holder)

    def put_thing(self, canvas, boxes):
        rng = self.rng
        size = canvas.shape[0]
        flat = rng.choice(self.things)
        width = float(np.exp(rng.uniform(np.log(24), np.log(300))))
        quad = self.quad(width, width * flat.shape[0] / flat.shape[1] * rng.uniform(0.7, 1.3), size)
        box = [max(0, quad[:, 0].min()), max(0, quad[:, 1].min()), min(size, quad[:, 0].max()), min(size, quad[:, 1].max())]
        if box[2] - box[0] > 3 and box[3] - box[1] > 3:
            paste(canvas, flat.astype(np.float32) * self.light(canvas, box), quad)

    def put_words(self, canvas):
        """Letters without a board: chrome on a car, paint on a wall or a drum, a photographer's mark."""
        rng = self.rng
        size = canvas.shape[0]
        for _ in range(rng.choice([1, 1, 2, 3])):
            ink = rng.choice(self.words)
            width = float(np.exp(rng.uniform(np.log(16), np.log(220))))
            height = width * ink.shape[0] / ink.shape[1] * rng.uniform(0.7, 1.4)
            alpha, colour = np.zeros((size, size, 1), np.float32), rng.choice([255, 230, 200, 170, 30, 0])
            over = np.zeros((size, size, 3), np.float32)
            paste(over, np.repeat(ink[..., None], 3, 2).astype(np.float32) / 255, self.quad(width, height, size))
            alpha = over[..., :1] * rng.uniform(0.35, 1.0)
            tint = np.float32([np.clip(colour + rng.gauss(0, 15), 0, 255) for _ in range(3)])
            canvas[:] = canvas * (1 - alpha) + alpha * tint

    def camera(self, canvas):
        """Glare, night, infrared, rain, blur, noise, coarse pixels, burnt-in lines, compression."""
        rng = self.rng
        size = canvas.shape[0]
        if rng.random() < 0.1:
            spot = np.zeros((size, size), np.float32)
            cv2.circle(spot, (rng.randrange(size), rng.randrange(size)), rng.randint(4, 30), rng.uniform(200, 700), -1)
            canvas = canvas + cv2.GaussianBlur(spot, (0, 0), rng.uniform(4, 16))[..., None]
        if rng.random() < 0.22:
            canvas = np.repeat(canvas @ np.float32([[rng.uniform(0.1, 0.5)], [0.4], [rng.uniform(0.1, 0.5)]]), 3, 2)
        if rng.random() < 0.3:
            canvas = (np.clip(canvas, 0, 255) / 255) ** rng.uniform(1.0, 1.8) * rng.uniform(110, 255)
        elif rng.random() < 0.25:
            canvas = (canvas - 128) * rng.uniform(0.5, 1.7) + 128 + rng.uniform(-40, 60)
        if rng.random() < 0.05:
            for _ in range(rng.randint(20, 80)):
                x, y, long = rng.randrange(size), rng.randrange(size), rng.randint(5, 25)
                cv2.line(canvas, (x, y), (x + rng.randint(-3, 3), y + long), (rng.uniform(120, 220),) * 3, 1)
        kind = rng.random()
        if kind < 0.22:
            canvas = cv2.filter2D(canvas, -1, smear(rng))
        elif kind < 0.5:
            canvas = cv2.GaussianBlur(canvas, (0, 0), rng.uniform(0.4, 1.5))
        elif kind < 0.62:
            small = int(size * rng.uniform(0.45, 0.85))
            canvas = cv2.resize(cv2.resize(canvas, (small, small), interpolation=cv2.INTER_AREA), (size, size))
        if rng.random() < 0.5:
            grain = self.noise.standard_normal((size, size, 1 if rng.random() < 0.5 else 3), np.float32)
            canvas = canvas + grain * rng.uniform(2, 14)
        if rng.random() < 0.25:
            self.burn(canvas)
        picture = np.clip(canvas, 0, 255).astype(np.uint8)
        if rng.random() < 0.6:
            code = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(15, 90)])[1]
            picture = cv2.imdecode(code, cv2.IMREAD_COLOR)
        return picture

    def burn(self, canvas):
        rng = self.rng
        size = canvas.shape[0]
        ink = rng.choice(self.stamps)
        height = rng.randint(7, 22)
        width = min(size - 4, int(height * ink.shape[1] / ink.shape[0] * rng.uniform(0.8, 1.2)))
        alpha = cv2.resize(ink, (width, height), interpolation=cv2.INTER_AREA)[..., None] / np.float32(255)
        x = rng.randint(0, size - width)
        y = rng.choice([rng.randint(0, 20), size - height - rng.randint(0, 20), rng.randint(0, size - height)])
        place = canvas[y:y + height, x:x + width]
        if rng.random() < 0.3:
            place *= 0.2
        place[:] = place * (1 - alpha) + alpha * rng.choice([255, 255, 235, 0])


def smear(rng):
    """A kernel of motion blur."""
    n = rng.randint(3, 9)
    kernel = np.zeros((n, n), np.float32)
    a = rng.gauss(0, 0.5) if rng.random() < 0.7 else rng.uniform(0, np.pi)
    d = np.array([np.cos(a), np.sin(a)]) * n / 2
    centre = np.array([(n - 1) / 2, (n - 1) / 2])
    p, q = (np.round(centre + s * d * 0.9).astype(int) for s in (-1, 1))
    cv2.line(kernel, tuple(int(v) for v in p), tuple(int(v) for v in q), 1.0, 1)
    return kernel / max(kernel.sum(), 1e-6)


def overlaps(box, others, share):
    """Whether a box covers more than a share of itself of another box."""
    area = max(1e-6, (box[2] - box[0]) * (box[3] - box[1]))
    for o in others:
        w, h = min(box[2], o[2]) - max(box[0], o[0]), min(box[3], o[3]) - max(box[1], o[1])
        if w > 0 and h > 0 and w * h > share * area:
            return True
    return False


def paste(canvas, face, quad):
    """Warps a flat picture to four corners of the canvas, area-averaged."""
    size = canvas.shape[0]
    x0, y0 = np.maximum(np.floor(quad.min(0)).astype(int) - 2, 0)
    x1, y1 = np.minimum(np.ceil(quad.max(0)).astype(int) + 3, size)
    if x1 - x0 < 2 or y1 - y0 < 2:
        return
    wide = max(2, int(round(1.3 * max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[2] - quad[3])))))
    tall = max(2, int(round(1.3 * max(np.linalg.norm(quad[3] - quad[0]), np.linalg.norm(quad[2] - quad[1])))))
    if wide < face.shape[1] or tall < face.shape[0]:
        face = cv2.resize(face, (min(wide, face.shape[1]), min(tall, face.shape[0])), interpolation=cv2.INTER_AREA)
    h, w = face.shape[:2]
    source = np.float32([[0, 0], [w, 0], [w, h], [0, h]]) - 0.5
    matrix = cv2.getPerspectiveTransform(source, quad - np.float32([x0, y0]) - 0.5)
    size_here = (int(x1 - x0), int(y1 - y0))
    warped = cv2.warpPerspective(face, matrix, size_here, borderMode=cv2.BORDER_REPLICATE)
    alpha = np.zeros((size_here[1], size_here[0]), np.float32)
    cv2.fillConvexPoly(alpha, np.round((quad - [x0, y0] - 0.5) * 16).astype(np.int32), 1.0, cv2.LINE_AA, 4)
    if alpha.max() > 1:
        alpha /= 255
    alpha = alpha[..., None]
    place = canvas[y0:y1, x0:x1]
    place[:] = place * (1 - alpha) + warped * alpha
