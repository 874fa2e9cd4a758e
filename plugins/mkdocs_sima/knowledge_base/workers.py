"""Parse many files on all cores: this process takes a share itself, forked ones take the others."""

from __future__ import annotations

import heapq
import os
import pickle
import threading
from typing import TYPE_CHECKING

from mkdocs_sima.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings

    File = tuple[str, bytes]  # path, content

# Below this many bytes, sending documents back takes longer than parsing them here.
WORTH_FROM = 3_000_000
_MOST = 8  # processes; what they send back is read by one
_SPEED = 0.8  # of a forked process, which must send its documents back, beside this one


def parse_on_all_cores(files: Sequence[File], settings: Settings) -> Iterator[Document]:
    """Parse files, in no particular order. Small amounts are parsed right here."""
    own, *others = _deal(files, _cores(files))
    # Plain forks: a child has the files and settings already, and `multiprocessing` takes as long
    # to import as a child saves on a hundred files.
    children = [(*_fork(share, settings), share) for share in others]
    yield from (parse(*file, settings) for file in own)
    for process, pipe, share in children:
        documents = _receive(process, pipe)
        if documents is None:  # the process was killed: nothing may be lost
            documents = [parse(*file, settings) for file in share]
        yield from documents


def _fork(share: Sequence[File], settings: Settings) -> tuple[int, int]:
    """Return the process that parses a share, and the pipe that its documents come from."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    status = 1
    try:
        os.close(reader)
        documents = _work(share, settings)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(documents)
        status = 0
    finally:
        os._exit(status)  # nothing of this process is to run on in a copy of it


def _work(share: Sequence[File], settings: Settings) -> bytes:
    documents = [parse(*file, settings) for file in share]
    return pickle.dumps(documents, pickle.HIGHEST_PROTOCOL)


def _receive(process: int, reader: int) -> list[Document] | None:
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(process, 0)
    documents: list[Document] | None = pickle.loads(data) if status == 0 else None
    return documents


def _cores(files: Sequence[File]) -> int:
    """Return how many processes pay here; 1 where forking isn't safe or isn't to be had."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    if sum(len(data) for _, data in files) < WORTH_FROM:
        return 1
    if threading.active_count() > 1:  # a thread may hold a lock that its copy would never release
        return 1
    return min(len(os.sched_getaffinity(0)), len(files), _MOST)


def _deal(files: Sequence[File], hands: int) -> list[list[File]]:
    """Deal the files, the largest first, to who will be done first; the first hand is our own."""
    shares: list[list[File]] = [[] for _ in range(hands)]
    done = [(0.0, hand) for hand in range(hands)]  # a heap
    for file in sorted(files, key=lambda file: (-len(file[1]), file[0])):
        time, hand = done[0]
        shares[hand].append(file)
        heapq.heapreplace(done, (time + len(file[1]) / (_SPEED if hand else 1), hand))
    return shares
