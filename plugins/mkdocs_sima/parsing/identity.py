"""Which entry a document is, and by what other names it is cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_sima.model import RefId


@dataclass(frozen=True, slots=True)
class Identity:
    """The REF-ID of a document and the other spellings that find it."""

    path: str
    ref_id: RefId | None = None
    aliases: tuple[str, ...] = ()  # file name, stem, bare ID, ID of a file name that disagrees
    own_ids: tuple[RefId, ...] = ()
    """Every REF-ID by which the document names itself: never references."""
