from django.apps import AppConfig


class BilingualConfig(AppConfig):
    name = "bilingual"

    def ready(self):
        from django.db.models.signals import post_delete
        from wagtail.models import Page
        from wagtail.signals import page_published, page_unpublished

        from bilingual.roles import note_change_of_live_text, note_deletion

        # Wagtail publishes and unpublishes from several views without calling a method of the page.
        for signal in (page_published, page_unpublished):
            signal.connect(note_change_of_live_text, dispatch_uid="bilingual.note_change_of_live_text")
        post_delete.connect(note_deletion, sender=Page, dispatch_uid="bilingual.note_deletion")
