# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the pages: there, of the size asked for, not blank, and each another. They stay in the build folder."""
import os
import struct
import subprocess
import sys
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap

PAGES = ("overview", "partners", "registers")
STYLES = {"wide": ["--size", "1200x800"], "narrow": ["--size", "360x640"], "dark": ["--size", "1200x800", "--dark"],
          "nl": ["--size", "1200x800"]}

sample = centre.make_sample(os.path.join(centre.folder(), "sample.convenant"))
kept = os.path.join(os.environ["CVN_BUILDDIR"], "pictures")
os.makedirs(kept, exist_ok=True)
pixels = {}


def read_png(path):
    """Width, height and the unpacked bytes of a picture; its lines are still filtered, which does not matter here."""
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", path
    place, packed, size = 8, b"", None
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + length]
        if name == b"IHDR":
            size = struct.unpack(">II", body[:8])
        elif name == b"IDAT":
            packed += body
        place += 12 + length
    return (*size, zlib.decompress(packed))


def draw(page, style):
    path = os.path.join(kept, f"{page}-{style}.png")
    if os.path.exists(path):
        os.remove(path)
    said = centre.must("--file", sample, "--screenshot", page, "--year", 2019, *STYLES[style], "--output", path,
                       language="nl" if style == "nl" else "en")
    assert said == "", said
    width, height, data = read_png(path)
    assert f"{width}x{height}" == STYLES[style][1], (page, style, width, height)
    step = len(data) // height
    lines = {data[start + 1:start + step] for start in range(0, len(data), step)}
    # An empty page has a header bar and a few lines besides; text makes nearly every line another.
    assert len(lines) > height // 5, (page, style, len(lines), height)
    pixels[page, style] = data


def test_overview():
    for style in STYLES:
        draw("overview", style)


def test_partners():
    for style in STYLES:
        draw("partners", style)


def test_registers():
    for style in STYLES:
        draw("registers", style)


def test_differ():
    spoken = centre.run("--help", language="nl").stdout != centre.run("--help", language="en").stdout
    names = [name for name in pixels if spoken or name[1] != "nl"]
    assert len(names) >= len(PAGES) * (len(STYLES) - 1), names
    for i, one in enumerate(names):
        for other in names[:i]:
            assert pixels[one] != pixels[other], (one, other)


def test_same_picture_twice():
    before = pixels["overview", "wide"]
    draw("overview", "wide")
    assert pixels["overview", "wide"] == before


def test_pointer_leaves_no_mark():
    for x, y in ((600, 490), (1270, 1020)):  # on a bar of a chart, and outside of the window
        subprocess.check_call(["xdotool", "mousemove", str(x), str(y)])
        draw("overview", "wide")
        assert pixels["overview", "wide"] == pixels.setdefault("pointer", pixels["overview", "wide"])


sys.exit(tap.run("/e2e/pictures", tap.cases_of(__name__)))
