"""Rich text of Wagtail as a small tree that every writer of documents understands.

Known are p, h2 to h4, b/strong, i/em, a, ul, ol, li and br. Of any other tag the text stays, except script and
style, of which nothing stays. The tree is three classes: `Run` (text with one look), `Paragraph` and `ItemList`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

BLOCK_TAGS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "table", "tr"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BOLD_TAGS = {"b", "strong"}
ITALIC_TAGS = {"i", "em"}
SILENT_TAGS = {"script", "style", "template"}
LINK_SCHEMES = {"http", "https", "mailto", "tel"}
DEEPEST_LIST = 4


@dataclass(frozen=True)
class Run:
    """A piece of text with one look. A line break is a line end inside `text`."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Runs on lines of their own; a heading stands out but has no place in the document's outline."""

    runs: tuple[Run, ...]
    is_heading: bool = False


@dataclass(frozen=True)
class ItemList:
    """A bulleted or numbered list. Each item is a tuple of blocks."""

    items: tuple[tuple["Block", ...], ...]
    is_ordered: bool = False


Block = Paragraph | ItemList


def parse(html: str, base_url: str = "") -> tuple[Block, ...]:
    """Return the blocks of `html`. Relative links are completed from `base_url`, or lose their target without it."""
    parser = _Parser(base_url)
    parser.feed(html or "")
    parser.close()
    return parser.finish()


def from_plain(text: str) -> tuple[Block, ...]:
    """Return plain text as one paragraph a line, empty lines left out."""
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    return tuple(Paragraph((Run(line),)) for line in lines if line)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the text of `blocks`, a line for each paragraph."""
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in _paragraphs(blocks))


def changed(blocks: tuple[Block, ...], change: Callable[[str], str]) -> tuple[Block, ...]:
    """Return a copy of `blocks` with `change` done to the text of every run; links stay."""
    return tuple(
        ItemList(tuple(changed(item, change) for item in block.items), block.is_ordered)
        if isinstance(block, ItemList)
        else Paragraph(tuple(replace(run, text=change(run.text)) for run in block.runs), block.is_heading)
        for block in blocks
    )


def as_data(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    """Return `blocks` as plain dictionaries and lists, for a writer outside Python."""
    return [_block_as_data(block) for block in blocks]


def _block_as_data(block: Block) -> dict[str, Any]:
    if isinstance(block, ItemList):
        return {"kind": "list", "ordered": block.is_ordered, "items": [as_data(item) for item in block.items]}
    runs = [{"text": run.text, "bold": run.bold, "italic": run.italic, "link": run.link} for run in block.runs]
    return {"kind": "heading" if block.is_heading else "paragraph", "runs": runs}


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for item in block.items:
                yield from _paragraphs(item)


@dataclass
class _OpenList:
    """A list whose end has not been read yet."""

    is_ordered: bool
    items: list[list[Block]] = field(default_factory=list)


class _Parser(HTMLParser):
    """Read HTML in one pass, mending missing and crossed end tags as it goes."""

    def __init__(self, base_url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base_url = base_url
        self.blocks: list[Block] = []
        self.lists: list[_OpenList] = []
        self.too_deep = 0
        self.runs: list[Run] = []
        self.is_heading = False
        self.bold = self.italic = self.silent = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCK_TAGS:
            self._end_paragraph()
        if tag in HEADINGS:
            self.is_heading = True
        elif tag in ("ul", "ol"):
            self._open_list(is_ordered=tag == "ol")
        elif tag == "li":
            self._open_item()
        elif tag == "br":
            self.runs.append(Run("\n"))
        elif tag == "a":
            self.links.append(self._target(dict(attrs).get("href") or ""))
        else:
            self._count(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCK_TAGS:
            self._end_paragraph()
        if tag in ("ul", "ol"):
            self._close_list()
        elif tag == "a" and self.links:
            self.links.pop()
        else:
            self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        link = self.links[-1] if self.links else ""
        self.runs.append(Run(data, bold=self.bold > 0, italic=self.italic > 0, link=link))

    def finish(self) -> tuple[Block, ...]:
        """Close what is still open and return the blocks."""
        self._end_paragraph()
        self.too_deep = 0
        while self.lists:
            self._close_list()
        return tuple(self.blocks)

    def _count(self, tag: str, step: int) -> None:
        if tag in BOLD_TAGS:
            self.bold = max(0, self.bold + step)
        elif tag in ITALIC_TAGS:
            self.italic = max(0, self.italic + step)
        elif tag in SILENT_TAGS:
            self.silent = max(0, self.silent + step)

    def _target(self, href: str) -> str:
        try:
            target = urljoin(self.base_url, href.strip()) if href.strip() else ""
            return target if urlsplit(target).scheme in LINK_SCHEMES else ""
        except ValueError:
            return ""

    def _open_list(self, *, is_ordered: bool) -> None:
        if len(self.lists) >= DEEPEST_LIST:
            self.too_deep += 1
        else:
            self.lists.append(_OpenList(is_ordered))

    def _open_item(self) -> None:
        if not self.lists:
            self.lists.append(_OpenList(is_ordered=False))
        self.lists[-1].items.append([])

    def _close_list(self) -> None:
        if self.too_deep:
            self.too_deep -= 1
        elif self.lists:
            done = self.lists.pop()
            items = tuple(tuple(item) for item in done.items if item)
            if items:
                self._add(ItemList(items, done.is_ordered))

    def _end_paragraph(self) -> None:
        runs, self.runs = _tidy(self.runs), []
        if runs:
            self._add(Paragraph(runs, self.is_heading))
        self.is_heading = False

    def _add(self, block: Block) -> None:
        if not self.lists:
            self.blocks.append(block)
            return
        if not self.lists[-1].items:
            self.lists[-1].items.append([])
        self.lists[-1].items[-1].append(block)


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Join runs of one look and collapse white space as a browser does; line breaks stay, except at the ends."""
    joined: list[Run] = []
    before = "\n"  # what stands before the next character: white space there swallows a leading space
    for run in runs:
        text = run.text if run.text == "\n" else _collapsed(run.text, before)
        if not text:
            continue
        before = text[-1]
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + text)
        else:
            joined.append(replace(run, text=text))
    return _trimmed(joined)


def _collapsed(text: str, before: str) -> str:
    # A no-break space is kept: Python's split() would swallow it.
    words = [word for word in text.replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" ") if word]
    if not words:
        return "" if before in " \n" or not text else " "
    start = " " if text[0] in " \n\t\r" and before not in " \n" else ""
    end = " " if text[-1] in " \n\t\r" else ""
    return start + " ".join(words) + end


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Take white space off both ends, and spaces off the ends of lines."""
    runs = [replace(run, text=run.text.replace(" \n", "\n")) for run in runs]
    while runs and not runs[-1].text.rstrip(" \n"):
        runs.pop()
    while runs and not runs[0].text.lstrip(" \n"):
        runs.pop(0)
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" \n"))
        runs[0] = replace(runs[0], text=runs[0].text.lstrip(" \n"))
    return tuple(runs)
