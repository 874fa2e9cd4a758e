"""The terms of all pages as they were in the last build: only pages that changed are read again.

What is kept tells for each page of which text it is, so that it need not be thrown away.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs_sima.site.search.instant.postings import Postings
from mkdocs_sima.store import (
    NO_STORE,
    BadDataError,
    fingerprint,
    pack_small,
    software,
    unpack_small,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.store import Store

_NAMESPACE = "postings"
_FEW = 0.1  # of all pages; where more have changed, all of them are sooner read
_DAMAGED = (BadDataError, TypeError, ValueError, LookupError, AttributeError)


def kept_postings(store: Store, name: str, pages: Sequence[bytes], most: float) -> Postings:
    """Return the terms of all pages, with their lines still to be written.

    Args:
        store: what is remembered.
        name: tells these pages, and what of them is meant, from others.
        pages: JSON of each page: term → weight.
        most: a term on more pages than this gets no line.
    """
    if store is NO_STORE:
        return _read(pages, most)
    key = fingerprint(software(), name, len(pages), most)
    made_from = [fingerprint(page) for page in pages]
    with suppress(*_DAMAGED):
        if data := store.get(_NAMESPACE, key):
            known, numbers, lines = unpack_small(data)
            changed = [n for n, own in enumerate(made_from) if known[n] != own]
            if len(changed) <= _FEW * len(pages):
                found = Postings(most)
                found.numbers = {term: [*places] for term, places in numbers.items()}
                found.lines = dict(lines)
                for number in changed:
                    found.remove(number)
                    found.add(number, json.loads(pages[number]))
                if changed:
                    _keep(store, key, made_from, found)
                return found
    found = _read(pages, most)
    _keep(store, key, made_from, found)
    return found


def _read(pages: Sequence[bytes], most: float) -> Postings:
    found = Postings(most)
    for number, page in enumerate(pages):
        found.add(number, json.loads(page))
    return found


def _keep(store: Store, key: bytes, made_from: list[bytes], found: Postings) -> None:
    found.write()
    store.put(_NAMESPACE, key, pack_small((made_from, found.numbers, found.lines)))
