"""Where a row of the plan may break over a page."""

import io

import pytest
from docx import Document

from documents.kit import LessonKit, Stage
from documents.plan_docx import lesson_plan_docx


def rows_kept_whole(lines: int) -> list[bool]:
    """Say of each stage's row whether the document keeps it whole; every stage says `lines` short lines."""
    said = "".join(f"<p>{number}. Бір сөйлем.</p>" for number in range(lines))
    stages = tuple(Stage(phase, f"{phase} кезең", 10, said, said) for phase in ("start", "middle", "end"))
    kit = LessonKit(language="kk", key="lesson", title="Сабақ", minutes=30, stages=stages)
    course = Document(io.BytesIO(lesson_plan_docx(kit))).tables[-1]
    return [row._tr.find(".//{*}cantSplit") is not None for row in course.rows[-3:]]


@pytest.mark.parametrize("lines", [1, 12, 20])
def test_a_row_of_up_to_half_a_page_stays_whole_with_its_label(lines):
    assert rows_kept_whole(lines) == [True, True, True]


def test_a_row_longer_than_half_a_page_may_break():
    assert rows_kept_whole(40) == [False, False, False]
