"""The styles of Word documents, and the pieces of WordprocessingML that python-docx has no call for."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.syllables import SOFT_HYPHEN

WORD_2013 = "15"  # the mode of every Word since 2013
FONT = "Times New Roman"
QUIET = RGBColor(0x4C, 0x58, 0x56)
CENTRE = WD_ALIGN_PARAGRAPH.CENTER

# name: (size, bold, alignment, points before, points after)
PARAGRAPH_STYLES = {
    "Plan Head": (12, True, CENTRE, 4, 0),
    "Plan Caption": (9, False, CENTRE, 0, 4),
    "Plan Label": (12, True, None, 0, 0),
    "Plan Text": (12, False, None, 0, 0),
    "Plan Heading Row": (11, True, CENTRE, 0, 0),
    "Plan Course": (11, False, None, 0, 2),
    "Plan Phase": (11, True, None, 0, 2),
    "Plan Stage": (11, True, None, 0, 2),
    "Plan Gap": (4, False, None, 0, 0),
    "Plan Note": (8, False, None, 6, 0),
}
KEPT_STYLES = {
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    "Table Grid",
    "Title",
    "Header",
    "Footer",
}
BULLETS = "•–•–•–•–•"


def prepare_styles(document: Document, locale: str) -> None:
    """Set fonts, language and our styles. `locale` is a language tag: "kk-KZ", "ru-RU"."""
    _drop_unused(document)
    _set_defaults(document, locale)
    normal = document.styles["Normal"]
    _set_look(normal, 12, False)
    _set_spacing(normal, 0, 0)
    for name, (size, bold, alignment, before, after) in PARAGRAPH_STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _set_look(style, size, bold)
        _set_spacing(style, before, after)
        style.paragraph_format.alignment = alignment
    document.styles["Plan Phase"].font.underline = True
    _set_head_line(document.styles["Plan Head"])
    for name in ("Plan Caption", "Plan Note"):
        document.styles[name].font.color.rgb = QUIET
    _set_title(document.styles["Title"])
    _set_footer(document.styles["Footer"])
    _add_hyperlink_style(document)


def element(name: str, /, **attributes: str) -> Any:
    """Return a new WordprocessingML element, `element("w:shd", fill="F1F4F1")`."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_text(run: Run, text: str) -> None:
    """Add text to `run`. A soft hyphen becomes Word's own, for the bare character is drawn as a hyphen there."""
    first, *others = text.split(SOFT_HYPHEN)
    run.add_text(first)
    for part in others:
        run._r.append(OxmlElement("w:softHyphen"))
        run.add_text(part)


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word works out itself, such as PAGE or NUMPAGES."""
    field = element("w:fldSimple", instr=code)
    field.append(OxmlElement("w:r"))
    text = OxmlElement("w:t")
    text.text = "1"
    field[0].append(text)
    paragraph._p.append(field)


def cell_margins(table: Table, **millimetres: float) -> None:
    """Set the room between the lines of `table` and its text, `top=0.7, bottom=0.7`."""
    margins = OxmlElement("w:tblCellMar")
    for side, size in millimetres.items():
        margins.append(element(f"w:{side}", w=str(round(size * 56.7)), type="dxa"))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # the schema's order


def hyperlink(paragraph: Paragraph, url: str) -> Any:
    """Add an empty link to `url` to the paragraph and return it: runs go into it."""
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    paragraph._p.append(link)
    return link


def new_numbering(part: Any, *, is_ordered: bool) -> int:
    """Add a list of its own to the document, so that its numbers start at 1, and return its number."""
    numbering = part.numbering_part.element
    taken = [int(found.get(qn("w:abstractNumId"))) for found in numbering.findall(qn("w:abstractNum"))]
    abstract = element("w:abstractNum", abstractNumId=str(max(taken, default=-1) + 1))
    abstract.append(element("w:multiLevelType", val="hybridMultilevel"))
    for level in range(9):
        abstract.append(_level(level, is_ordered=is_ordered))
    first_list = numbering.find(qn("w:num"))
    if first_list is None:
        numbering.append(abstract)
    else:
        first_list.addprevious(abstract)  # all abstract lists stand before all lists
    return numbering.add_num(int(abstract.get(qn("w:abstractNumId")))).numId


def _level(level: int, *, is_ordered: bool) -> Any:
    made = element("w:lvl", ilvl=str(level))
    made.append(element("w:start", val="1"))
    made.append(element("w:numFmt", val="decimal" if is_ordered else "bullet"))
    made.append(element("w:lvlText", val=f"%{level + 1}." if is_ordered else BULLETS[level]))
    made.append(element("w:lvlJc", val="left"))
    properties = OxmlElement("w:pPr")
    properties.append(element("w:ind", left=str(284 * (level + 1)), hanging="284"))
    made.append(properties)
    return made


def _drop_unused(document: Document) -> None:
    """Take out the template's 150 styles that a plan does not use: a teacher finds hers, and files stay small."""
    styles = document.styles.element
    for style in [style for style in document.styles if style.name not in KEPT_STYLES]:
        styles.remove(style.element)
    for style in styles.findall(qn("w:style")):
        for relation in style.findall(qn("w:link")) + style.findall(qn("w:next")):
            style.remove(relation)


def _set_defaults(document: Document, locale: str) -> None:
    """Set the document's default font and language, and Word's present mode instead of its compatibility mode."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for found in defaults.findall(qn("w:rFonts")) + defaults.findall(qn("w:lang")):
        defaults.remove(found)
    defaults.insert(0, element("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT))
    defaults.append(element("w:lang", val=locale, eastAsia=locale, bidi="ar-SA"))
    settings = document.settings.element
    for found in settings.findall(qn("w:themeFontLang")):
        found.set(qn("w:val"), locale)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), WORD_2013)


def _set_look(style: ParagraphStyle, size: float, bold: bool) -> None:
    style.font.size = Pt(size)
    style.font.bold = bold
    _set_font(style)


def _set_font(style: BaseStyle) -> None:
    """Name the font for every script; the template's theme fonts would win over it, so they go."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _set_spacing(style: ParagraphStyle, before: float, after: float) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.0


def _set_head_line(style: ParagraphStyle) -> None:
    """Draw the line to write on under the head's texts, also where they are empty."""
    borders = OxmlElement("w:pBdr")
    borders.append(element("w:bottom", val="single", sz="4", space="1", color="auto"))
    properties = style.element.get_or_add_pPr()
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)  # the schema's order
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(12)


def _set_title(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for found in properties.findall(qn("w:pBdr")):
        properties.remove(found)
    _set_look(style, 14, True)
    _set_spacing(style, 0, 6)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.alignment = CENTRE


def _set_footer(style: ParagraphStyle) -> None:
    _set_look(style, 8, False)
    style.font.color.rgb = QUIET
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Mm(180), WD_TAB_ALIGNMENT.RIGHT)


def _add_hyperlink_style(document: Document) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.underline = True
    style.font.color.rgb = RGBColor(0x0F, 0x4C, 0x4A)
