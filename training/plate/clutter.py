"""Things that are no plates but look like them: signs, boards, grilles, keyboards, bricks, windows, stickers."""

import numpy as np
from PIL import Image, ImageDraw

from plates import HANGUL, LETTERS, PROVINCES, dark, digits, letters, near, white

WORDS = "open sale exit stop taxi police hotel parking entrance bank coffee market school no smoking danger push pull".split()


def any_colour(rng):
    return tuple(rng.randint(0, 255) for _ in range(3))


def pair(rng):
    """A ground and an ink that can be told apart."""
    while True:
        ground, ink = rng.choice([(white(rng), dark(rng)), (dark(rng), white(rng)), (any_colour(rng), any_colour(rng))])
        if abs(sum(ground) - sum(ink)) > 150:
            return ground, ink


def word(rng):
    kind = rng.random()
    if kind < 0.35:
        return "".join(rng.choice(HANGUL) for _ in range(rng.randint(2, 7)))
    if kind < 0.65:
        text = rng.choice(WORDS) if rng.random() < 0.5 else letters(rng, rng.randint(3, 11))
        return rng.choice([text, text.upper(), text.capitalize(), text.lower()])
    if kind < 0.75:
        return "".join(rng.choice(PROVINCES) for _ in range(rng.randint(2, 5)))
    return " ".join(letters(rng, rng.randint(2, 7)).lower() for _ in range(rng.randint(2, 3)))


def font_for(rng, fonts, text):
    if any(c in PROVINCES for c in text):
        return fonts.pick(rng, "chinese")
    return fonts.pick(rng, "hangul" if any(c in HANGUL for c in text) else rng.choice(["latin", "any", "any"]))


def sign(rng, fonts):
    """One to four lines of words on a board."""
    lines = [word(rng) for _ in range(rng.choice([1, 1, 1, 2, 2, 3, 4]))]
    h = 60 * len(lines)
    w = int(np.clip(max(len(line) for line in lines) * rng.uniform(22, 48), 90, 480))
    ground, ink = pair(rng)
    image = Image.new("RGB", (w, h), ground)
    for i, line in enumerate(lines):
        share = rng.uniform(0.6, 0.94)
        fonts.fill(image, ((1 - share) / 2 * w, 60 * i + 9, share * w, 42), line, font_for(rng, fonts, line), ink)
    if rng.random() < 0.5:
        ImageDraw.Draw(image).rectangle([2, 2, w - 3, h - 3], outline=ink, width=rng.randint(1, 5))
    return image


def number_board(rng, fonts):
    """House numbers, prices, speed limits, times, numbers of rooms and players: one to three digits or a mark between."""
    text = rng.choice([digits(rng, 1), digits(rng, 2), digits(rng, 3), digits(rng, 2) + ":" + digits(rng, 2),
                       rng.choice("$€₩") + digits(rng, 2), digits(rng, 1) + "." + digits(rng, 2), digits(rng, 2) + "%",
                       "No " + digits(rng, 1), rng.choice(LETTERS) + digits(rng, 1), digits(rng, 1) + "F"])
    w, h = int(rng.uniform(0.45, 0.8) * 100 * max(1.4, len(text))), 120
    ground, ink = pair(rng)
    image = Image.new("RGB", (w, h), ground)
    fonts.fill(image, (0.12 * w, 0.15 * h, 0.76 * w, 0.7 * h), text, fonts.pick(rng, "latin"), ink)
    return image


def round_sign(rng, fonts):
    image = Image.new("RGB", (140, 140), any_colour(rng))
    pen = ImageDraw.Draw(image)
    pen.ellipse([2, 2, 138, 138], fill=near(rng, (200, 25, 25)))
    pen.ellipse([20, 20, 120, 120], fill=white(rng))
    fonts.fill(image, (38, 42, 64, 56), digits(rng, rng.choice([2, 2, 3])), fonts.pick(rng, "latin"), dark(rng))
    return image


def bars(rng, fonts):
    """Grilles, shutters, vents, railings, stripes, zebra crossings, bar codes."""
    w, h = rng.randint(120, 400), rng.randint(40, 220)
    image = Image.new("RGB", (w, h), any_colour(rng) if rng.random() < 0.4 else dark(rng))
    pen, ink = ImageDraw.Draw(image), near(rng, (rng.randint(60, 240),) * 3)
    upright = rng.random() < 0.55
    step, at = rng.uniform(6, 30), 0.0
    regular = rng.random() < 0.75
    while at < (w if upright else h):
        thick = step * (0.5 if regular else rng.uniform(0.15, 0.9))
        pen.rectangle([at, 0, at + thick, h] if upright else [0, at, w, at + thick], fill=ink)
        at += step if regular else step * rng.uniform(0.6, 1.6)
    if rng.random() < 0.4:
        pen.rectangle([0, 0, w - 1, h - 1], outline=near(rng, (150, 150, 150), 60), width=rng.randint(2, 10))
    return image


