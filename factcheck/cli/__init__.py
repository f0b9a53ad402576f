"""The command line: where the parts are put together, one command a module."""

import errno
import os
import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from factcheck import __version__
from factcheck.cli._desk import config, db_option, look_options, readonly_option, reviewer_option
from factcheck.errors import FactcheckError
from factcheck.safe import safe


class Commands(click.Group):
    """Finds its commands in this package's modules and imports one only when it is asked for.

    A FactcheckError becomes one sentence on standard error and exit status 1, or the status the command chose; output
    that cannot be written ends with status 2.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(context):
            return None
        command = import_module(f"{__name__}.{name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except FactcheckError as error:
            click.echo(f"factcheck: {safe(error.message)}", err=True)
            sys.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is not None:
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # What is buffered would be tried again at the end.
            click.echo(f"factcheck: the output cannot be written: {error.strerror}.", err=True)
            sys.exit(2)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@db_option
@reviewer_option
@look_options
@readonly_option
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def main(
    context: click.Context,
    db: str | None,
    reviewer: str | None,
    theme: str | None,
    ascii_only: bool,
    readonly: bool,
) -> None:
    """A fact-checking desk in a terminal.

    Without a command it opens the desk: every article with what is done, disputed and open.
    """
    if context.invoked_subcommand is None:
        from factcheck.cli._screen import show

        show(config(db, reviewer, theme, ascii_only=ascii_only), readonly=readonly)
    # A command's own options come later and win.
    told = {"FACTCHECK_DB": db, "FACTCHECK_REVIEWER": reviewer, "FACTCHECK_READONLY": "1" if readonly else ""}
    os.environ.update({name: words for name, words in told.items() if words})
