"""Results in, the same results out in a later run: by all that they were made from, as bytes.

    with open_store(place) as store:
        key = fingerprint(software(), settings, content)
        data = store.get("documents", key)  # bytes, or None: then do the work,
        store.put("documents", key, data)   # and have it remembered

A key must hold everything that the result depends on; nothing is ever declared out of date. A
namespace says what the bytes are, and is changed when their form changes. Both calls are cheap and
never raise: a store that can't be read or written is one that remembers nothing. What others may
have written into it is data, never code: `pack` and `unpack` turn plain values (`None`, booleans,
numbers, texts, bytes, lists, mappings) into bytes and back (`pack_small` compresses them);
`remembered` does all of it at once.
"""

from mkdocs_sima.store.database import NO_STORE, Store, open_store, temporary_store
from mkdocs_sima.store.keys import DIGEST, fingerprint, software
from mkdocs_sima.store.place import OFF, Place, StorePlaceError, find_place
from mkdocs_sima.store.plain_data import (
    BadDataError,
    pack,
    pack_small,
    remembered,
    unpack,
    unpack_small,
    with_lists,
)

__all__ = [
    "DIGEST",
    "NO_STORE",
    "OFF",
    "BadDataError",
    "Place",
    "Store",
    "StorePlaceError",
    "find_place",
    "fingerprint",
    "open_store",
    "pack",
    "pack_small",
    "remembered",
    "software",
    "temporary_store",
    "unpack",
    "unpack_small",
    "with_lists",
]
