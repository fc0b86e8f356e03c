"""How the tests read the files they check."""

import io
import zipfile

from docx import Document
from docx.document import Document as DocumentType
from pypdf import PageObject, PdfReader


def pages(content: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(content)).pages)


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF as one line."""
    return " ".join("\n".join(page.extract_text() for page in pages(content)).split())


def docx_of(content: bytes) -> DocumentType:
    return Document(io.BytesIO(content))


def zip_of(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))
