"""Tests of the language packs: that each is whole, that its rules do what their examples say, and that its language is read."""
