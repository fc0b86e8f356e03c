"""Measurements, run by hand; each compares things side by side in one run."""
