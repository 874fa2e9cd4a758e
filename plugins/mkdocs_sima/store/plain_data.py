"""Plain values as bytes and back, by MessagePack: reading it runs nothing, whoever wrote it."""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Made = TypeVar("_Made")


class BadDataError(ValueError):
    """These bytes are nothing that `pack` has made."""


class Keeps(Protocol):
    """What `remembered` needs of a store."""

    def get(self, namespace: str, key: bytes) -> bytes | None:
        """Return what is remembered."""

    def put(self, namespace: str, key: bytes, value: bytes) -> None:
        """Have it remembered."""


def pack(value: object) -> bytes:
    """Return a plain value as bytes; tuples, named ones too, are lists.

    Raises:
        TypeError: it holds something that is not plain.
        OverflowError: it holds a number of more than 64 bits.
    """
    import msgpack  # here and below: not every run has something to remember

    data: bytes = msgpack.packb(value, unicode_errors="surrogatepass")
    return data


def unpack(data: bytes) -> Any:
    """Return the value again, lists as tuples.

    Raises:
        BadDataError: the bytes are damaged.
    """
    import msgpack

    try:
        return msgpack.unpackb(
            data, use_list=False, strict_map_key=False, unicode_errors="surrogatepass"
        )
    except Exception as error:  # msgpack raises a dozen kinds, some of them bare `ValueError`s
        raise BadDataError(str(error)) from error


def pack_small(value: object) -> bytes:
    """Return a plain value as bytes, compressed; raises what `pack` does."""
    return zlib.compress(pack(value), level=1)


def unpack_small(data: bytes) -> Any:
    """Return the value again.

    Raises:
        BadDataError: the bytes are damaged.
    """
    try:
        return unpack(zlib.decompress(data))
    except zlib.error as error:
        raise BadDataError(str(error)) from error


def remembered(
    store: Keeps,
    namespace: str,
    key: bytes,
    make: Callable[[], _Made],
    to_plain: Callable[[_Made], object],
    from_plain: Callable[[Any], _Made],
    *,
    small: bool = False,
) -> _Made:
    """Return what the store has, or else make it and have it remembered.

    Args:
        store: where it may be.
        namespace: what it is.
        key: digest of all that it is made from.
        make: does the work.
        to_plain: turns the result into a plain value.
        from_plain: the reverse; what it raises means that the store holds something else.
        small: compress it.
    """
    data = store.get(namespace, key)
    with suppress(ValueError, TypeError, LookupError, AttributeError):  # somebody else wrote it
        if data is not None:
            return from_plain((unpack_small if small else unpack)(data))
    made = make()
    with suppress(TypeError, OverflowError):  # not plain: a date in front matter
        store.put(namespace, key, (pack_small if small else pack)(to_plain(made)))
    return made


def with_lists(value: Any) -> Any:
    """Return what was unpacked with lists in place of tuples, as YAML and JSON are read."""
    if isinstance(value, tuple):
        return [with_lists(item) for item in value]
    if isinstance(value, dict):
        return {key: with_lists(item) for key, item in value.items()}
    return value
