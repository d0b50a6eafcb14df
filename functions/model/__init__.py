"""The nouns that the stages share, as frozen values."""
