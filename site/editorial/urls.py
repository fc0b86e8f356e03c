"""Addresses of reviewers, below /admin/review/."""

from django.urls import path

from editorial.review import ReviewView, take

app_name = "editorial"

urlpatterns = [
    path("<int:page_id>/", ReviewView.as_view(), name="review"),
    path("<int:page_id>/take/", take, name="take"),
]
