"""Cuts the fonts of the program out of the published ones: see docs/fonts.md.

usage: python3 cut-fonts.py PACKAGE_FOLDER OUTPUT_FOLDER        (needs fonttools 4.38)
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203B),  # Latin, punctuation
    (0x2190, 0x2199), (0x2260, 0x2265), (0x2460, 0x2473),  # arrows, signs, numbers in circles
    (0x3000, 0x3003), (0x3008, 0x3011), (0x3131, 0x318E), (0xAC00, 0xD7A3),  # Hangul and its punctuation
    (0x338E, 0x338F), (0x339C, 0x339E), (0xFF01, 0xFF5E),  # units, wide Latin
]
SINGLE = "₩€℃℉ℓ№™∀∃∆∑√∞∩∪≈■□▲△▶▷▼▽◆◇○◎●★☆✓✔✗㈜㎡"

package, output = Path(sys.argv[1]), Path(sys.argv[2])
for folder, source, name in [
    ("400Regular", "NotoSansKR_400Regular.ttf", "NotoSansKR-Regular.ttf"),
    ("700Bold", "NotoSansKR_700Bold.ttf", "NotoSansKR-Bold.ttf"),
]:
    font = TTFont(package / folder / source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp"]
    subsetter = Subsetter(options)
    wanted = {code for low, high in RANGES for code in range(low, high + 1)} | {ord(sign) for sign in SINGLE}
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    # Variation selectors are for Chinese characters, of which none are left.
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    # The library that prints complains about fonts whose glyphs have no names.
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font.save(output / name)
