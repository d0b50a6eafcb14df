"""What a language calls things: data that a speaker edits, one TOML file a language, and its loader."""

from functions.languages.pack import LanguagePack, available, load

__all__ = ["LanguagePack", "available", "load"]
