"""What is made of files as old commits had them, kept: a commit never changes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from mkdocs_sima.history.contents import contents
from mkdocs_sima.store import fingerprint, pack, software, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from mkdocs_sima.history.repository import Repository

    Version = tuple[str, str]  # hash of a commit, path in the repository

_Made = TypeVar("_Made")


def made_of_old_versions(
    repository: Repository,
    name: str,
    wanted: Iterable[Version],
    depends_on: str,
    make: Callable[[Version, bytes], _Made],
    from_plain: Callable[[Any], _Made],
) -> dict[Version, _Made]:
    """Return what is made of old versions of files; git is asked once for all that aren't kept.

    Args:
        repository: where they are.
        name: of what is made.
        wanted: the versions; what git doesn't find is left out.
        depends_on: what it depends on besides the text.
        make: makes it, as a named tuple of plain values.
        from_plain: makes it of such values.
    """
    store, basis = repository.store, fingerprint(software(), depends_on)
    found, missing = {}, []
    for version in wanted:
        kept = store.get(name, fingerprint(basis, *version))
        with suppress(ValueError, TypeError):  # somebody else wrote it
            if kept is not None:
                found[version] = from_plain(unpack(kept))
                continue
        missing.append(version)
    texts = contents(repository.top, missing) if repository.top else []
    for version, text in zip(missing, texts, strict=True):
        if text is not None:
            found[version] = make(version, text)
            store.put(name, fingerprint(basis, *version), pack(found[version]))
    return found
