"""Addresses of the translator, below /admin/translation/."""

from django.urls import path

from bilingual.exchange_views import export_file, import_file
from bilingual.screen import TranslateView, create, drop_leftover

app_name = "bilingual"

urlpatterns = [
    path("<int:page_id>/", TranslateView.as_view(), name="translate"),
    path("<int:page_id>/export/", export_file, name="export"),
    path("<int:page_id>/import/", import_file, name="import"),
    path("<int:page_id>/create/", create, name="create"),
    path("<int:page_id>/leftovers/<int:leftover_id>/drop/", drop_leftover, name="drop_leftover"),
]
