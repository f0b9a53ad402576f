"""`factcheck demo`: an example article on a desk that is thrown away afterwards."""

import click

from factcheck.cli._desk import config, look_options, reviewer_option


@click.command("demo")
@reviewer_option
@look_options
@click.option("--list", "only_list", is_flag=True, help="Name the examples and stop.")
@click.argument("name", default="wire")
def command(name: str, reviewer: str | None, theme: str | None, ascii_only: bool, only_list: bool) -> None:
    """Open an example article on a throw-away desk."""
    from dataclasses import replace
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from factcheck.cli._examples import EXAMPLES, example
    from factcheck.cli._incoming import incoming
    from factcheck.cli._screen import show

    if only_list:
        for known, told in EXAMPLES.items():
            click.echo(f"{known:8} {told}")
        return
    path = example(name)
    with TemporaryDirectory(prefix="factcheck-demo-") as folder:
        chosen = replace(config(None, reviewer, theme, ascii_only=ascii_only), desk=Path(folder) / "demo.db")
        show(chosen, lambda: incoming(str(path), chosen))
