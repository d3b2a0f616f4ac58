"""Makes pictures without people of free-licence packages: negatives.py PACKAGES OUT_FOLDER SHEET.jpg [fourth].

PACKAGES holds one folder for each unpacked package of NAMES, or of those of the fourth round. Those of EXCLUDED are left out here,
those where the teacher sees a face by prepare.py. Seed 11, of the fourth round 12."""
import os
import re
import sys
import zipfile

import cv2
import numpy as np

# package -> (largest number of photographs, largest number of textures and objects)
NAMES = {
    'gnome-backgrounds': (8, 0), 'mate-backgrounds': (30, 0), 'plasma-workspace-wallpapers': (25, 0),
    'lomiri-wallpapers': (5, 0), 'lomiri-wallpapers-16.04': (15, 0), 'ukui-wallpapers': (12, 0),
    'lxqt-themes': (20, 0), 'palapeli-data': (20, 0), 'stellarium-data': (20, 0), 'enlightenment-data': (0, 40),
    'khangman': (20, 0), 'desktop-base': (4, 0), 'python3-skimage': (25, 0), 'torcs-data': (0, 300),
    'extremetuxracer-data': (0, 120), 'supertuxkart-data': (0, 500), 'openarena-081-textures': (0, 300),
    'nexuiz-textures': (0, 400), 'ufoai-textures': (0, 400), 'tuxpaint-stamps-default': (0, 500),
    'propaganda-debian': (0, 60)}
FOURTH = {
    'endless-sky-data': (290, 0), 'lomiri-wallpapers-20.04': (4, 0), 'wordpress-theme-twentytwentytwo': (8, 0),
    'flightgear-data-base': (0, 500), 'redeclipse-data': (0, 500), 'colobot-common-textures': (0, 80), 'opencity-data': (0, 80),
    'scorched3d-data': (0, 120), 'foobillardplus-data': (0, 60), 'trigger-rally-data': (0, 20)}
EXCLUDED = re.compile(r'people|person|crowd|pilot|driver|/karts/|spectat|player|face|head|human|skycultures|/models/'
                      r'|ladybird|astronaut|lfw|lena|symbols/alphabets|symbols/math|normal|_norm|_nm|_bump|_gloss'
                      r'|_height|spec\.|_glow|/sports|/hobb|costume|statue|mannequin|hud|font|flag|dancer|konqi|mask', re.I)
# of the packages of the fourth round
EXCLUDED_TOO = re.compile(r'/army|lobby|/ui/|/icon/|/_menu/|/label/|/ship/|/outfit/|avatar|/actors|portrait|splash|/docs/|vanity|loc[0-9]', re.I)
SIZES = ((600, 450), (600, 450), (800, 600), (1280, 720), (640, 480))


def pictures(root, names):
    """Yields (package, path, BGR picture with alpha or not)."""
    for name in sorted(names):
        for path in sorted(os.path.join(d, f) for d, _, files in os.walk(os.path.join(root, name), followlinks=True) for f in files):
            if path.endswith('.pk3'):
                with zipfile.ZipFile(path) as pack:
                    for inner in sorted(pack.namelist()):
                        if usable(inner, names):
                            yield name, inner, lambda p=path, i=inner: zipfile.ZipFile(p).read(i)
            elif usable(path[len(root):], names) and not os.path.islink(path):
                yield name, path, lambda p=path: open(p, 'rb').read()


def usable(path, names):
    if names is FOURTH and EXCLUDED_TOO.search(path):
        return False
    return path.lower().endswith(('.jpg', '.jpeg', '.png', '.webp')) and not EXCLUDED.search(path)


def chosen(root, names, rng):
    """The photographs and the textures, a limited number of each package."""
    by = {}
    for name, path, read in pictures(root, names):
        by.setdefault(name, {}).setdefault(os.path.basename(path), []).append((path, read))
    photos, parts = [], []
    for name in sorted(by):
        keys = sorted(by[name])
        photo_limit, part_limit = names[name]
        taken = [0, 0]
        for key in rng.permutation(keys):
            options = by[name][key]
            if taken[0] >= photo_limit and taken[1] >= part_limit:
                break
            wanted = photo_limit or part_limit
            path, read = options[int(rng.integers(len(options)))]
            image = cv2.imdecode(np.frombuffer(read(), np.uint8), cv2.IMREAD_UNCHANGED)
            if image is None or image.ndim < 3 or image.dtype != np.uint8 or min(image.shape[:2]) < 48:
                continue
            image = reduced(image)
            if photo_limit and min(image.shape[:2]) >= 300 and taken[0] < photo_limit:
                photos.append((name, path, image[:, :, :3]))
                taken[0] += 1
            elif part_limit and taken[1] < part_limit and image[:, :, :3].std() > 8:
                parts.append((name, path, image))
                taken[1] += 1
    return photos, parts


