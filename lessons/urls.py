"""Short addresses without a language: what a printed page leads to."""

from django.urls import path, re_path

from lessons import printouts

urlpatterns = [
    path("", printouts.find_printout, name="find_printout"),
    re_path(r"^(?P<code>[A-Za-z0-9]{1,20})/$", printouts.printout, name="printout"),
    re_path(r"^(?P<code>[A-Za-z0-9]{1,20})/(?P<language>[a-z]{2})/$", printouts.printout, name="printout_in"),
    re_path(r"^(?P<code>[A-Za-z0-9]{1,20})/(?P<name>[\w-]+\.[a-z]+)$", printouts.kit_file, name="kit_file"),
]
