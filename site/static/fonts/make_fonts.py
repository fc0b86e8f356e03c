"""Make the web fonts of the site: one small variable WOFF2 for each family, with all Kazakh letters in it.

Google-style packages split a family by script: seven Kazakh letters lie in one file, the tenge sign in another. A
page would fetch four files and show some words in two steps. Here the parts are cut to what the site writes and put
together.

    npm install @fontsource-variable/onest@5.3.1 @fontsource-variable/literata@5.3.0
    pip install fonttools==4.68.0 brotli
    python make_fonts.py node_modules/@fontsource-variable
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.varLib.instancer import instantiateVariableFont

LATIN = "".join(map(chr, range(0x20, 0x7F)))
RUSSIAN = "".join(map(chr, range(0x410, 0x450))) + "Ёё"
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
SIGNS = "\u00a0«»‹›„“”‘’–—…·•№§°±×÷−≈≤≥½¼¾©®™→←↑↓₸€"
LETTERS = LATIN + RUSSIAN + KAZAKH + SIGNS

PARTS = ("cyrillic", "latin", "cyrillic-ext", "latin-ext", "symbols", "math")
FAMILIES = {
    # The weights that the style sheets use, and for Literata the optical size of headings.
    "onest": ("wght", {"wght": (400, 700)}),
    "literata": ("standard", {"wght": (400, 700), "opsz": 36}),
}


def main(packages: Path, target: Path) -> None:
    for family, (cut, axes) in FAMILIES.items():
        font = merged(list(parts_of(packages / family / "files", family, cut, axes)))
        font.flavor = "woff2"
        path = target / f"{family}-kk-ru.woff2"
        font.save(path)
        missing = sorted(set(LETTERS) - set(map(chr, font.getBestCmap())))
        print(f"{path.name}: {path.stat().st_size:,} bytes, {len(font.getBestCmap())} characters, missing: {missing}")


def parts_of(folder: Path, family: str, cut: str, axes: dict):
    """Yield each part of the family that holds a letter not yet covered, cut down to those letters."""
    wanted = set(map(ord, LETTERS))
    for number, part in enumerate(PARTS):
        path = folder / f"{family}-{part}-{cut}-normal.woff2"
        if not path.exists():
            continue
        font = TTFont(path)
        found = wanted & set(font.getBestCmap())
        if not found:
            continue
        wanted -= found
        yield prepared(font, found, axes, prefix=f"p{number}")


def prepared(font: TTFont, letters: set[int], axes: dict, prefix: str) -> TTFont:
    """Pin and narrow the axes, drop other letters, and give every glyph a name of its own."""
    font = reopened(instantiateVariableFont(font, axes))
    options = Options(layout_features=["kern", "mark", "ccmp", "locl"], hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    without_kerning_variations(font)
    for tag in ("HVAR", "MVAR", "VVAR", "vhea", "vmtx"):
        if tag in font:
            del font[tag]
    renamed = reopened(font)
    renamed.setGlyphOrder([f"{prefix}.{name}" for name in font.getGlyphOrder()])
    return renamed


def reopened(font: TTFont) -> TTFont:
    font.flavor = None
    file = BytesIO()
    font.save(file)
    return TTFont(BytesIO(file.getvalue()))


def without_kerning_variations(font: TTFont) -> None:
    """Keep kerning as it is at the default weight: its variations would point into a table that merging loses."""
    for tag in ("GPOS", "GDEF"):
        if tag in font:
            clear_devices(font[tag].table, seen=set())
    if "GDEF" in font and getattr(font["GDEF"].table, "VarStore", None):
        font["GDEF"].table.VarStore = None
        font["GDEF"].table.Version = 0x00010002


def clear_devices(node, seen: set[int]) -> None:
    if id(node) in seen or not hasattr(node, "__dict__"):
        return
    seen.add(id(node))
    for name, value in list(vars(node).items()):
        if isinstance(value, otTables.Device):
            delattr(node, name) if name.endswith("Device") else setattr(node, name, None)
            if name.endswith("DeviceTable"):
                node.Format = 1
        elif isinstance(value, list | tuple):
            for item in value:
                clear_devices(item, seen)
        elif isinstance(value, dict):
            for item in value.values():
                clear_devices(item, seen)
        else:
            clear_devices(value, seen)
    if isinstance(value_format := getattr(node, "ValueFormat1", None), int):
        node.ValueFormat1 = value_format & 0x0F
        node.ValueFormat2 = node.ValueFormat2 & 0x0F


def merged(parts: list[TTFont]) -> TTFont:
    """Join the parts; `fontTools.merge` knows no variable fonts, so their weight axis is carried over by hand."""
    variations = {}
    files = []
    for part in parts:
        for glyph, deltas in part["gvar"].variations.items():
            variations[glyph] = deltas
        file = BytesIO()
        kept = {tag: part[tag] for tag in ("fvar", "STAT", "avar") if tag in part}
        part.save(file)
        static = TTFont(BytesIO(file.getvalue()))
        static.setGlyphOrder(part.getGlyphOrder())
        for tag in ("fvar", "gvar", "avar", "STAT", "MVAR"):
            if tag in static:
                del static[tag]
        file = BytesIO()
        static.save(file)
        files.append((file, static.getGlyphOrder(), kept))
    return joined(files, variations)


def joined(files: list, variations: dict) -> TTFont:
    merger = Merger()
    opened = []
    for file, _names, _kept in files:
        file.seek(0)
        opened.append(file)
    font = merger.merge(opened)
    old_names = [name for _file, names, _kept in files for name in names]
    renaming = dict(zip(old_names, font.getGlyphOrder(), strict=True))
    first = files[0][2]
    for tag in ("fvar", "STAT", "avar"):
        if tag in first:
            font[tag] = first[tag]
    gvar = font["gvar"] = newTable("gvar")
    gvar.version, gvar.reserved = 1, 0
    gvar.variations = {renaming[name]: deltas for name, deltas in variations.items()}
    for name in font.getGlyphOrder():
        gvar.variations.setdefault(name, [])
    return font


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent)
