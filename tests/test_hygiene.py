"""Rules of the house that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

from factcheck.checks import checks
from factcheck.export import formats
from factcheck.kinds import kinds

ROOT = Path(__file__).parents[1]
KINDS = ROOT / "factcheck" / "kinds"
"""Below checks and formats: a word there that is also one of their names means something else."""
SOURCES = sorted([*ROOT.glob("factcheck/**/*.py"), *ROOT.glob("db/**/*.py")])


def own(package: str, name: str) -> tuple[Path, ...]:
    """Where a spec's name may be compared: its own module or package."""
    base = ROOT / "factcheck" / package
    return tuple(
        path for path in base.glob("**/*.py") if f'"{name}"' in path.read_text("utf-8") and path.name != "__init__.py"
    ) + tuple(base.glob(f"{name}/**/*.py"))


def decided_on(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Strings that a comparison, a match or a dictionary key turns on, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            parts: list[ast.expr | ast.pattern | None] = [node.left, *node.comparators]
        elif isinstance(node, ast.Dict):
            parts = [*node.keys]
        elif isinstance(node, ast.MatchValue):
            parts = [node.value]
        else:
            continue
        for part in parts:
            for leaf in ast.walk(part) if part is not None else ():
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                    yield leaf.value, leaf.lineno


def test_nothing_is_decided_on_a_specs_name_outside_its_own_file() -> None:
    names = [("kinds", set(kinds())), ("checks", set(checks())), ("export", set(formats()))]
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {word!r}"
        for path in SOURCES
        for word, line in decided_on(ast.parse(path.read_text("utf-8")))
        for package, known in names
        if word in known and path not in own(package, word)
        if package == "kinds" or KINDS not in path.parents
    ]
    assert not wrong


def test_every_module_says_what_it_is() -> None:
    silent = [path.relative_to(ROOT) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not silent
