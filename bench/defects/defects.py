"""Measures twelve known defects of masking programs (README.md) on composed clips, from outside, for one or more builds of Garim.

defects.py --photos FOLDER --faces CSV --ffmpeg FOLDER --work FOLDER [--only N,N] NAME=LAUNCHER [NAME=LAUNCHER ...]

Needs Debian's python3-opencv and python3-numpy. FOLDER of --ffmpeg holds ffmpeg and ffprobe. Seeds are fixed.
"""

import argparse
import csv
import json
import os
import pathlib
import subprocess
import sys

import cv2
import numpy as np

FPS = 25
PLAIN = ["--mask", "face"]


# --- scenes -----------------------------------------------------------------------------------------------------------


class Cuts:
    """Heads cut out of the demonstration photographs, with the box of the face within each."""

    def __init__(self, photos, faces):
        self.cuts = []
        for row in csv.DictReader(line for line in open(faces, encoding="utf-8") if not line.startswith("#")):
            if row["view"] != "front":
                continue
            photo = cv2.imread(str(pathlib.Path(photos) / row["file"]))
            x, y, w, h = (float(row[k]) for k in ("x", "y", "width", "height"))
            left, top = max(0, int(x - w * 0.4)), max(0, int(y - h * 0.45))
            right, bottom = min(photo.shape[1], int(x + w * 1.4)), min(photo.shape[0], int(y + h * 1.45))
            self.cuts.append((photo[top:bottom, left:right], (x - left, y - top, w, h)))

    def of(self, number, height):
        """The head at a height of its face, a soft edge as its transparency, and the box of the face."""
        image, (x, y, w, h) = self.cuts[number % len(self.cuts)]
        scale = height / h
        size = max(2, round(image.shape[1] * scale)), max(2, round(image.shape[0] * scale))
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
        v, u = np.mgrid[-1 : 1 : size[1] * 1j, -1 : 1 : size[0] * 1j]
        alpha = np.clip((1.02 - (np.abs(u) ** 2.5 + np.abs(v) ** 2.5)) * 4, 0, 1)
        return small, alpha, (x * scale, y * scale, w * scale, h * scale)


def ground(width, height):
    """A wall: a slope of light with a fine grain, so that what is not masked can be told."""
    random = np.random.default_rng(3)
    slope = np.linspace(90, 150, width)[None, :] + np.linspace(-15, 15, height)[:, None]
    grain = cv2.GaussianBlur(random.normal(0, 26, (height, width)), (0, 0), 1.2)
    return np.repeat((slope + grain).clip(0, 255)[:, :, None], 3, 2).astype(np.uint8)


def paste(frame, cut, x, y):
    """Lays a head so that the box of its face begins at a point; returns the visible box, or None."""
    image, alpha, (fx, fy, fw, fh) = cut
    left, top = round(x - fx), round(y - fy)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(frame.shape[1], left + image.shape[1]), min(frame.shape[0], top + image.shape[0])
    if x0 < x1 and y0 < y1:
        a = alpha[y0 - top : y1 - top, x0 - left : x1 - left, None]
        part = image[y0 - top : y1 - top, x0 - left : x1 - left]
        frame[y0:y1, x0:x1] = (a * part + (1 - a) * frame[y0:y1, x0:x1]).astype(np.uint8)
    bx0, by0 = max(0, left + fx), max(0, top + fy)
    bx1, by1 = min(frame.shape[1], left + fx + fw), min(frame.shape[0], top + fy + fh)
    return (bx0, by0, bx1, by1) if bx1 - bx0 >= 0.25 * fw and by1 - by0 >= 0.25 * fh else None


def write(path, frames):
    """Writes frames without loss."""
    out = None
    for frame in frames:
        if out is None:
            out = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"FFV1"), FPS, frame.shape[1::-1])
        out.write(frame)
    out.release()


def read(path):
    video = cv2.VideoCapture(str(path))
    while True:
        ok, frame = video.read()
        if not ok:
            return
        yield frame


# --- what is left of a target -----------------------------------------------------------------------------------------


def fine(luma, sigma):
    return luma - cv2.GaussianBlur(luma, (0, 0), sigma)


