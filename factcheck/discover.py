"""How kinds, checks, readers and formats are found: one spec a module, by walking a package."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType
from typing import Protocol, TypeVar


class Spec(Protocol):
    """What every spec has: a name of its own."""

    @property
    def name(self) -> str: ...


S = TypeVar("S", bound=Spec)


def discover(package: ModuleType, spec: type[S]) -> Mapping[str, S]:
    """Every `spec` that a module of `package` offers, by name, in name order.

    A module or subpackage whose name starts with an underscore is a part of its neighbours and offers nothing.

    Raises:
        TypeError: if a module offers none or several, or two offer one name.
    """
    found: dict[str, S] = {}
    for info in iter_modules(package.__path__, f"{package.__name__}."):
        if info.name.rpartition(".")[2].startswith("_"):
            continue
        offers = [value for value in vars(import_module(info.name)).values() if type(value) is spec]
        if len(offers) != 1:
            raise TypeError(f"{info.name} offers {len(offers)} {spec.__name__}s, not 1")
        if offers[0].name in found:
            raise TypeError(f"{info.name}: the name {offers[0].name!r} is taken")
        found[offers[0].name] = offers[0]
    return MappingProxyType(dict(sorted(found.items())))
