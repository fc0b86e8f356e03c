"""Turn a lesson into files that a teacher takes away: plan, pupil sheets, answer key, archive, share picture.

The package knows no Django model, no page and no request. A section describes its lesson as a `kit.LessonKit`;
everything else here reads only that. One module makes one kind of file:

- `typst_pdf`: the printed files, and `share_picture`: the picture of a shared link
- `plan_docx`: the lesson plan that a teacher edits
- `archive`: all files of a kit, and the ZIP of them
"""
