"""Rich text of Wagtail as a tree of runs, paragraphs and lists."""

import pytest

from documents.rich_text import ItemList, Paragraph, Run, as_data, changed, from_plain, parse, plain_text


def test_bold_italic_and_links_become_runs():
    blocks = parse('<p>Ит <b>сөйлейді <i>үнсіз</i></b>, <a href="https://a.kz/">мұнда</a>.</p>')

    assert blocks == (
        Paragraph(
            (
                Run("Ит "),
                Run("сөйлейді ", bold=True),
                Run("үнсіз", bold=True, italic=True),
                Run(", "),
                Run("мұнда", link="https://a.kz/"),
                Run("."),
            )
        ),
    )


def test_lists_keep_their_kind_and_nesting():
    (outer,) = parse("<ol><li>бір<ul><li>екі</li></ul></li><li>үш</li></ol>")

    assert outer.is_ordered
    assert [plain_text(item) for item in outer.items] == ["бір\nекі", "үш"]
    assert isinstance(outer.items[0][1], ItemList)
    assert not outer.items[0][1].is_ordered


def test_headings_stand_out_and_a_line_break_stays_inside_its_paragraph():
    heading, paragraph = parse("<h3>Қауіпсіздік</h3><p>бір<br/>екі</p>")

    assert heading.is_heading
    assert plain_text((paragraph,)) == "бір\nекі"


def test_unknown_tags_keep_their_text_and_scripts_keep_none():
    blocks = parse("<section><p>бір <mark>екі</mark></p></section><script>alert(1)</script><embed alt='x'/>")

    assert plain_text(blocks) == "бір екі"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("/kk/zan/", "https://meirim.kz/kk/zan/"),
        ("mailto:a@b.kz", "mailto:a@b.kz"),
        ("javascript:alert(1)", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_a_link_leads_somewhere_harmless_or_nowhere(href, target):
    ((run,),) = [paragraph.runs for paragraph in parse(f'<p><a href="{href}">x</a></p>', "https://meirim.kz/kk/sabaq/")]

    assert run.link == target


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p></p><p> </p>", ""),
        ("тегсіз мәтін", "тегсіз мәтін"),
        ("<p>бір\n   екі</p>", "бір екі"),
        ("<p><b>бір</b> <i>екі</i></p>", "бір екі"),
        ("<p>бір<b> екі </b> үш</p>", "бір екі үш"),
        ("<p>5&nbsp;мин &lt; 6</p>", "5\u00a0мин < 6"),
        ("<p>ашық <b>қалған<p>тег</p>", "ашық қалған\nтег"),
        ("<ul><li></li></ul>", ""),
        ("<li>тізімсіз</li>", "тізімсіз"),
        ("</ul></p></b>жабылған", "жабылған"),
    ],
)
def test_white_space_collapses_and_broken_html_is_mended(html, text):
    assert plain_text(parse(html)) == text


def test_thousandfold_nesting_is_flattened():
    blocks = parse("<ul><li>" * 1000 + "терең")

    assert plain_text(blocks) == "терең"
    assert str(as_data(blocks)).count("'items'") <= 4


def test_a_change_reaches_the_text_of_nested_runs_and_no_link():
    blocks = parse('<ul><li>бір <a href="https://a.kz/бір">бір</a></li></ul>')

    after = changed(blocks, str.upper)

    assert plain_text(after) == "БІР БІР"
    assert after[0].items[0][0].runs[1].link == "https://a.kz/бір"


def test_plain_text_is_never_read_as_html():
    assert plain_text(from_plain("a < b\n\n<b>қалың</b>")) == "a < b\n<b>қалың</b>"
