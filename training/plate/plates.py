"""Licence plates drawn flat: every Korean series, Europe, United States, Indonesia, China, Japan, Brazil.

Numbers are random; nothing is copied from a real plate.
"""

import numpy as np
from PIL import Image, ImageDraw

HANGUL = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호"
REGIONS = "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주".split()
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
KANA = "あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるろわ"
CITIES = "品川 横浜 名古屋 大阪 神戸 福岡 札幌 京都".split()
LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def digits(rng, n):
    return "".join(rng.choice("0123456789") for _ in range(n))


def letters(rng, n):
    return "".join(rng.choice(LETTERS) for _ in range(n))


def near(rng, colour, spread=14):
    return tuple(int(np.clip(c + rng.randint(-spread, spread), 0, 255)) for c in colour)


def white(rng):
    return near(rng, (rng.randint(205, 250),) * 3, 6)


def dark(rng):
    return near(rng, (rng.randint(5, 45),) * 3, 6)


def rim(rng, image, colour, chance=0.6):
    if rng.random() < chance:
        w, h = image.size
        inset = rng.randint(1, 5)
        ImageDraw.Draw(image).rectangle([inset, inset, w - 1 - inset, h - 1 - inset], outline=colour,
                                        width=rng.randint(1, 4))


def korean_line(rng, fonts):
    """One line: white of 7 or 8 digits, with or without the blue strip, blue of electric cars, old green, yellow."""
    short = rng.random() < 0.22
    w, h = (335, 155) if short else (416, 88)
    series = rng.choice(["white"] * 6 + ["electric"] * 2 + ["green"] + ["yellow"] * 2)
    ground = {"white": white(rng), "electric": near(rng, (145, 200, 235)), "green": near(rng, (15, 105, 65)),
              "yellow": near(rng, (245, 195, 40))}[series]
    ink = white(rng) if series == "green" else dark(rng)
    image = Image.new("RGB", (w, h), ground)
    font = fonts.pick(rng, "hangul")
    start = 0.04 * w
    if series in ("white", "electric") and not short and rng.random() < 0.45:
        ImageDraw.Draw(image).rectangle([0, 0, 0.085 * w, h], fill=near(rng, (40, 80, 170), 25))
        fonts.fill(image, (0.015 * w, 0.62 * h, 0.055 * w, 0.18 * h), "KOR", font, white(rng))
        start = 0.105 * w
    if series == "yellow" and not short:
        region = rng.choice(REGIONS)
        fonts.fill(image, (start, 0.12 * h, 0.09 * w, 0.36 * h), region[0], font, ink)
        fonts.fill(image, (start, 0.52 * h, 0.09 * w, 0.36 * h), region[1], font, ink)
        start += 0.11 * w
    front = digits(rng, rng.choice([2, 3, 3]) if series == "white" else rng.choice([2, 2, 3]))
    gap = rng.choice(["", " ", " "])
    top = rng.uniform(0.12, 0.2)
    fonts.fill(image, (start, top * h, 0.96 * w - start, (1 - 2 * top) * h),
               front + rng.choice(HANGUL) + gap + digits(rng, 4), font, ink)
    rim(rng, image, ink)
    return image


def korean_two_lines(rng, fonts):
    """Two lines: the old green with its region, yellow of trade, orange of machines, the white of the short holder."""
    w, h = rng.choice([(335, 170), (335, 155), (380, 200)])
    series = rng.choice(["green"] * 6 + ["yellow"] * 3 + ["orange"] + ["white"] * 2)
    ground = {"green": near(rng, (15, 105, 65)), "yellow": near(rng, (245, 195, 40)),
              "orange": near(rng, (225, 95, 30)), "white": white(rng)}[series]
    ink = white(rng) if series in ("green", "orange") else dark(rng)
    image = Image.new("RGB", (w, h), ground)
    font = fonts.pick(rng, "hangul")
    upper = rng.choice(REGIONS) + rng.choice(["", " "]) + digits(rng, rng.choice([1, 2, 2]))
    share = rng.uniform(0.4, 0.6)
    fonts.fill(image, ((1 - share) / 2 * w, 0.07 * h, share * w, 0.27 * h), upper, font, ink)
    if rng.random() < 0.8:
        fonts.fill(image, (0.05 * w, 0.52 * h, 0.15 * w, 0.28 * h), rng.choice(HANGUL), font, ink)
        fonts.fill(image, (0.23 * w, 0.4 * h, 0.72 * w, 0.53 * h), digits(rng, 4), font, ink)
    else:
        fonts.fill(image, (0.06 * w, 0.4 * h, 0.88 * w, 0.52 * h), rng.choice(HANGUL) + " " + digits(rng, 4), font, ink)
    rim(rng, image, ink)
    return image