def clear_share(before, after, box, corners=False):
    """Share of the windows of a box whose fine detail still shows in the output."""
    x0, y0, x1, y1 = (round(v) for v in box)
    side = max(5, min(x1 - x0, y1 - y0) // 6)
    a = fine(cv2.cvtColor(before, cv2.COLOR_BGR2GRAY).astype(np.float32), 2)
    b = fine(cv2.cvtColor(after, cv2.COLOR_BGR2GRAY).astype(np.float32), 2)
    seen = clear = 0
    xs, ys = list(range(x0, x1 - side + 1, side)), list(range(y0, y1 - side + 1, side))
    for y in ys:
        for x in xs:
            if corners and not (x in (xs[0], xs[-1]) and y in (ys[0], ys[-1])):
                continue
            p, q = a[y : y + side, x : x + side].ravel(), b[y : y + side, x : x + side].ravel()
            if p.std() < 1.0:
                continue
            seen += 1
            clear += q.std() > 0.3 * p.std() and np.corrcoef(p, q)[0, 1] > 0.6
    return clear / seen if seen else 0.0


def exposed(source, target, truth):
    """Boxes of frames that show more than a fifth of a face, and all boxes."""
    out = count = 0
    for number, (before, after) in enumerate(zip(read(source), read(target))):
        for box in truth.get(number, []):
            count += 1
            out += clear_share(before, after, box) > 0.2
    return out, count


# --- running a build --------------------------------------------------------------------------------------------------


class Build:
    def __init__(self, name, launcher, work):
        self.name, self.launcher, self.work = name, launcher, work
        self.peak = 0

    def mask(self, source, *options, tag=""):
        target = self.work / f"{source.stem}{tag}.{self.name}.mp4"
        if target.exists():
            return target
        command = [self.launcher, "mask", "--force", *options, "-o", str(target), str(source)]
        environment = dict(os.environ, GARIM_NO_BUILD="1", GARIM_KEYS=str(self.work / f"keys-{self.name}"))
        with open(self.work / "log.txt", "a") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
            _, status, usage = os.wait4(process.pid, 0)
        self.peak = usage.ru_maxrss // 1024
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            sys.exit(f"{' '.join(command)} failed; see {self.work / 'log.txt'}")
        return target


# --- the classes ------------------------------------------------------------------------------------------------------


class Classes:
    def __init__(self, cuts, tools, work):
        self.cuts, self.tools, self.work = cuts, tools, work

    def clip(self, name, frames):
        """Composes a clip once: frames yields (picture, boxes). Returns its path and the boxes by frame."""
        path, truth = self.work / f"{name}.mkv", {}
        listed = path.with_suffix(".json")
        if path.exists() and listed.exists():
            return path, {int(k): v for k, v in json.loads(listed.read_text()).items()}

        def pictures():
            for number, (frame, boxes) in enumerate(frames):
                truth[number] = [b for b in boxes if b]
                yield frame

        write(path, pictures())
        listed.write_text(json.dumps(truth))
        return path, truth

    def still(self, name, heights, count=25, size=(1280, 720), noise=0.0):
        wall, random = ground(*size), np.random.default_rng(5)
        boxes, x, y, row = [], 40, 60, 0
        for number, height in enumerate(heights):
            cut = self.cuts.of(number, height)
            wide, tall = cut[0].shape[1], cut[0].shape[0]
            if x + wide > size[0] - 10:
                x, y, row = 40, y + row + 8, 0
            boxes.append(paste(wall, cut, x + cut[2][0], y + cut[2][1]))
            x, row = x + wide + 8, max(row, tall)
        assert y + row <= size[1], f"{name}: {y + row} is too high"

        def frames():
            for _ in range(count):
                yield (wall + random.normal(0, noise, wall.shape)).clip(0, 255).astype(np.uint8), boxes

        return self.clip(name, frames())

    def moving(self, name, place, height=60, count=75):
        """One face whose place in frame t is place(t), or None."""
        cut, wall = self.cuts.of(2, height), ground(1280, 720)

        def frames():
            for t in range(count):
                frame, at = wall.copy(), place(t)
                yield frame, [paste(frame, cut, *at)] if at else []

        return self.clip(name, frames())

    def probe(self, path):
        text = subprocess.run(
            [self.tools / "ffprobe", "-v", "error", "-show_streams", "-show_packets", "-of", "json", path],
            capture_output=True, check=True).stdout
        return json.loads(text)

    def make(self, path, *arguments):
        if not path.exists():
            subprocess.run([self.tools / "ffmpeg", "-v", "error", "-y", *arguments, path], check=True)
        return path

    def c1_cells_are_means(self, build):
        source, truth = self.still("c1", [120], noise=5)
        box = [round(v) for v in truth[0][0]]
        part = np.s_[box[1] : box[3], box[0] : box[2]]
        shake = lambda p: np.std([f[part][:, :, 1].astype(float) for f in read(p)], 0).mean()
        return f"{shake(build.mask(source, *PLAIN)):.1f}", f"a cell of one pixel: {shake(source):.1f}", "shake of a standing mask, grey levels"

    def c2_times_and_sound(self, build):
        source, _ = self.still("c1", [120], noise=5)
        odd = self.make(self.work / "c2.mp4", "-i", source, "-f", "lavfi", "-i", "sine=440:duration=3",
                        "-vf", "setpts='(N+0.37*mod(N*N,7))/25/TB'", "-fps_mode", "vfr", "-c:v", "mpeg4", "-q:v", "3", "-c:a", "aac")
        out = build.mask(odd, *PLAIN, "--audio", "keep")
        times = lambda p: np.sort([float(k["pts_time"]) for k in self.probe(p)["packets"] if k["codec_type"] == "video"])
        sound = lambda p: sum(k["codec_type"] == "audio" for k in self.probe(p)["packets"])
        a, b = times(odd), times(out)
        worst = max(abs((a - a[0]) - (b - b[0]))) * 1000 if len(a) == len(b) else float("inf")
        even = max(abs((a - a[0]) - np.arange(len(a)) * (a[-1] - a[0]) / (len(a) - 1))) * 1000
        return f"{worst:.1f} ms; {sound(out)} of {sound(odd)}", f"constant rate: {even:.0f} ms; 0", "worst time of a frame; packets of sound kept when asked"

    def c3_memory(self, build):
        source, _ = self.still("c3", [80, 60, 40], count=50, noise=4)
        peaks = []
        for times in (1, 20):
            long = self.make(self.work / f"c3-{times}.mkv", "-stream_loop", str(times - 1), "-i", source, "-c", "copy")
            target = build.mask(long, *PLAIN, "--detector", "fast")
            kept = target.with_suffix(".peak")
            if not kept.exists():
                kept.write_text(str(build.peak))
            peaks.append(int(kept.read_text()))
        return f"{peaks[0]}, {peaks[1]} MB", f"all frames kept: + {50 * 19 * 1280 * 720 * 3 // 2**20} MB", "peak for 2 s and for 40 s of 720p"

    def c4_corners(self, build):
        source, truth = self.still("c4", [100] * 12)
        out = build.mask(source, *PLAIN)
        last = list(zip(read(source), read(out)))[-1]
        shares = [clear_share(*last, box, corners=True) for box in truth[0]]
        return f"{100 * np.mean(shares):.0f} %", "an ellipse: 21 % of the box", "windows in the corners of a face that are clear"

    def c5_between_looks(self, build):
        place = lambda t: (60 + 9.6 * t, 300 + 60 * np.sin(t / 9))
        source, truth = self.moving("c5", place, count=100)
        out = build.mask(source, *PLAIN, "--every", "25")
        show, count = exposed(source, out, truth)
        width = truth[0][0][2] - truth[0][0][0]
        lag = sum(9.6 * (t % 25) > 0.2 * width for t in range(count))
        return f"{show} of {count}", f"the last box repeated: {lag} of {count}", "frames that show a walking face, looks a second apart"

    def c6_short_and_weak(self, build):
        starts, lengths = [12, 31, 47, 66, 88, 103, 121, 139], [1, 2, 3, 4, 5, 6, 2, 1]
        shown = {s + k: n for n, (s, l) in enumerate(zip(starts, lengths)) for k in range(l)}
        place = lambda t: (100 + 130 * shown[t], 200 + 37 * shown[t]) if t in shown else None
        source, truth = self.moving("c6", place, count=150)
        show, count = exposed(source, build.mask(source), truth)
        return f"{show} of {count}", f"confirmed after three looks: {count}", "frames that show a face that is there for 1-6 frames"

    def c7_first_frames(self, build):
        place = lambda t: (-50 + 6.5 * max(0, t - 7), 250)
        source, truth = self.moving("c7", place, count=80)
        out = build.mask(source, *PLAIN, "--every", "20")
        show, count = exposed(source, out, {t: b for t, b in truth.items() if t < 45})
        frames = sum(1 for _ in read(out))
        return f"{show} of {count}; {frames} of 80", "memory backwards only: 10", "frames that show a face that walks in between looks; frames written"

    def c8_crowd(self, build):
        source, truth = self.still("c8", [42] * 60, size=(1920, 1080), count=12)
        out = build.mask(source, *PLAIN)
        show, count = exposed(source, out, {11: truth[11]})
        return f"{show} of {count}", f"at most 20: {count - 20}", "faces of a crowd that show"

    def c9_small_and_hidden(self, build):
        source, truth = self.still("c9", [14] * 40, count=12)
        show, count = exposed(source, build.mask(source, *PLAIN), {11: truth[11]})
        cover = self.work / "c9.png"
        cv2.imwrite(str(cover), ground(64, 64))
        dressed = self.make(self.work / "c9-cover.mp4", "-i", source, "-i", cover, "-map", "0", "-map", "1", "-c:v:0", "mpeg4", "-q:v", "3",
                            "-c:v:1", "png", "-disposition:v:1", "attached_pic", "-metadata", "comment=flat 101")
        out = self.probe(build.mask(dressed, *PLAIN))
        return f"{show} of {count}; {len(out['streams']) - 1}", f"none below 12 px; 1", "faces of 14 px that show; cover pictures that travel along"

    def c10_borders(self, build):
        def frames():
            for t in range(30):
                frame = ground(1280, 720)
                size, half, drift = 90, 45, t
                places = [(-30 + drift * 0.2, 300), (1280 - half, 120 + drift), (300 + drift, -25), (700 - drift, 720 - 60)]
                yield frame, [paste(frame, self.cuts.of(n, size), *p) for n, p in enumerate(places)]

        source, truth = self.clip("c10", frames())
        show, count = exposed(source, build.mask(source, *PLAIN), truth)
        return f"{show} of {count}", f"boxes outside dropped: {count}", "faces cut by the four borders that show, by frame"

    def c11_weak_evidence(self, build):
        def frames():
            wall, random = ground(1280, 720), np.random.default_rng(9)
            boxes = [paste(wall, self.cuts.of(n, 36), 60 + 120 * (n % 10), 90 + 160 * (n // 10)) for n in range(40)]
            dull = cv2.GaussianBlur(wall, (0, 0), 1.6).astype(float) * 0.35 + 40
            for _ in range(12):
                yield (dull + random.normal(0, 3, dull.shape)).clip(0, 255).astype(np.uint8), boxes

        source, truth = self.clip("c11", frames())
        show, count = exposed(source, build.mask(source, *PLAIN), {11: truth[11]})
        return f"{show} of {count}", "", "pale, soft faces of 36 px that show"

    def c12_strength(self, build):
        source, truth = self.still("c12", [320], count=12)
        box = [round(v) for v in truth[0][0]]
        out = build.mask(source, *PLAIN, "--style", "blur")
        face = lambda f: cv2.cvtColor(f, cv2.COLOR_BGR2GRAY).astype(np.float32)[box[1] : box[3], box[0] : box[2]]
        band = lambda f: cv2.GaussianBlur(f, (0, 0), 320 / 40) - cv2.GaussianBlur(f, (0, 0), 320 / 12)
        a, b = (list(read(p))[-1] for p in (source, out))
        left = lambda f: 100 * band(f).std() / band(face(a)).std()
        fixed = cv2.blur(face(a), (19, 19))
        return f"{left(face(b)):.0f} %", f"a kernel of 19 px: {left(fixed):.0f} %", "detail of eyes and mouth left in a face of 320 px, blurred"


def main():
    parser = argparse.ArgumentParser()
    for name in ("photos", "faces", "ffmpeg", "work"):
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("builds", nargs="+")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    os.environ["LD_LIBRARY_PATH"] = str(options.ffmpeg)
    classes = Classes(Cuts(options.photos, options.faces), options.ffmpeg, options.work)
    builds = [Build(*text.split("=", 1), options.work) for text in options.builds]
    wanted = set(options.only.split(",")) - {""}
    print("| # | measured | done the other way |" + "".join(f" {b.name} |" for b in builds))
    print("|---|---|---|" + "---|" * len(builds))
    for name in sorted((n for n in dir(classes) if n.startswith("c") and n[1].isdigit()), key=lambda n: int(n[1:].split("_")[0])):
        number = name[1:].split("_")[0]
        if not wanted or number in wanted:
            rows = [getattr(classes, name)(build) for build in builds]
            print(f"| {number} | {rows[0][2]} | {rows[0][1]} |" + "".join(f" {r[0]} |" for r in rows), flush=True)


main()
