"""A folder in, what git knows of it and of the repository around it out: files, dates, renames.

    with_git = open_repository(folder, store)
    with_git.history.last("docs/a.md")  # a `Commit`, or None

git is asked by its command, in the background while others read files, and what it says of the past
is kept by the commit that it is seen from. Without git, outside a repository, or where git refuses,
a `Repository` is empty and says nothing. Paths are relative to the top of the repository, with `/`.
"""

from mkdocs_sima.history.past import NO_HISTORY, Commit, History, Move
from mkdocs_sima.history.repository import NO_REPOSITORY, Repository, open_repository

__all__ = [
    "NO_HISTORY",
    "NO_REPOSITORY",
    "Commit",
    "History",
    "Move",
    "Repository",
    "open_repository",
]
