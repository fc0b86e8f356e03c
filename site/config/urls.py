"""Every address of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from bilingual.sitemaps import PairSitemap
from bilingual.views import choose_language
from core.serving import serve
from core.views import healthy, media, robots
from editorial.outside import OutsideView
from editorial.review import to_the_review
from lessons.offline import saved_lessons, worker
from search.views import opensearch, search

# Django looks for what it misses once more below /kk/; what only machines ask for is not looked for there.
NOT_FOR_MACHINES = r"^(?!k/|(?:admin|documents|healthz|media|sitemap|static)\b)"
PAGE = NOT_FOR_MACHINES + r"((?:[\w\-]+/)*)$"
FILE_OF_A_PAGE = NOT_FOR_MACHINES + r"((?:[\w\-]+/)*[\w\-]+\.[a-z0-9]+)$"

urlpatterns = [
    path("", choose_language, name="choose_language"),
    # Stands before Wagtail's own view, which would approve a text without asking which one was read.
    path("admin/pages/workflow/action/<int:page_id>/<slug:action>/<int:step>/", to_the_review),
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("sw.js", worker, name="worker"),
    path("robots.txt", robots, name="robots"),
    path("healthz", healthy, name="healthy"),
    path("k/", include("lessons.urls")),
    # Wagtail looks the name up when a page is private, and finds the one sign-in behind it.
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login"), name="wagtailcore_login"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PairSitemap}}, name="sitemap"),
]

if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/<path:path>", media, name="media"))

urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    path("saved/", saved_lessons, name="saved_lessons"),
    path("outside-review/", OutsideView.as_view(), name="outside_review"),
    path("outside-review/page/", OutsideView.as_view(), {"part": "page"}, name="outside_review_page"),
    path("opensearch.xml", opensearch, name="opensearch"),
    re_path(PAGE, serve, name="wagtail_serve"),
    re_path(FILE_OF_A_PAGE, serve, name="page_file"),
)

handler404 = "bilingual.errors.page_not_found"
handler500 = "bilingual.errors.server_error"
