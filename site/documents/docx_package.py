"""A Word document as bytes that are the same for the same content."""

import datetime
import io
import zipfile

from docx.document import Document

from documents.zip_files import zipped

LEFTOVERS = ("/thumbnail", "/stylesWithEffects", "/customXml")
CONTENT_TYPES = "[Content_Types].xml"


def reproducible(document: Document, day: datetime.date) -> bytes:
    """Return `document` as a DOCX file dated `day`, its parts in a fixed order."""
    _drop_leftovers(document)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        names = sorted(package.namelist(), key=lambda name: (name != CONTENT_TYPES, name))
        parts = [(name, package.read(name)) for name in names]
    return zipped(parts, (day.year, day.month, day.day, 0, 0, 0))


def _drop_leftovers(document: Document) -> None:
    """Take out parts of python-docx's empty template that no longer fit: its preview and its second set of styles.

    Word 2010 wrote the second set for Word 2007; one that differs from the first makes Word offer a repair.
    """
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(LEFTOVERS)]:
            del relations[key]
