from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "editorial"

    def ready(self):
        from editorial import following, handovers

        following.connect()
        handovers.connect()
