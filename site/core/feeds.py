"""An Atom feed of a section, in the section's language."""

import uuid

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed


class SectionFeed(Feed):
    """The newest pages of one section."""

    feed_type = Atom1Feed
    author_name = settings.WAGTAIL_SITE_NAME
    length = 20

    def __init__(self, section):
        super().__init__()
        self.section = section
        self.language = section.language

    @classmethod
    def response(cls, section, request: HttpRequest) -> HttpResponse:
        """Answer a request for the feed of `section`."""
        return cls(section)(request)

    def get_object(self, request):
        self.feed_address = request.build_absolute_uri(request.path)
        return self.section

    def title(self, section):
        return section.title

    def subtitle(self, section):
        return section.summary

    def link(self, section):
        return section.url

    def feed_url(self, section):
        return self.feed_address

    def items(self, section):
        return list(section.items()[: self.length])

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.summary

    def item_link(self, item):
        return item.url

    def item_guid(self, item):
        """A name of its own for each twin, that outlives a change of address."""
        return uuid.uuid5(item.translation_key, self.language).urn

    def item_pubdate(self, item):
        return item.first_published_at

    def item_updateddate(self, item):
        return item.last_published_at
