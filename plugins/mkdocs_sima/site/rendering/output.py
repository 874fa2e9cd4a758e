"""What the parts of the renderer write to."""

from __future__ import annotations


class Output:
    """HTML, and beside it the plain words that the search reads."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.words: list[str] = []  # since the last heading
        self.heading: list[str] | None = None  # the text of the open heading
        self._outer: list[list[str]] = []

    def write(self, *html: str) -> None:
        """Write HTML."""
        self.pieces += html

    def say(self, text: str) -> None:
        """Note text that a reader sees."""
        self.words.append(text)
        if self.heading is not None:
            self.heading.append(text)

    def push(self) -> None:
        """Collect the HTML that follows apart."""
        self._outer.append(self.pieces)
        self.pieces = []

    def pop(self) -> str:
        """Return what was collected since `push`."""
        html = "".join(self.pieces)
        self.pieces = self._outer.pop()
        return html

    @property
    def is_apart(self) -> bool:
        """Whether something is being collected apart."""
        return bool(self._outer)
