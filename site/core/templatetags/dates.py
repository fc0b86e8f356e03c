"""Dates in templates."""

from django import template

from core.dates import describe_partial_date

register = template.Library()
register.filter("partial_date", describe_partial_date)
