"""Parse many files on all cores: this process takes a share itself, forked ones take the others."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from mkdocs_sima.parsing import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings

    File = tuple[str, bytes]  # path, content

# Below this many bytes, starting processes and sending documents back costs more than it saves.
WORTH_FROM = 8_000_000
_MOST = 8  # processes; what they send back is read by one


def parse_on_all_cores(files: Sequence[File], settings: Settings) -> Iterator[Document]:
    """Parse files, in no particular order. Small amounts are parsed right here."""
    cores = _cores(files)
    if cores < 2:
        yield from (parse(*file, settings) for file in files)
        return
    import multiprocessing  # slow to import

    context = multiprocessing.get_context("fork")  # a child has the files already
    own, *others = _deal(files, cores)
    running = []
    for share in others:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(sender, share, settings), daemon=True)
        process.start()
        sender.close()
        running.append((process, receiver, share))
    yield from (parse(*file, settings) for file in own)
    for process, receiver, share in running:
        try:
            documents: list[Document] = receiver.recv()
        except EOFError:  # the process was killed: nothing may be lost
            documents = [parse(*file, settings) for file in share]
        yield from documents
        process.join()


def _work(sender: Connection, share: Sequence[File], settings: Settings) -> None:
    sender.send([parse(*file, settings) for file in share])


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
    """Deal the files into shares of about equal size."""
    by_size = sorted(files, key=lambda file: (len(file[1]), file[0]))
    return [by_size[hand::hands] for hand in range(hands)]