def european(rng, fonts):
    """White, yellow or black, with or without the blue strip, one line or, seldom, two."""
    square = rng.random() < 0.12
    w, h = (280, 190) if square else (rng.choice([416, 416, 380]), 88)
    scheme = rng.choice(["white"] * 7 + ["yellow"] * 2 + ["black"])
    ground = {"white": white(rng), "yellow": near(rng, (245, 205, 50)), "black": dark(rng)}[scheme]
    ink = white(rng) if scheme == "black" else rng.choice([dark(rng)] * 5 + [near(rng, (150, 25, 30)),
                                                                          near(rng, (20, 50, 120))])
    image = Image.new("RGB", (w, h), ground)
    font = fonts.pick(rng, "latin")
    start, end = 0.04 * w, 0.96 * w
    pen = ImageDraw.Draw(image)
    if rng.random() < 0.65:
        strip = w * (0.11 if square else 0.085)
        pen.rectangle([0, 0, strip, h], fill=near(rng, (25, 60, 160), 25))
        fonts.fill(image, (0.2 * strip, 0.66 * h, 0.6 * strip, 0.2 * h), letters(rng, rng.choice([1, 1, 2, 3])), font,
                   white(rng))
        start = strip + 0.02 * w
        if rng.random() < 0.3 and not square:
            pen.rectangle([w - strip, 0, w, h], fill=near(rng, (25, 60, 160), 25))
            end = w - strip - 0.02 * w
    a, b = letters(rng, rng.randint(1, 3)), digits(rng, rng.randint(2, 4))
    c = letters(rng, rng.randint(1, 3))
    dash = rng.choice(["-", " ", " ", "·"])
    if square:
        fonts.fill(image, (start, 0.08 * h, 0.7 * (end - start), 0.38 * h), a + dash + c, font, ink)
        fonts.fill(image, (start, 0.53 * h, rng.uniform(0.7, 1) * (end - start), 0.38 * h), b, font, ink)
    else:
        text = rng.choice([a + dash + b + dash + c, a + dash + c + " " + b, a + b + " " + c, b + dash + c + dash + digits(rng, 2),
                           digits(rng, 4) + " " + letters(rng, 3), letters(rng, 2) + digits(rng, 2) + " " + letters(rng, 3)])
        top = rng.uniform(0.1, 0.22)
        fonts.fill(image, (start, top * h, end - start, (1 - 2 * top) * h), text, font, ink)
    rim(rng, image, ink)
    return image


def american(rng, fonts):
    """Two to one, a coloured ground, small words above and below."""
    w, h = 320, 160
    light = rng.random() < 0.8
    ground = near(rng, rng.choice([(240, 240, 240), (205, 220, 240), (240, 230, 200), (220, 240, 215), (245, 235, 170)]
                                  if light else [(50, 80, 150), (20, 70, 60), (30, 30, 40)]), 12)
    ink = near(rng, rng.choice([(20, 25, 80), (150, 20, 30), (10, 70, 30), (20, 20, 20), (20, 20, 20)])
               if light else (240, 235, 200))
    image = Image.new("RGB", (w, h), ground)
    if rng.random() < 0.5:
        second = np.array(near(rng, rng.choice([(255, 200, 150), (150, 190, 240), (250, 250, 250), (200, 60, 60)])))
        ramp = np.clip(np.linspace(rng.uniform(-0.5, 1), rng.uniform(0, 1.5), h), 0, 1)[:, None, None]
        image = Image.fromarray((np.array(image) * (1 - 0.6 * ramp) + second * 0.6 * ramp).astype(np.uint8))
    font = fonts.pick(rng, "latin")
    text = rng.choice([letters(rng, 3) + " " + digits(rng, 4), digits(rng, 1) + letters(rng, 3) + digits(rng, 3),
                       letters(rng, 3) + "·" + digits(rng, 3), digits(rng, 3) + " " + letters(rng, 3), digits(rng, 6)])
    fonts.fill(image, (0.06 * w, 0.27 * h, 0.88 * w, 0.48 * h), text, font, ink)
    word = near(rng, rng.choice([(20, 25, 80), (150, 20, 30), ink]))
    fonts.fill(image, (0.22 * w, 0.06 * h, 0.56 * w, 0.13 * h), letters(rng, rng.randint(4, 12)), fonts.pick(rng, "any"), word)
    if rng.random() < 0.6:
        fonts.fill(image, (0.25 * w, 0.83 * h, 0.5 * w, 0.1 * h), letters(rng, rng.randint(8, 16)), fonts.pick(rng, "any"), word)
    if rng.random() < 0.5:
        pen = ImageDraw.Draw(image)
        for x in (0.03, 0.86):
            if rng.random() < 0.6:
                pen.rectangle([x * w, 0.04 * h, (x + 0.11) * w, 0.2 * h], fill=near(rng, (200, 120, 60), 60))
    rim(rng, image, ink, 0.4)
    return image


