"""Make the fonts of printed documents from Debian's packages. Run by hand when a font is to change.

    apt-get install fonts-noto-core fonts-sil-andika
    pip install fonttools
    python site/documents/fonts/subset_fonts.py

Noto carries no reserved name. "Andika" and "SIL" are reserved by the SIL Open Font License, so a changed copy must
bear another name: ours is "Meirim Reader".
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
DEBIAN = Path("/usr/share/fonts/truetype")

LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin with marks
    *range(0x300, 0x305),  # combining marks, the stress mark among them
    *range(0x400, 0x500),  # Cyrillic, every Kazakh letter
    *range(0x2000, 0x2070),  # spaces, dashes, quotation marks
    *range(0x2070, 0x20A0),
    *(ord(sign) for sign in "₸₽€№℮™−×÷"),
]
SIGNS = [
    *range(0x2190, 0x21FF),  # arrows
    *(ord(sign) for sign in "−∙≈≠≤≥√∞∑"),
    *range(0x2460, 0x2474),  # ① to ⑳
    *range(0x25A0, 0x2600),  # squares, circles, triangles
    *range(0x2600, 0x27C0),  # ☀ ★ ☐ ✓ ✎ ❤ ➜
    *(ord(sign) for sign in "⏰⏱⏳⭐⬜⬛🏠🐕🐈🔍📋🌿🎒"),
]

# Debian's file, our file, our family name (None keeps the name), the characters
FONTS = [
    ("noto/NotoSans-Regular.ttf", "NotoSans-Regular.ttf", None, LETTERS),
    ("noto/NotoSans-Bold.ttf", "NotoSans-Bold.ttf", None, LETTERS),
    ("noto/NotoSans-Italic.ttf", "NotoSans-Italic.ttf", None, LETTERS),
    ("noto/NotoSans-BoldItalic.ttf", "NotoSans-BoldItalic.ttf", None, LETTERS),
    ("noto/NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", None, SIGNS),
    ("noto/NotoSansMath-Regular.ttf", "NotoSansMath-Regular.ttf", None, SIGNS),
    (
        "noto/NotoSansSymbols-Regular.ttf",
        "NotoSansSymbols-Regular.ttf",
        None,
        [*range(0x2460, 0x2474), *range(0x2776, 0x2780), 0x263A],
    ),
    ("andika/Andika-Regular.ttf", "MeirimReader-Regular.ttf", "Meirim Reader", LETTERS),
    ("andika/Andika-Bold.ttf", "MeirimReader-Bold.ttf", "Meirim Reader", LETTERS),
    ("andika/Andika-Italic.ttf", "MeirimReader-Italic.ttf", "Meirim Reader", LETTERS),
]


def rename(font: TTFont, family: str) -> None:
    """Give `font` another family name in every name record that carries one."""
    names = font["name"]
    style = names.getDebugName(2)
    for record in list(names.names):
        if record.nameID in (1, 16, 21):
            record.string = family
        elif record.nameID in (3, 4, 18):
            record.string = f"{family} {style}"
        elif record.nameID == 6:
            record.string = f"{family}-{style}".replace(" ", "")
    names.removeNames(nameID=7)  # trademark notice of the original name


def make(source: Path, target: Path, family: str | None, characters: list[int]) -> set[int]:
    """Write the subset and return the characters that it covers."""
    font = subset.load_font(str(source), subset.Options())
    options = subset.Options(hinting=False, name_IDs="*", name_languages="*", notdef_outline=True, glyph_names=False)
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]
    options.drop_tables += ["FFTM", "DSIG"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)
    if family:
        rename(font, family)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    return set(TTFont(target).getBestCmap())


def in_ranges(characters: set[int]) -> str:
    """Write characters as lines of hexadecimal ranges, `0410-044F`."""
    starts = sorted(character for character in characters if character - 1 not in characters)
    ends = sorted(character for character in characters if character + 1 not in characters)
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in zip(starts, ends, strict=True))


def main() -> None:
    covered: dict[str, set[int]] = {}
    for source, target, family, characters in FONTS:
        covered[target] = make(DEBIAN / source, HERE / target, family, characters)
        print(f"{target}: {len(covered[target])} characters, {(HERE / target).stat().st_size // 1024} kB")
    signs = set.union(*(found for name, found in covered.items() if "Symbols" in name or "Math" in name))
    letters = set.intersection(
        *(found for name, found in covered.items() if "Symbols" not in name and "Math" not in name)
    )
    (HERE / "coverage.txt").write_text(in_ranges(letters | signs), encoding="ascii")


if __name__ == "__main__":
    main()
