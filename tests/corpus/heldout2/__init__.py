"""A second set of minutes for blind measuring: written without sight of the extraction rules, never tuned on (see README.md)."""
