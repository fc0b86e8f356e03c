from django.apps import AppConfig


class BilingualConfig(AppConfig):
    name = "bilingual"

    def ready(self):
        from wagtail.signals import page_published, page_unpublished

        from bilingual.roles import note_change_of_live_text

        # Wagtail publishes and unpublishes from several views without calling a method of the page.
        for signal in (page_published, page_unpublished):
            signal.connect(note_change_of_live_text, dispatch_uid="bilingual.note_change_of_live_text")
