"""Which files are minutes: invented papers of Swedish health-care offices, measured blind and never tuned on (see README.md)."""
