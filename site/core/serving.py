"""Finding the page of an address in two queries, however deep it lies.

Wagtail walks the tree slug by slug with two queries a level. Here the deepest live page whose path begins the
address is fetched at once; what is left of the address is the page's own affair (a kit, a feed).

Pages answer those who read. A route of a page that takes a form in says so itself, with `takes_post`.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from core import languages
from core.visibility import is_covered

# The tree has room for no more levels: a path of 255 characters, four a level.
DEEPEST = 63
SAFE = ("GET", "HEAD")


def takes_post(view: Callable) -> Callable:
    """Mark a route of a page that may be posted to.

    No session and no cookie stand behind it, so there is nothing that a forged form could misuse; a route that changes
    something asks for its own proof.
    """
    view.takes_post = True
    return view


@csrf_exempt  # readers have no session; see `takes_post`
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at `path` in the language of the request, through Wagtail's own hooks."""
    if request.method not in (*SAFE, "POST"):
        return HttpResponseNotAllowed(SAFE)
    route = find_route(request, path)
    if request.method == "POST" and not (route.args and getattr(route.args[0], "takes_post", False)):
        return HttpResponseNotAllowed(SAFE)
    # Page.route_for_request looks for its answer under this name before it searches; a test holds that.
    request._wagtail_route_for_request = route
    return wagtail_serve(request, path)


def find_route(request: HttpRequest, path: str) -> RouteResult:
    """Return the page at `path` below the home of the active language. Raises Http404 where there is none."""
    slugs = [slug for slug in path.split("/") if slug]
    home = home_path(languages.active())
    names = [home.strip("/").rsplit("/", 1)[-1], *slugs[:DEEPEST]]
    candidates = [home + "".join(f"{slug}/" for slug in names[1:count]) for count in range(1, len(names) + 1)]
    # The slug is indexed and the url_path is not, so both stand in the condition.
    pages = Page.objects.filter(slug__in=names, url_path__in=candidates).annotate(is_covered=is_covered())
    found = pages.order_by("-depth").first()
    if found is None or found.specific_class is None:
        raise Http404
    related = getattr(found.specific_class, "related_on_view", ())
    page = found.specific_class.objects.select_related(*related).get(pk=found.pk)
    page.is_covered = found.is_covered
    rest = slugs[candidates.index(found.url_path) :]
    return page.route(request, rest)


def home_path(language: str) -> str:
    """Return the tree path of the home page in `language`. Raises Http404 while no site is set up."""
    for root in Site.get_site_root_paths():
        if root.language_code == language:
            return root.root_path
    raise Http404
