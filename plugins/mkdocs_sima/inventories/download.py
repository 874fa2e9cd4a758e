"""Fetch inventories from the web. The only place that asks the network for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import Request, urlopen

from mkdocs_sima.inventories import sphinx_format
from mkdocs_sima.inventories.copies import Copy

if TYPE_CHECKING:
    from datetime import date

TIMEOUT = 30  # seconds without an answer
_LARGEST = 16_000_000  # bytes


class DownloadError(Exception):
    """An inventory could not be fetched; the message says why."""


def fetch(url: str, today: date) -> Copy:
    """Return what the inventory at an `http(s)` address says now.

    Raises:
        DownloadError: it does not answer, or with something else.
    """
    try:
        request = Request(url, headers={"User-Agent": "mkdocs-sima"})
        with urlopen(request, timeout=TIMEOUT) as answer:
            data = answer.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise DownloadError(f"{url}: larger than {_LARGEST // 1_000_000} MB")
        name, entries = sphinx_format.read(data)
    except sphinx_format.BadInventoryError as error:
        raise DownloadError(f"{url}: {error}") from error
    except (URLError, OSError, ValueError) as error:
        raise DownloadError(f"{url}: {getattr(error, 'reason', error)}") from error
    return Copy(today.isoformat(), name, entries)
