"""One ZIP of both languages, put together from the two that are built: `kk/…` and `ru/…`."""

import io
import json
import zipfile
from collections.abc import Mapping

from documents.archive import for_notepad
from documents.kit import LANGUAGES
from documents.manifest import as_json
from documents.zip_files import zipped_for_windows

README = (
    "kk — сабақтың қазақ тіліндегі жинағы, ru — орыс тіліндегі жинағы.\n"
    "Екеуі бір сабақ. Әр қалтада өз README.txt файлы бар: содан бастаңыз.\n"
    "\n"
    "kk — комплект урока на казахском языке, ru — на русском.\n"
    "Это один и тот же урок. В каждой папке есть свой файл README.txt: начните с него.\n"
)


def both_zip(archives: Mapping[str, bytes]) -> bytes:
    """Return a ZIP with the kit of each language in a folder of its own. `archives` holds the two ZIPs by language."""
    contents, described, moments = [], [], []
    for language in LANGUAGES:
        with zipfile.ZipFile(io.BytesIO(archives[language])) as source:
            entry = json.loads(source.read("manifest.json"))
            described.append({**entry, "files": [_moved(file, language) for file in entry["files"]]})
            contents += [(f"{language}/{name}", source.read(name)) for name in source.namelist()]
            moments += [info.date_time for info in source.infolist()]
    contents.append(("README.txt", for_notepad(README)))
    contents.append(("manifest.json", as_json({"kits": described})))
    return zipped_for_windows(contents, max(moments))


def _moved(file: dict, language: str) -> dict:
    return {**file, "file": f"{language}/{file['file']}"}
