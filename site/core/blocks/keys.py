"""Values that are the same in every language."""

from wagtail import blocks


class KeyBlock(blocks.CharBlock):
    """A short value that nobody translates, a code or a year: a translation takes it over with the structure."""

    def get_translatable_segments(self, value) -> list:
        return []

    def restore_translated_segments(self, value, segments):
        return value
