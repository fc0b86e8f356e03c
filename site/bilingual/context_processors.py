"""What every template may ask for."""

from django.http import HttpRequest

from bilingual.navigation import Navigation


def navigation(request: HttpRequest) -> dict[str, Navigation]:
    """Offer the navigation to views that show no page; a page brings its own."""
    return {"navigation": Navigation(request)}
