"""The lesson plan as a Word document that a teacher edits: the official form, filled in.

Rows and labels come from `plan_form`, so this file and the PDF say the same. Looks live in styles (Times New Roman 12,
as schools expect), so a teacher changes them in one place. The same kit gives the same bytes.
"""

import datetime
import math
from functools import partial

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from documents import words
from documents.characters import one_line, shortened, writable
from documents.docx_package import reproducible
from documents.docx_styles import add_field, add_text, cell_margins, element, hyperlink, new_numbering, prepare_styles
from documents.kit import LessonKit
from documents.plan_form import CURRENT_EDITION, Cell, CourseRow, FilledPlan, fill
from documents.rich_text import Block, ItemList, Paragraph, Run, changed, plain_text
from documents.short_link import without_scheme
from documents.syllables import letters_that_fit, with_breaks

LOCALES = {"kk": "kk-KZ", "ru": "ru-RU"}
MARGINS = {"left_margin": 20, "right_margin": 10, "top_margin": 15, "bottom_margin": 15}
TEXT_WIDTH = 180  # millimetres between the margins of A4
NO_BREAK_SPACE = "\u00a0"
UNDATED = datetime.date(2000, 1, 1)


def lesson_plan_docx(kit: LessonKit, edition: str = CURRENT_EDITION) -> bytes:
    """Return the lesson plan of `kit` as DOCX in the form of `edition`, labels in the kit's language."""
    plan = fill(kit, edition)
    document = Document()
    _set_page(document)
    prepare_styles(document, LOCALES[kit.language])
    _set_properties(document, kit, plan)
    _write_head(document, plan)
    _write_rows(document, plan.rows, plan.name)
    document.add_paragraph(style="Plan Gap")
    _write_course(document, plan)
    if plan.rows_after_course:
        document.add_paragraph(style="Plan Gap")
        _write_rows(document, plan.rows_after_course, plan.name)
    _write_footers(document, kit, plan)
    return reproducible(document, kit.edition_date or UNDATED)


def _set_page(document: DocumentType) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, millimetres in MARGINS.items():
        setattr(section, side, Mm(millimetres))
    section.header_distance = section.footer_distance = Mm(8)


def _set_properties(document: DocumentType, kit: LessonKit, plan: FilledPlan) -> None:
    """Set the document's own description. Word refuses properties of more than 255 characters."""
    day = kit.edition_date or UNDATED
    moment = datetime.datetime(day.year, day.month, day.day)
    properties = document.core_properties
    properties.title = writable(f"{kit.title} — {plan.name.lower()}")[:255]
    properties.subject = writable(kit.subject)[:255]
    properties.author = properties.last_modified_by = words.SITE_NAME
    properties.keywords = plan.edition
    properties.comments = ""
    properties.language = LOCALES[kit.language]
    properties.version = writable(kit.version)[:255]
    properties.created = properties.modified = moment
    properties.revision = 1


def _write_head(document: DocumentType, plan: FilledPlan) -> None:
    _paragraph(document, plan.name, "Title")
    for cell in plan.head:
        _paragraph(document, writable(plain_text(cell.blocks)), "Plan Head")
        _paragraph(document, f"({cell.label[:1].lower()}{cell.label[1:]})", "Plan Caption")


