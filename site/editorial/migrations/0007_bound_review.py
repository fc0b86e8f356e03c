"""An approval says whether a lawyer gave it, and since when it holds no more."""

from django.db import migrations, models


LEGAL_REVIEW = "Заңгердің тексеруі · Проверка юриста"


def name_the_lawyers_step(apps, schema_editor):
    apps.get_model("editorial.FourEyesTask").objects.filter(name=LEGAL_REVIEW).update(checks_law=True)


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0006_own_pictures'),
    ]

    operations = [
        migrations.AddField(
            model_name='foureyestask',
            name='checks_law',
            field=models.BooleanField(default=False, help_text="A lawyer's step: pages about law go live only with its approval.", verbose_name='checks the law'),
        ),
        migrations.AddField(
            model_name='reviewstate',
            name='void_since',
            field=models.DateTimeField(blank=True, null=True, verbose_name='approval void since'),
        ),
        migrations.RunPython(name_the_lawyers_step, migrations.RunPython.noop),
    ]
