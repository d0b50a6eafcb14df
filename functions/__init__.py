"""Dagordning: minutes in, columns and open points out, the next agenda drafted."""

__version__ = "0.1.0"
