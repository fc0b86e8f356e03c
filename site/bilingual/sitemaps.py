"""The sitemap: every public page of both trees with its twin, in a constant number of queries."""

from collections import defaultdict

from django.contrib.sitemaps import Sitemap
from wagtail.models import Page

from core.visibility import visible


class PairSitemap(Sitemap):
    """Pages below both homes, each with `xhtml:link` alternates."""

    def items(self):
        fields = ("pk", "path", "url_path", "translation_key", "last_published_at", "locale__language_code", "live")
        pages = list(visible(Page.objects.filter(depth__gte=2)).select_related("locale").only(*fields).order_by("path"))
        self.pairs = defaultdict(list)
        for page in pages:
            self.pairs[page.translation_key].append(page)
        return pages

    def location(self, page):
        return page.url

    def lastmod(self, page):
        return page.last_published_at

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page=page, site=site, protocol=protocol)
        root = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        for url in urls:
            twins = self.pairs[url["item"].translation_key]
            addresses = {twin.locale.language_code: root + twin.url for twin in twins}
            default = addresses.get("kk") or next(iter(addresses.values()))
            url["alternates"] = [
                {"lang_code": code, "location": address} for code, address in sorted(addresses.items())
            ] + [{"lang_code": "x-default", "location": default}]
        return urls
