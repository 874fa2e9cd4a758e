"""Where the package's templates and assets lie: beside it in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates(name: str) -> Path:
    """Return the folder of templates called `name`: "site" or "entries"."""
    inside = _PACKAGE / "templates" / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "templates" / name


def assets() -> Path:
    """Return the folder of stylesheets and scripts that a site serves."""
    return _PACKAGE / "assets"


def has_scripts() -> bool:
    """Tell whether the frontend is bundled: a clone may be installed without it."""
    return (assets() / "bundled" / "page.js").is_file()
