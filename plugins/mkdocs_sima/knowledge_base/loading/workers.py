"""Parse many files on all cores: this process and forked ones take from one queue."""

from __future__ import annotations

import io
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
    Batch = Sequence[File]

# Below this many bytes, sending documents back takes longer than parsing them here.
WORTH_FROM = 3_000_000
_MOST_PROCESSES = 8  # what they send back is read by one
_MOST_BATCHES = 1_000  # so that the pipe that queues them never fills up
_NUMBER = 4  # bytes of the number of a batch


def parse_on_all_cores(files: Sequence[File], settings: Settings) -> Iterator[Document]:
    """Parse files, in no particular order. Small amounts are parsed right here."""
    processes = _processes(files)
    if processes < 2:
        yield from (parse(*file, settings) for file in files)
        return
    batches = _batches(files)
    queue = _queued(len(batches))
    # Plain forks: a child has the files and settings already, and `multiprocessing` takes as long
    # to import as a child saves on a hundred files.
    forks = (_fork(queue, batches, settings) for _ in range(processes - 1))
    children = [child for child in forks if child]
    missing = {path for path, _ in files}
    for documents in (
        _parsed(queue, batches, settings),
        *(_received(*child) for child in children),
    ):
        for document in documents:
            missing.discard(document.path)
            yield document
    os.close(queue)
    # A process that was killed took its documents with it; nothing may be lost.
    yield from (parse(*file, settings) for file in files if file[0] in missing)


def _batches(files: Sequence[File]) -> list[Batch]:
    """Return the files in batches, the largest first, so that all processes end at about once."""
    by_size = sorted(files, key=lambda file: (-len(file[1]), file[0]))
    size = max(8, -(-len(files) // _MOST_BATCHES))
    return [by_size[at : at + size] for at in range(0, len(files), size)]


def _queued(count: int) -> int:
    """Return a pipe that holds the numbers from 0; whoever reads one has it alone."""
    reader, writer = os.pipe()
    os.write(writer, b"".join(number.to_bytes(_NUMBER, "big") for number in range(count)))
    os.close(writer)
    return reader


def _parsed(queue: int, batches: Sequence[Batch], settings: Settings) -> Iterator[Document]:
    """Take batches until none is left."""
    while number := os.read(queue, _NUMBER):
        batch = batches[int.from_bytes(number, "big")]
        yield from (parse(*file, settings) for file in batch)


def _fork(queue: int, batches: Sequence[Batch], settings: Settings) -> tuple[int, int] | None:
    """Return a process that takes batches as well, and the pipe that its documents come from.

    None where the system allows no further one.
    """
    reader, writer = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if process:
        os.close(writer)
        return process, reader
    status = 1
    try:
        os.close(reader)
        documents = _pickled(_parsed(queue, batches, settings))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(documents)
        status = 0
    finally:
        os._exit(status)  # nothing of this process is to run on in a copy of it


def _pickled(documents: Iterator[Document]) -> bytes:
    # One after the other, while there is work to do: nobody waits for it in the end.
    return b"".join(pickle.dumps(document, pickle.HIGHEST_PROTOCOL) for document in documents)


def _received(process: int, reader: int) -> Iterator[Document]:
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    try:
        _, status = os.waitpid(process, 0)
    except ChildProcessError:  # who started us ignores children, so how it ended is not known
        status = 1
    stream = io.BytesIO(data)
    while status == 0 and stream.tell() < len(data):
        yield pickle.load(stream)


def _processes(files: Sequence[File]) -> int:
    """Return how many pay here; 1 where forking isn't safe or isn't to be had."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    if sum(len(data) for _, data in files) < WORTH_FROM:
        return 1
    if threading.active_count() > 1:  # a thread may hold a lock that its copy would never release
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)
