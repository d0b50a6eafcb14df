"""All benches in one run: `python -m tests.bench`. Ratios against a floor measured beside them; absolute times are told, never judged."""

from __future__ import annotations

import importlib
import pkgutil

import tests.bench


def main() -> None:
    """Run every bench module's `main`, in the order of their names."""
    for module in sorted(pkgutil.iter_modules(tests.bench.__path__), key=lambda entry: entry.name):
        if module.name != "__main__":
            print(f"\n== {module.name}")
            importlib.import_module(f"tests.bench.{module.name}").main()


if __name__ == "__main__":
    main()