def _write_rows(document: DocumentType, rows: tuple[tuple[Cell, ...], ...], description: str) -> None:
    """Write the rows outside the course. Their grid is fine enough for one cell (label and text) and for several."""
    columns = math.lcm(3, *(len(row) for row in rows))
    table = _table(document, [TEXT_WIDTH / columns] * columns, description)
    for row in rows:
        written = table.add_row()
        cells = written.cells
        if len(row) == 1:
            label = cells[0].merge(cells[columns // 3 - 1])
            _fill_label(label, row[0].label)
            _write_blocks(cells[columns // 3].merge(cells[-1]), row[0].blocks, "Plan Text")
            if row[0].is_extra and not row[0].blocks:
                written.height = Mm(14)  # room for a hand
        else:
            step = columns // len(row)
            for number, cell in enumerate(row):
                _fill_labelled(cells[number * step].merge(cells[(number + 1) * step - 1]), cell)


def _write_course(document: DocumentType, plan: FilledPlan) -> None:
    """Write the table of stages. Both of its heading rows repeat on every page."""
    widths = [TEXT_WIDTH * width / 100 for width in plan.widths]
    table = _table(document, widths, plan.course_label)
    title = table.add_row()
    _fill_label(title.cells[0].merge(title.cells[-1]), plan.course_label, "Plan Heading Row")
    names = table.add_row()
    for cell, (_, label) in zip(names.cells, plan.columns, strict=True):
        _fill_label(cell, label, "Plan Heading Row")
    for row in (title, names):
        _row_setting(row, "w:cantSplit")
        _row_setting(row, "w:tblHeader")
    for stage in plan.course:
        _write_stage(table.add_row(), stage, widths)


def _write_stage(row: _Row, stage: CourseRow, widths: list[float]) -> None:
    """Write one row. A word too long for its column, `widths` in millimetres, may break."""
    first, *others = row.cells
    named = with_breaks(stage.title, letters_that_fit(widths[0], is_bold=True))
    lines = [(stage.phase, "Plan Phase"), (stage.phase_minutes, "Plan Course"), (named, "Plan Stage")]
    _write_lines(first, [(text, style) for text, style in lines if text] or [("", "Plan Course")])
    if stage.minutes:
        told = stage.minutes.replace(" ", NO_BREAK_SPACE)
        minutes = first.paragraphs[-1].add_run(f" ({told})" if named else told)
        minutes.bold = False
    for cell, blocks, width in zip(others, stage.cells, widths[1:], strict=True):
        _write_blocks(cell, changed(blocks, partial(with_breaks, longest=letters_that_fit(width))), "Plan Course")
    if not stage.is_long:
        _row_setting(row, "w:cantSplit")
    if not any(stage.cells):
        row.height = Mm(14)


def _write_footers(document: DocumentType, kit: LessonKit, plan: FilledPlan) -> None:
    """Write where the file comes from on every page, and on the first which edition of the form it follows."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    note = section.first_page_footer.paragraphs[0]
    note.style = "Plan Note"
    note.add_run(writable(plan.note))
    _write_imprint(section.first_page_footer.add_paragraph(style="Footer"), kit)
    _write_imprint(section.footer.paragraphs[0], kit)


def _write_imprint(paragraph: WordParagraph, kit: LessonKit) -> None:
    own = words.WORDS[kit.language]
    imprint = [
        kit.licence.name if kit.licence else "",
        own["version"].format(version=kit.version) if kit.version else "",
        words.date(kit.language, kit.edition_date),
        without_scheme(kit.printed_url),
    ]
    paragraph.add_run(writable(f"{words.SITE_NAME} · {shortened(one_line(kit.title), 70)}") + "\t")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    add_field(paragraph, "NUMPAGES")
    paragraph.add_run("\n" + writable(" · ".join(text for text in imprint if text)))


def _table(document: DocumentType, widths: list[float], description: str) -> Table:
    """Add an empty table of fixed column widths in millimetres, described for screen readers."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    cell_margins(table, top=0.6, left=1.6, bottom=0.6, right=1.6)
    table._tbl.tblPr.append(element("w:tblCaption", val=description))
    return table


def _row_setting(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(element(name))


def _fill_label(cell: _Cell, text: str, style: str = "Plan Label") -> None:
    _write_lines(cell, [(text, style)])
    shading = element("w:shd", val="clear", color="auto", fill="F1F4F1")
    cell._tc.get_or_add_tcPr().append(shading)


def _fill_labelled(cell: _Cell, content: Cell) -> None:
    """Write the label, bold, and what is known behind it on the same line."""
    paragraph = cell.paragraphs[0]
    paragraph.style = "Plan Text"
    paragraph.add_run(f"{content.label}: ").bold = True
    paragraph.add_run(writable(plain_text(content.blocks)))


def _write_lines(cell: _Cell, lines: list[tuple[str, str]]) -> None:
    for number, (text, style) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = style
        add_text(paragraph.add_run(), writable(text))


def _paragraph(document: DocumentType, text: str, style: str) -> WordParagraph:
    return document.add_paragraph(text, style=style)


def _write_blocks(cell: _Cell, blocks: tuple[Block, ...], style: str) -> None:
    """Write rich text into a cell. Word wants a paragraph in every cell, so an empty one gets an empty paragraph."""
    cell.paragraphs[0].style = style
    _add_blocks(cell, blocks, style, level=0)
    if len(cell.paragraphs) > 1:
        cell._tc.remove(cell.paragraphs[0]._p)


def _add_blocks(cell: _Cell, blocks: tuple[Block, ...], style: str, level: int) -> None:
    for block in blocks:
        if isinstance(block, ItemList):
            _add_list(cell, block, style, level)
        else:
            _add_runs(cell.add_paragraph(style=style), block)


def _add_list(cell: _Cell, block: ItemList, style: str, level: int) -> None:
    numbering = new_numbering(cell.part, is_ordered=block.is_ordered)
    for item in block.items:
        for number, part in enumerate(item):
            if isinstance(part, ItemList):
                _add_list(cell, part, style, level + 1)
                continue
            paragraph = cell.add_paragraph(style=style)
            properties = paragraph._p.get_or_add_pPr()
            if number == 0:
                numbers = properties.get_or_add_numPr()
                numbers.get_or_add_ilvl().val = level
                numbers.get_or_add_numId().val = numbering
            else:
                paragraph.paragraph_format.left_indent = Mm(5 * (level + 1))
            _add_runs(paragraph, part)


def _add_runs(paragraph: WordParagraph, block: Paragraph) -> None:
    for run in block.runs:
        target = hyperlink(paragraph, run.link) if run.link else paragraph._p
        _add_run(paragraph, target, run, is_bold=run.bold or block.is_heading)


def _add_run(paragraph: WordParagraph, target: object, run: Run, *, is_bold: bool) -> None:
    written = paragraph.add_run()
    add_text(written, writable(run.text))
    written.bold = is_bold or None
    written.italic = run.italic or None
    if run.link:
        written.style = "Hyperlink"
        target.append(written._r)  # type: ignore[attr-defined]
