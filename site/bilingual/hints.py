"""What is offered beside a text, never filled in: terms of the glossary, and the same text translated earlier."""

import re
from collections import defaultdict

from bilingual.comparison import Row, State
from bilingual.models import Confirmation, Term

MOST = 5


class Glossary:
    """The managed terms, found in texts of `language` at the beginning of words: Kazakh adds endings, not prefixes."""

    def __init__(self, language: str):
        self.terms: dict[str, list[Term]] = defaultdict(list)
        for term in Term.objects.all():
            for wording in _wordings(getattr(term, language)):
                self.terms[wording].append(term)
        longest_first = sorted(filter(None, self.terms), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})") if longest_first else None

    def terms_in(self, text: str) -> list[Term]:
        if self._pattern is None:
            return []
        found = dict.fromkeys(self._pattern.findall(text.casefold()))
        return list(dict.fromkeys(term for wording in found for term in self.terms[wording]))[:MOST]


def _wordings(term: str) -> list[str]:
    """Return the ways a term may be written: "акимат; әкімдік" is two, and what stands in brackets explains."""
    bare = re.sub(r"\([^)]*\)|[«»]", " ", term)
    return [" ".join(wording.split()).casefold() for wording in re.split(r"[;/]", bare) if wording.strip()]


def earlier_translations(rows: list[Row], language: str, translation_language: str) -> dict[str, list[str]]:
    """Return what was confirmed on any page for the very same originals, newest first, by the original's digest."""
    digests = {row.original.digest for row in rows if row.original and row.state != State.IN_STEP}
    known = Confirmation.objects.filter(is_confirmed=True, **{f"{language}_digest__in": digests}).order_by(
        "-confirmed_at"
    )
    found: dict[str, list[str]] = defaultdict(list)
    for confirmation in known[:1000]:
        texts = found[confirmation.digest(language)]
        if confirmation.text(translation_language) not in texts and len(texts) < MOST:
            texts.append(confirmation.text(translation_language))
    return found