def grid(rng, fonts):
    """Windows, bricks, tiles, keyboards, shelves, lattices."""
    kind = rng.choice(["windows", "bricks", "keys", "keys", "mesh"])
    w, h = rng.randint(160, 420), rng.randint(60, 320)
    ground, ink = pair(rng)
    if kind == "bricks":
        ground, ink = near(rng, (180, 175, 165), 30), near(rng, (150, 75, 55), 40)
    image = Image.new("RGB", (w, h), ground)
    pen = ImageDraw.Draw(image)
    cw, ch = rng.uniform(14, 70), rng.uniform(12, 50)
    gap = rng.uniform(1, 3) if kind in ("bricks", "mesh") else rng.uniform(2, 12)
    font = fonts.pick(rng, "latin")
    for row in range(int(h / ch) + 1):
        shift = cw / 2 if kind == "bricks" and row % 2 else 0
        for column in range(int(w / cw) + 2):
            x, y = column * cw - shift, row * ch
            fill = near(rng, ink, 25) if kind != "mesh" else ink
            pen.rectangle([x, y, x + cw - gap, y + ch - gap], fill=fill)
            if kind == "keys" and cw > 22:
                fonts.fill(image, (x + 0.3 * cw, y + 0.25 * ch, 0.35 * cw, 0.4 * ch), rng.choice(LETTERS + "0123456789"),
                           font, ground)
    return image


def blank(rng, fonts):
    """Boards, lamps, labels and screens without writing."""
    w, h = rng.randint(80, 400), rng.randint(30, 160)
    image = Image.new("RGB", (w, h), rng.choice([white(rng), white(rng), any_colour(rng), dark(rng)]))
    pen = ImageDraw.Draw(image)
    if rng.random() < 0.5:
        pen.rectangle([0, 0, w - 1, h - 1], outline=any_colour(rng), width=rng.randint(2, 12))
    for _ in range(rng.choice([0, 0, 1, 2])):
        x, y = rng.randint(0, w), rng.randint(0, h)
        pen.ellipse([x - 20, y - 14, x + 20, y + 14], fill=any_colour(rng))
    return image


def paper(rng, fonts):
    """Notices, labels and pages of many small lines."""
    w, h = rng.randint(140, 300), rng.randint(100, 320)
    ground, ink = (white(rng), dark(rng)) if rng.random() < 0.7 else pair(rng)
    image = Image.new("RGB", (w, h), ground)
    y, line = 8, rng.uniform(9, 24)
    while y < h - line:
        text = " ".join(word(rng) for _ in range(2))
        font = fonts.pick(rng, "hangul")
        fonts.fill(image, (8, y, rng.uniform(0.5, 0.95) * (w - 16), 0.65 * line), text, font, ink)
        y += line * rng.choice([1, 1, 1, 1.8])
    return image


def sticker(rng, fonts):
    """What is stuck or riveted to cars: dealers' names, model names, slogans; chrome letters on paint."""
    text = word(rng)[:10]
    ground = any_colour(rng)
    ink = near(rng, (200, 200, 205)) if rng.random() < 0.5 else any_colour(rng)
    image = Image.new("RGB", (max(60, 30 * len(text)), rng.randint(36, 60)), ground)
    w, h = image.size
    fonts.fill(image, (0.06 * w, 0.25 * h, 0.88 * w, 0.5 * h), text, font_for(rng, fonts, text), ink)
    return image


MAKERS = ((sign, 0.3), (number_board, 0.11), (round_sign, 0.03), (bars, 0.16), (grid, 0.16), (blank, 0.1), (paper, 0.07),
          (sticker, 0.07))


def thing(rng, fonts):
    """One thing, flat, RGB."""
    maker = rng.choices([m for m, _ in MAKERS], [share for _, share in MAKERS])[0]
    return np.asarray(maker(rng, fonts), np.uint8)


def stamp(rng, fonts):
    """A line that recorders burn into their pictures: date, time, name of the camera; ink and its alpha."""
    date = rng.choice(["{y}-{m:02d}-{d:02d}", "{d:02d}/{m:02d}/{y}", "{m:02d}-{d:02d}-{y}", "{y}년{m:02d}월{d:02d}일"]).format(
        y=rng.randint(2005, 2026), m=rng.randint(1, 12), d=rng.randint(1, 28))
    time = f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"
    text = rng.choice([date + " " + time, time, date, "CAM " + digits(rng, 2), "CH" + digits(rng, 1) + " " + time,
                       "Camera " + digits(rng, 2), word(rng)])
    font = fonts.pick(rng, "chinese") if any(c in PROVINCES for c in text) else fonts.pick(
        rng, "hangul" if any(c in HANGUL + "년월일" for c in text) else "mono")
    w = 24 * len(text)
    ink = Image.new("RGB", (w, 44), (0, 0, 0))
    fonts.fill(ink, (4, 6, w - 8, 32), text, font, (255, 255, 255))
    return np.asarray(ink, np.uint8)[..., 0]


def letters_alone(rng, fonts):
    """Letters and numbers that stand on no board, as an alpha: years, models of cars, names, sizes, warnings."""
    text = rng.choice([word(rng), word(rng), str(rng.randint(1985, 2026)), "© " + str(rng.randint(1998, 2026)),
                       rng.choice(LETTERS) + digits(rng, rng.randint(1, 3)), letters(rng, rng.randint(2, 4)),
                       digits(rng, 1) + "." + digits(rng, 1) + " " + letters(rng, 3), letters(rng, 2) + digits(rng, 3),
                       letters(rng, rng.randint(4, 9)) + " " + digits(rng, rng.randint(1, 4))])
    w = int(np.clip(rng.uniform(20, 34) * len(text), 40, 360))
    ink = Image.new("RGB", (w, 48), (0, 0, 0))
    fonts.fill(ink, (3, 4, w - 6, 40), text, font_for(rng, fonts, text), (255, 255, 255))
    return np.asarray(ink, np.uint8)[..., 0]