def indonesian(rng, fonts):
    """Black or, since 2022, white; the date of expiry in a second line."""
    w, h = rng.choice([(395, 135), (430, 135), (275, 110)])
    scheme = rng.choice(["black"] * 5 + ["white"] * 4 + ["yellow", "red"])
    ground = {"black": dark(rng), "white": white(rng), "yellow": near(rng, (240, 190, 30)),
              "red": near(rng, (180, 30, 30))}[scheme]
    ink = white(rng) if scheme in ("black", "red") else dark(rng)
    image = Image.new("RGB", (w, h), ground)
    font = fonts.pick(rng, "latin")
    text = " ".join([letters(rng, rng.choice([1, 1, 2])), digits(rng, rng.choice([3, 4, 4])), letters(rng, rng.choice([2, 3, 3]))])
    if rng.random() < 0.88:
        fonts.fill(image, (0.05 * w, 0.1 * h, 0.9 * w, 0.55 * h), text, font, ink)
        date = f"{rng.randint(1, 12):02d}{rng.choice(['·', '-', '.', ' '])}{rng.randint(18, 31)}"
        fonts.fill(image, (0.36 * w, 0.72 * h, 0.28 * w, 0.2 * h), date, font, ink)
    else:
        fonts.fill(image, (0.05 * w, 0.14 * h, 0.9 * w, 0.72 * h), text, font, ink)
    rim(rng, image, ink, 0.8)
    return image


def chinese(rng, fonts):
    """Blue, green of electric cars (a ramp), yellow of lorries in one or two lines, white."""
    scheme = rng.choice(["blue"] * 5 + ["green"] * 3 + ["yellow"] * 2 + ["white"])
    two = scheme == "yellow" and rng.random() < 0.4
    w, h = (352, 176) if two else (384 if scheme == "green" else 352, 112)
    ground = {"blue": near(rng, (25, 70, 175)), "green": near(rng, (90, 200, 140)), "yellow": near(rng, (245, 195, 40)),
              "white": white(rng)}[scheme]
    ink = white(rng) if scheme == "blue" else dark(rng)
    image = Image.new("RGB", (w, h), ground)
    if scheme == "green":
        ramp = np.linspace(rng.uniform(0, 0.4), 1, h)[:, None, None]
        image = Image.fromarray((np.array(white(rng)) * (1 - ramp) + np.array(image) * ramp).astype(np.uint8))
    zh, latin = fonts.pick(rng, "chinese"), fonts.pick(rng, "latin")
    tail = "".join(rng.choice(LETTERS + "0123456789" * 3) for _ in range(6 if scheme == "green" else 5))
    if two:
        fonts.fill(image, (0.22 * w, 0.07 * h, 0.56 * w, 0.3 * h), rng.choice(PROVINCES) + "·" + letters(rng, 1), zh, ink)
        fonts.fill(image, (0.06 * w, 0.42 * h, 0.88 * w, 0.5 * h), tail, latin, ink)
    else:
        fonts.fill(image, (0.03 * w, 0.14 * h, 0.12 * w, 0.72 * h), rng.choice(PROVINCES), zh, ink)
        fonts.fill(image, (0.17 * w, 0.14 * h, 0.11 * w, 0.72 * h), letters(rng, 1), latin, ink)
        fonts.fill(image, (0.33 * w, 0.14 * h, 0.63 * w, 0.72 * h), tail, latin, ink)
        ImageDraw.Draw(image).ellipse([0.295 * w, 0.46 * h, 0.315 * w, 0.54 * h], fill=ink)
    rim(rng, image, ink, 0.8)
    return image


