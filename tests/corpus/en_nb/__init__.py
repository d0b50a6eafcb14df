"""English and Norwegian minutes with labels: the development set of the language packs (see README.md)."""
