from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self):
        from core import live_use, uploads
        from core.labels_of_wagtail import name_fields

        name_fields()
        live_use.connect()
        uploads.clean_avatars()
