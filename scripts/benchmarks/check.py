"""`sima check` against a plain MkDocs-Material build of the same files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from _peers import arguments, cpu_seconds, write_site


def main() -> None:
    """Print the best CPU time of each and their ratio."""
    given = arguments(__doc__)
    with tempfile.TemporaryDirectory() as name:
        config = write_site(Path(name), given.folder, "search")
        build = ("mkdocs", "build", "--quiet", "--config-file", str(config))
        check = ("mkdocs_sima", "check", str(given.folder))
        peer = min(cpu_seconds(*build) for _ in range(given.runs))
        ours = min(cpu_seconds(*check, statuses=(0, 1)) for _ in range(given.runs))
    documents = sum(1 for _ in given.folder.rglob("*.md"))
    print(f"{documents} documents, best of {given.runs}, CPU seconds")
    print(f"plain build  {peer:6.2f}")
    print(f"sima check   {ours:6.2f}   {ours / peer:.3f} of the build")


if __name__ == "__main__":
    main()
