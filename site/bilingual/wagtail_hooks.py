"""What the language layer changes in the admin."""

from bilingual import upstream  # noqa: F401 - registers its hook
