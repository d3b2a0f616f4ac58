"""Lists places where a trained net sees plates in pictures that hold none: mine.py CONFIG WEIGHTS.pt OUT.json

Training pictures only, whole, with long sides of 400 and 1000; threshold 0.2. Of the textures, 200 are enough.
"""

import json
import sys

import torch

from look import find, load
from scene import Scenes

SIDES, THRESHOLD = (400, 1000), 0.2


def main():
    torch.set_num_threads(1)
    net = load(sys.argv[2])
    scenes = Scenes(5, **json.load(open(sys.argv[1])), plates=1, things=1)
    alarms = []
    for file, picture in scenes.photographs + scenes.textures[:200]:
        for side in SIDES:
            scores, boxes = find(net, picture, THRESHOLD, side)
            view = 256 * max(picture.shape[:2]) / side
            # a look at this size shows 256 pixels of the reduced picture around the place
            alarms += [(file, float(b[0] + b[2]) / 2, float(b[1] + b[3]) / 2, view, round(float(s), 3))
                       for s, b in list(zip(scores, boxes))[:12]]
    alarms.sort(key=lambda a: -a[4])
    json.dump([a[:4] for a in alarms], open(sys.argv[3], "w"))
    print(len(alarms), "places,", sum(a[4] >= 0.3 for a in alarms), "from 0.3,", sum(a[4] >= 0.6 for a in alarms), "from 0.6")


if __name__ == "__main__":
    main()
