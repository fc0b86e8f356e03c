"""The first terms of the glossary; editors keep them from here on."""

import csv
from pathlib import Path

from django.db import migrations

TERMS = Path(__file__).resolve().parents[1] / "glossary.tsv"


def add_terms(apps, schema_editor):
    with TERMS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    term = apps.get_model("bilingual.Term")
    term.objects.bulk_create([term(**row) for row in rows], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("bilingual", "0001_pairs")]
    operations = [migrations.RunPython(add_terms, migrations.RunPython.noop)]
