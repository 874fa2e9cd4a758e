"""What git adds to `sima check`: the same entries in a repository of 5,000 commits, and outside.

Each entry cites code that other commits change and rename. Both are checked in turn, the first time
and again. Some thousand findings more are told as well; `--select broken-link` shows what git alone
costs, `--select all` what the rules cost that are off.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from _peers import arguments_parser, module_cost

KINDS = ("without", "with")
_FILES = 500  # of code
_LINES = 40
_START = 1_700_000_000  # Unix time of the first commit; one an hour


def main() -> None:
    """Print the medians and the ratios."""
    parser = arguments_parser(__doc__)
    parser.add_argument("--commits", type=int, default=5000)
    parser.add_argument("--select", default="", help="rules, as `sima check` takes them")
    given = parser.parse_args()
    seconds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        write_repository(given.folder, work / "with", given.commits)
        shutil.copytree(work / "with" / "docs", work / "without" / "docs")
        for _ in range(given.runs):
            for kind in KINDS:
                shutil.rmtree(work / "cache", ignore_errors=True)
                os.environ["SIMA_CACHE_DIR"] = str(work / "cache" / kind)
                check = ["mkdocs_sima", "check", str(work / kind / "docs")]
                check += ["--select", given.select] if given.select else []
                for run in ("first", "again"):
                    cost = module_cost(*check, statuses=(0, 1))
                    seconds.setdefault(f"{run}, {kind} git", []).append(cost.wall)
    for run in ("first", "again"):
        without, with_git = (median(seconds[f"{run}, {kind} git"]) for kind in KINDS)
        times = f"without git {1000 * without:5.0f} ms, with {1000 * with_git:5.0f} ms"
        print(f"{run:6}{times}: {with_git / without:.2f}")


def write_repository(entries: Path, top: Path, commits: int) -> None:
    """Make a repository of entries, each of which cites three files of code, and of a past."""
    rng = random.Random(1)
    code = {f"src/part{n % 25}/module{n}.py": "" for n in range(_FILES)}
    documents: dict[str, bytes] = {}
    for path in sorted(path for path in entries.rglob("*.md") if path.is_file()):
        cited = ", ".join(f"`{file}`" for file in rng.sample(sorted(code), 3))
        name = f"docs/{path.relative_to(entries).as_posix()}"
        documents[name] = path.read_bytes() + f"\n\nSee {cited}.\n".encode()
    stream = bytearray()
    for number in range(commits):
        files: dict[str, bytes] = {} if number else dict(documents)
        names = sorted(code) if not number else rng.sample(sorted(code), rng.randint(1, 4))
        moved = names.pop() if number % 50 == 49 else None
        for file in names:
            files[file] = "".join(f"{file} {n or number}\n" for n in range(_LINES)).encode()
        if number % 7 == 6:
            document = rng.choice(sorted(documents))
            documents[document] += b"\nMore.\n"
            files[document] = documents[document]
        stream += _commit(number, files)
        if moved:
            new = moved.replace("/module", f"/moved{number}_")
            code[new] = code.pop(moved)
            stream += f"R {_quoted(moved)} {_quoted(new)}\n".encode()
    top.mkdir(parents=True)
    git = ("git", "-C", str(top))
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "fast-import", "--quiet"], input=bytes(stream), check=True)
    subprocess.run([*git, "reset", "-q", "--hard"], check=True)


def _commit(number: int, files: dict[str, bytes]) -> bytes:
    head = f"commit refs/heads/main\nmark :{number + 1}\n"
    head += f"committer A <a@example.org> {_START + 3600 * number} +0000\ndata 1\nx\n"
    head += f"from :{number}\n" if number else ""
    parts = [head.encode()]
    for path, data in files.items():
        parts.append(f"M 100644 inline {_quoted(path)}\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join(parts)


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
