"""What teachers tell is kept once and read by editors; a quest has stations of their own; codes have a shape."""

import lessons.blocks
import secrets
import wagtail.fields
from django.db import migrations, models

ACTIONS = ["view", "change", "delete"]


def let_editors_read_reports(apps, schema_editor):
    """Editors show reports or put them away. Nobody adds one: teachers do."""
    content_type, _created = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="lessons", model="taughtreport"
    )
    editors = apps.get_model("auth.Group").objects.get(name="Editors")
    for action in ACTIONS:
        permission, _created = apps.get_model("auth.Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_taughtreport",
            defaults={"name": f"Can {action} report of a lesson taught"},
        )
        editors.permissions.add(permission)


def shut_reports(apps, schema_editor):
    apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="lessons", codename__in=[f"{action}_taughtreport" for action in ACTIONS]
    ).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('lessons', '0006_built_editions'),
        ('editorial', '0002_roles_and_workflows'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.RunPython(let_editors_read_reports, shut_reports),
        # The table is as new as the migration before this one, and empty: the default meets no row.
        migrations.AddField(
            model_name='taughtreport',
            name='submission',
            field=models.CharField(default=secrets.token_hex, editable=False, help_text='Keeps a double click single.', max_length=64, unique=True),
        ),
        migrations.AlterField(
            model_name='lessonpage',
            name='objectives',
            field=wagtail.fields.StreamField([('objective', 4)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Objective'}), 1: ('lessons.blocks.CodeBlock', (), {'default': '', 'label': 'Code in the programme', 'required': False}), 2: ('core.blocks.keys.KeyBlock', (), {'default': '', 'help_text': 'Where the code stands: number and year of the order.', 'label': 'Edition of the programme', 'max_length': 40, 'required': False}), 3: ('wagtail.blocks.BooleanBlock', (), {'label': 'The code is checked', 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('text', 0), ('code', 1), ('edition', 2), ('verified', 3)]], {})}, verbose_name='learning objectives'),
        ),
        migrations.AlterField(
            model_name='lessonpage',
            name='roles',
            field=wagtail.fields.StreamField([('role', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Role'}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'What the role does'}), 2: ('wagtail.blocks.ChoiceBlock', [], {'choices': lessons.blocks.icon_choices, 'label': 'Picture', 'required': False}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('text', 1), ('icon', 2)]], {})}, verbose_name='role cards'),
        ),
        migrations.AlterField(
            model_name='lessonpage',
            name='stages',
            field=wagtail.fields.StreamField([('stage', 15), ('station', 17)], blank=True, block_lookup={0: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('start', 'Beginning'), ('middle', 'Middle'), ('end', 'End')], 'label': 'Part of the lesson'}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Title'}), 2: ('wagtail.blocks.IntegerBlock', (), {'label': 'Minutes', 'max_value': 180, 'min_value': 1, 'required': False}), 3: ('wagtail.blocks.BooleanBlock', (), {'label': 'Station of the quest', 'required': False}), 4: ('core.blocks.body.RichText', (), {'default': '', 'label': 'What the teacher does', 'required': False}), 5: ('core.blocks.body.RichText', (), {'default': '', 'label': 'What the pupils do', 'required': False}), 6: ('wagtail.blocks.TextBlock', (), {'default': '', 'label': 'Assessment', 'required': False}), 7: ('wagtail.blocks.TextBlock', (), {'default': '', 'label': 'Resources', 'required': False}), 8: ('wagtail.blocks.ChoiceBlock', [], {'choices': lessons.blocks.icon_choices, 'label': 'Picture', 'required': False}), 9: ('wagtail.blocks.TextBlock', (), {'default': '', 'label': 'Task on the card', 'required': False}), 10: ('wagtail.blocks.TextBlock', (), {'default': '', 'help_text': 'What the team takes on to the next station.', 'label': 'Hint', 'required': False}), 11: ('wagtail.blocks.TextBlock', (), {'default': '', 'help_text': 'For the teacher alone; it is never on the card.', 'label': 'Answer', 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('icon', 8), ('task', 9), ('clue', 10), ('answer', 11)]], {'label': 'Station card', 'required': False}), 13: ('wagtail.blocks.IntegerBlock', (), {'help_text': 'How short the stage may become in a shorter lesson; empty: half of its minutes.', 'label': 'At least minutes', 'max_value': 180, 'min_value': 1, 'required': False}), 14: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('live', 'Only with a live animal'), ('none', 'Only without a live animal')], 'label': 'Live animal', 'required': False}), 15: ('wagtail.blocks.StructBlock', [[('phase', 0), ('title', 1), ('minutes', 2), ('is_station', 3), ('teacher', 4), ('pupils', 5), ('assessment', 6), ('resources', 7), ('card', 12), ('shortest', 13), ('animal', 14)]], {}), 16: ('wagtail.blocks.BooleanBlock', (), {'default': True, 'label': 'Station of the quest', 'required': False}), 17: ('wagtail.blocks.StructBlock', [[('title', 1), ('minutes', 2), ('card', 12), ('teacher', 4), ('pupils', 5), ('assessment', 6), ('resources', 7), ('phase', 0), ('is_station', 16), ('shortest', 13), ('animal', 14)]], {})}, verbose_name='course of the lesson'),
        ),
    ]
