"""Fonts by script, found in a folder of unpacked Debian packages, and text drawn to fill a box."""

import glob
import os

from PIL import Image, ImageDraw, ImageFont

GROUPS = {
    "hangul": ("NanumGothicBold", "NanumBarunGothicBold", "NanumSquareB", "NanumSquareRoundB", "NanumGothic",
               "NanumBarunGothic", "NanumSquareR"),
    "latin": ("DejaVuSans-Bold", "DejaVuSansCondensed-Bold", "LiberationSans-Bold", "LiberationSansNarrow-Bold",
              "FreeSansBold", "Roboto-Bold", "RobotoCondensed-Bold", "RobotoCondensed-Medium", "Play-Bold",
              "NanumGothicBold", "LiberationMono-Bold", "NanumBarunGothicBold"),
    "chinese": ("wqy-zenhei",),
    "any": ("LiberationSerif-Bold", "FreeSerifBoldItalic", "LiberationSerif-Regular", "Andika-Bold", "Roboto-Black",
            "FreeMonoBold", "NanumMyeongjoBold", "RobotoCondensed-Regular", "LiberationSans-Italic"),
    "mono": ("LiberationMono-Bold", "FreeMonoBold", "NanumGothicCodingBold", "LiberationMono-Regular"),
}


class Fonts:
    """Draws lines of text stretched to boxes, as plates and signs have them."""

    def __init__(self, folders):
        files = {}
        for folder in folders:
            for file in sorted(glob.glob(os.path.join(folder, "**", "*.tt[fc]"), recursive=True)):
                files.setdefault(os.path.splitext(os.path.basename(file))[0], file)
        self.groups = {group: [ImageFont.truetype(files[name], 72) for name in names if name in files]
                       for group, names in GROUPS.items()}
        empty = [group for group, found in self.groups.items() if not found]
        if empty:
            raise SystemExit(f"no fonts for {empty} below {folders}")

    def pick(self, rng, group):
        return rng.choice(self.groups[group])

    def fill(self, image, box, text, font, colour):
        """Stretches text to the box (x, y, width, height) of an image."""
        left, top, right, bottom = font.getbbox(text)
        if right <= left or bottom <= top:
            return
        ink = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(ink).text((-left, -top), text, 255, font=font)
        size = max(1, round(box[2])), max(1, round(box[3]))
        ink = ink.resize(size, Image.BILINEAR)
        image.paste(Image.new("RGB", size, colour), (round(box[0]), round(box[1])), ink)