def reduced(image):
    scale = 1400 / max(image.shape[:2])
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image


def crop_of(photo, size, rng):
    """A random part of a photograph, with the shape of size."""
    h, w = photo.shape[:2]
    largest = min(w / size[0], h / size[1])
    k = largest * rng.uniform(0.45, 1)
    cw, ch = int(size[0] * k), int(size[1] * k)
    x, y = int(rng.integers(0, w - cw + 1)), int(rng.integers(0, h - ch + 1))
    part = photo[y:y + ch, x:x + cw]
    return cv2.resize(part, size, interpolation=cv2.INTER_AREA if k > 1 else cv2.INTER_LINEAR)


def collage(parts, photos, size, rng):
    """Textures and objects upon a part of a photograph."""
    out = crop_of(photos[int(rng.integers(len(photos)))][2], size, rng).copy()
    for _ in range(int(rng.integers(4, 22))):
        part = parts[int(rng.integers(len(parts)))][2]
        side = int(np.exp(rng.uniform(np.log(24), np.log(0.6 * size[1]))))
        k = side / max(part.shape[:2])
        part = cv2.resize(part, (max(8, int(part.shape[1] * k)), max(8, int(part.shape[0] * k))),
                          interpolation=cv2.INTER_AREA)
        if rng.random() < 0.5:
            part = part[:, ::-1]
        h, w = part.shape[:2]
        if h > size[1] or w > size[0]:
            continue
        x, y = int(rng.integers(0, size[0] - w + 1)), int(rng.integers(0, size[1] - h + 1))
        alpha = part[:, :, 3:] / 255.0 if part.shape[2] == 4 else 1.0
        out[y:y + h, x:x + w] = out[y:y + h, x:x + w] * (1 - alpha) + part[:, :, :3] * alpha
    return out


def camera(x, rng):
    """Sometimes gray, dark, pale, soft."""
    if rng.random() < 0.25:
        x = np.repeat(x.mean(2, keepdims=True), 3, 2)
    if rng.random() < 0.35:
        x = np.clip(255 * (x / 255.0) ** rng.uniform(0.6, 2.2) * rng.uniform(0.4, 1.1), 0, 255)
    x = x.astype(np.uint8)
    return cv2.GaussianBlur(x, (0, 0), rng.uniform(0.5, 1.5)) if rng.random() < 0.2 else x


def main():
    root, folder, sheet = sys.argv[1:4]
    fourth = sys.argv[4:] == ['fourth']
    names, rng = (FOURTH, np.random.default_rng(12)) if fourth else (NAMES, np.random.default_rng(11))
    photos, parts = chosen(root, names, rng)
    for name in sorted(names):
        print(name, sum(p[0] == name for p in photos), 'photographs', sum(p[0] == name for p in parts), 'parts')
    n, tiles = 0, []
    # the name of a picture tells its origin, so that all parts of one photograph are held out or none
    for name, path, photo in photos:
        for _ in range(3):
            n += save(crop_of(photo, SIZES[int(rng.integers(len(SIZES)))], rng),
                      '%s-%s' % (name, os.path.splitext(os.path.basename(path))[0]), n, folder, tiles, rng)
    for held in (False, True):
        mine = [p for i, p in enumerate(parts) if (i % 5 == 0) == held]
        behind = [p for i, p in enumerate(photos) if (i % 5 == 0) == held]
        for _ in range(60 if held else 240):
            n += save(collage(mine, behind, SIZES[int(rng.integers(len(SIZES)))], rng),
                      'collage-held' if held else 'collage', n, folder, tiles, rng)
    rows = [np.hstack(tiles[i:i + 24]) for i in range(0, len(tiles) - 23, 24)]
    cv2.imwrite(sheet, np.vstack(rows))
    print('pictures', n)


def flat(image):
    if image.shape[2] == 3:
        return image
    a = image[:, :, 3:] / 255.0
    return (image[:, :, :3] * a + 128 * (1 - a)).astype(np.uint8)


def save(image, origin, n, folder, tiles, rng):
    image = camera(image, rng)
    name = '%s/%03d_%s.jpg' % (folder, n, re.sub(r'[^A-Za-z0-9-]', '', origin))
    cv2.imwrite(name, image, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(45, 95))])
    tiles.append(cv2.resize(image, (96, 72)))
    return 1


if __name__ == '__main__':
    main()
