"""Turn a lesson into files that a teacher takes away: plan, sheets, answers, print pack, archive, share picture.

The package knows no Django model, no page and no request. A section describes its lesson as a `kit.LessonKit`;
everything else here reads only that. One module makes one kind of file:

- `typst_pdf`: plan, pupil sheets and answer key to print, and `share_picture`: the picture of a shared link
- `print_pack`: what is cut out, hung up, worn and coloured in; `station_cards`, `team_papers`, `class_papers` make it
- `plan_docx`: the lesson plan that a teacher edits
- `archive`: all files of a kit, and the ZIP of them
"""
