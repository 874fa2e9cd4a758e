"""How a command says that it could not run: one line on stderr and exit status 2."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from mkdocs_sima.settings import SettingsError
from mkdocs_sima.settings.project import ProjectError
from mkdocs_sima.store import StorePlaceError

if TYPE_CHECKING:
    from collections.abc import Iterator


class CouldNotRunError(click.ClickException):
    """Printed by Click as `Error: message`, without a traceback."""

    exit_code = 2


@contextmanager
def could_not_run(*others: type[Exception]) -> Iterator[None]:
    """Turn the errors that a user can act on into one line; `others` adds a command's own."""
    expected: tuple[type[Exception], ...] = (
        ProjectError,
        SettingsError,
        StorePlaceError,
        OSError,
        *others,
    )
    try:
        yield
    except BrokenPipeError:
        raise  # who reads the output has seen enough; Click ends quietly
    except expected as error:
        raise CouldNotRunError(_words(error)) from error


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