def other(rng, fonts):
    """Japan, Brazil and countries of a line on white, grey or yellow."""
    if rng.random() < 0.5:
        w, h = 330, 165
        ground, ink = rng.choice([(white(rng), near(rng, (10, 80, 50))), (near(rng, (240, 195, 40)), dark(rng)),
                                  (near(rng, (15, 95, 60)), white(rng))])
        image = Image.new("RGB", (w, h), ground)
        zh, latin = fonts.pick(rng, "chinese"), fonts.pick(rng, "latin")
        fonts.fill(image, (0.25 * w, 0.07 * h, 0.5 * w, 0.25 * h), rng.choice(CITIES) + " " + digits(rng, 3), zh, ink)
        fonts.fill(image, (0.05 * w, 0.5 * h, 0.1 * w, 0.2 * h), rng.choice(KANA), zh, ink)
        fonts.fill(image, (0.2 * w, 0.4 * h, 0.75 * w, 0.5 * h), digits(rng, 2) + "-" + digits(rng, 2), latin, ink)
        rim(rng, image, ink, 0.4)
        return image
    w, h = rng.choice([(400, 130), (360, 110)])
    image = Image.new("RGB", (w, h), near(rng, rng.choice([(170, 170, 170), (235, 235, 235), (235, 235, 235)])))
    ink, latin = dark(rng), fonts.pick(rng, "latin")
    if rng.random() < 0.5:
        ImageDraw.Draw(image).rectangle([0, 0, w, 0.2 * h], fill=near(rng, (25, 60, 160), 25))
    fonts.fill(image, (0.3 * w, 0.04 * h, 0.4 * w, 0.14 * h), letters(rng, rng.randint(5, 10)), latin, white(rng))
    fonts.fill(image, (0.05 * w, 0.28 * h, 0.9 * w, 0.6 * h),
               rng.choice([letters(rng, 3) + "-" + digits(rng, 4), letters(rng, 3) + digits(rng, 1) + letters(rng, 1) + digits(rng, 2)]),
               latin, ink)
    rim(rng, image, ink)
    return image


SERIES = ((korean_line, 0.30), (korean_two_lines, 0.18), (european, 0.20), (american, 0.10), (indonesian, 0.09),
          (chinese, 0.08), (other, 0.05))


def blot(rng, image):
    """Hides up to half of the characters, as those do who publish pictures of plates."""
    w, h = image.size
    own = image.getpixel((w // 2, 2))
    pen = ImageDraw.Draw(image)
    for _ in range(rng.choice([1, 1, 2, 3])):
        x, y = rng.uniform(0, 0.85) * w, rng.uniform(0.05, 0.6) * h
        corner = [x, y, x + rng.uniform(0.08, 0.25) * w, y + rng.uniform(0.3, 0.6) * h]
        colour = rng.choice([near(rng, own), near(rng, own), dark(rng), white(rng), near(rng, (128, 128, 128), 60)])
        (pen.rectangle if rng.random() < 0.6 else pen.ellipse)(corner, fill=colour)
    if rng.random() < 0.25:
        part = (int(rng.uniform(0, 0.5) * w), int(rng.uniform(0, 0.4) * h), w, h)
        hidden = image.crop(part)
        few = rng.randint(3, 9), rng.randint(2, 5)
        image.paste(hidden.resize(few, Image.BOX).resize(hidden.size, Image.NEAREST), part[:2])


def weather(rng, image):
    """Bolts, dirt, stickers and fading."""
    w, h = image.size
    pen = ImageDraw.Draw(image)
    if rng.random() < 0.12:
        blot(rng, image)
    if rng.random() < 0.4:
        for x in rng.choice([(0.25, 0.75), (0.12, 0.88), (0.04, 0.96)]):
            y, r = rng.choice([0.12, 0.5, 0.12]) * h, rng.uniform(0.02, 0.05) * h
            pen.ellipse([x * w - r, y - r, x * w + r, y + r], fill=near(rng, (110, 110, 110), 60))
    pixels = np.asarray(image, np.float32)
    if rng.random() < 0.3:
        coarse = Image.fromarray(np.uint8([[rng.randint(0, 255) for _ in range(8)] for _ in range(4)]))
        mud = np.asarray(coarse.resize((w, h), Image.BICUBIC), np.float32)[..., None] / 255
        mud = np.clip((mud - rng.uniform(0.3, 0.7)) * 3, 0, 1) * rng.uniform(0.3, 0.9)
        pixels = pixels * (1 - mud) + np.float32(near(rng, (110, 95, 75), 30)) * mud
    if rng.random() < 0.25:
        pixels = pixels.mean() + (pixels - pixels.mean()) * rng.uniform(0.35, 0.8)
    return pixels.astype(np.uint8)


def plate(rng, fonts):
    """One plate, flat, RGB."""
    maker = rng.choices([m for m, _ in SERIES], [share for _, share in SERIES])[0]
    return weather(rng, maker(rng, fonts))
