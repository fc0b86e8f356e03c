"""The lawyer's checklist, the comparison of languages, and steps that began before there was a state of their own."""

from django.db import migrations

LANGUAGE_REVIEW, LEGAL_REVIEW = "Тілдік тексеру · Языковая проверка", "Заңгердің тексеруі · Проверка юриста"

CHECKLIST = {
    "kk": [
        "Норма бүгін қолданыста, өзгерістері ескерілген",
        "Әр тұжырымның бабы көрсетілген, сілтемесі дұрыс",
        "Нақты бір адамның ісіне кеңес берілмеген",
        "Сомалар, мерзімдер мен күндер тексерілген",
    ],
    "ru": [
        "Норма действует сегодня, изменения учтены",
        "У каждого утверждения указана статья, ссылка верна",
        "Нет совета по делу конкретного человека",
        "Суммы, сроки и даты проверены",
    ],
}


def add_checklists(apps, schema_editor):
    task = apps.get_model("editorial.FourEyesTask").objects
    task.filter(name=LEGAL_REVIEW).update(
        checklist_kk="\n".join(CHECKLIST["kk"]), checklist_ru="\n".join(CHECKLIST["ru"])
    )
    task.filter(name=LANGUAGE_REVIEW).update(compares_twins=True)
    add_states(apps)


def add_states(apps):
    """Give steps that began with Wagtail's plain state the state of our own."""
    content_types = apps.get_model("contenttypes.ContentType").objects
    review_type, _created = content_types.get_or_create(app_label="editorial", model="reviewstate")
    state_model = apps.get_model("editorial.ReviewState")
    tasks = apps.get_model("editorial.FourEyesTask").objects.values("pk")
    plain = apps.get_model("wagtailcore.TaskState").objects.filter(task_id__in=tasks).exclude(
        pk__in=state_model.objects.values("pk")
    )
    fields = [field.attname for field in plain.model._meta.concrete_fields]
    for state in plain:
        values = {name: getattr(state, name) for name in fields if name != "id"}
        state_model(taskstate_ptr_id=state.pk, **{**values, "content_type_id": review_type.pk}).save_base(raw=False)


def forget(apps, schema_editor):
    """Leave the plain states behind."""
    content_types = apps.get_model("contenttypes.ContentType").objects
    plain_type, _created = content_types.get_or_create(app_label="wagtailcore", model="taskstate")
    keys = list(apps.get_model("editorial.ReviewState").objects.values_list("pk", flat=True))
    apps.get_model("wagtailcore.TaskState").objects.filter(pk__in=keys).update(content_type=plain_type)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0003_review_states")]
    operations = [migrations.RunPython(add_checklists, forget)]
