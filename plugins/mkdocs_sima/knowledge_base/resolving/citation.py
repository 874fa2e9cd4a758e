"""Where something is cited, and what stands beside it."""

from __future__ import annotations

from mkdocs_sima.knowledge_base.lookup.title_words import words_of


class Citation:
    """The surroundings of a mention, as far as they tell which of several is meant."""

    __slots__ = ("_gloss", "_written", "label", "path")

    def __init__(
        self, path: str | None = None, gloss: str | None = None, label: str | None = None
    ) -> None:
        self.path = path
        """The document that cites; None asks what a name means at all."""
        self.label = label
        """The labels and headings above it."""
        self._written = gloss
        self._gloss: frozenset[str] | None = None

    @property
    def gloss(self) -> frozenset[str]:
        """The words beside it, made comparable. Looked at only where several may be meant."""
        if self._gloss is None:
            self._gloss = words_of(self._written) if self._written else frozenset()
        return self._gloss

    def beside(self, words: frozenset[str], *, only: bool = False) -> Citation:
        """Return the same with further words beside it, or with these only."""
        other = Citation(self.path, None, self.label)
        other._gloss = words if only else words | self.gloss
        return other
