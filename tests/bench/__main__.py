"""Runs every measurement of this folder, or those whose names are given."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import tests.bench


def main(chosen: list[str]) -> None:
    for info in iter_modules(tests.bench.__path__):
        if info.name.startswith("bench_") and (not chosen or info.name.removeprefix("bench_") in chosen):
            print(f"# {info.name.removeprefix('bench_')}")
            import_module(f"tests.bench.{info.name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
