"""Invented minutes with labels made by hand; `build.py` writes them as Word files."""
