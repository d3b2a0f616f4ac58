"""Pictures drawn by another process into one file in a ring, so that training never waits for the drawing.

A record is a picture of SIDE x SIDE and up to MOST boxes; a box with a last value of 1 is doubtful and not judged.
"""

import os
import random
import time

import numpy as np

SIDE, MOST = 256, 12


class Ring:
    def __init__(self, folder, places):
        self.places = places
        shape = {"pictures": (places, SIDE, SIDE, 3), "boxes": (places, MOST, 5), "count": (2,)}
        kinds = {"pictures": np.uint8, "boxes": np.float32, "count": np.int64}
        for name, size in shape.items():
            file = os.path.join(folder, name + ".ring")
            if not os.path.exists(file):
                np.memmap(file, kinds[name], "w+", shape=size)
            setattr(self, name, np.memmap(file, kinds[name], "r+", shape=size))

    def put(self, picture, boxes, doubtful):
        at = int(self.count[0]) % self.places
        rows = [[*b, 0] for b in boxes] + [[*b, 1] for b in doubtful]
        here = np.full((MOST, 5), -1, np.float32)
        here[:len(rows)] = rows[:MOST] if rows else here[:0]
        self.pictures[at], self.boxes[at] = picture, here
        self.count[0] += 1

    def take(self, rng):
        """One of the pictures, mirrored half of the time; its boxes; its doubtful boxes."""
        at = rng.randrange(min(int(self.count[0]), self.places))
        picture, rows = self.pictures[at].copy(), self.boxes[at].copy()
        rows = rows[rows[:, 4] >= 0]
        if rng.random() < 0.5:
            picture = picture[:, ::-1]
            rows[:, [0, 2]] = SIDE - rows[:, [2, 0]]
        gain, shift = np.float32(rng.uniform(0.85, 1.15)), np.float32(rng.uniform(-12, 12))
        picture = np.clip(picture * gain + shift, 0, 255).astype(np.uint8)
        return picture, rows[rows[:, 4] == 0, :4], rows[rows[:, 4] == 1, :4]


def draw(folder, places, config, seed, parent):
    """Draws until the parent is gone; reads `alarms.npy`, places of false alarms, when it appears in the folder."""
    os.nice(10)
    from scene import Scenes
    scenes, ring, told = Scenes(seed, **config), Ring(folder, places), 0.0
    alarms = os.path.join(folder, "alarms.npy")
    while os.getppid() == parent:
        if os.path.exists(alarms) and os.path.getmtime(alarms) != told:
            told = os.path.getmtime(alarms)
            scenes.alarm_at([tuple(a) for a in np.load(alarms, allow_pickle=True)])
        ring.put(*scenes.sample(SIDE))


def wait(ring, least):
    while ring.count[0] < least:
        time.sleep(0.5)
