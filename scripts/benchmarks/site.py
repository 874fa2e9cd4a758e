"""A build with the plugin against a plain MkDocs-Material build of the same files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from _peers import arguments, module_cost, write_site


def main() -> None:
    """Print the best CPU time of each and their ratio."""
    given = arguments(__doc__)
    best: dict[str, float] = {}
    for plugins in (("search",), ("search", "sima")):
        with tempfile.TemporaryDirectory() as name:
            config = write_site(Path(name), given.folder, *plugins)
            build = ("mkdocs", "build", "--quiet", "--config-file", str(config))
            best[plugins[-1]] = min(module_cost(*build).cpu for _ in range(given.runs))
    documents = sum(1 for _ in given.folder.rglob("*.md"))
    print(f"{documents} documents, best of {given.runs}, CPU seconds")
    print(f"plain build  {best['search']:6.2f}")
    print(f"with sima    {best['sima']:6.2f}   {best['sima'] / best['search']:.2f} times that")


if __name__ == "__main__":
    main()
