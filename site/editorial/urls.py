"""Addresses of reviewers, below /admin/review/."""

from django.urls import path

from editorial.invitations import invite, revoke
from editorial.review import ReviewView, take

app_name = "editorial"

urlpatterns = [
    path("<int:page_id>/", ReviewView.as_view(), name="review"),
    path("<int:page_id>/take/", take, name="take"),
    path("<int:page_id>/invite/", invite, name="invite"),
    path("<int:page_id>/invitations/<int:invitation_id>/revoke/", revoke, name="revoke"),
]
