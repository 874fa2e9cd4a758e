"""Work for all cores, forked processes taking from one queue; and work without interruption."""

from __future__ import annotations

import gc
import io
import os
import pickle
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_MOST_PROCESSES = 8  # what they send back is read by one
_MOST_BATCHES = 1_000  # so that the pipe that queues them never fills up
_NUMBER = 4  # bytes of the number of a batch


def available() -> int:
    """Return how many processes pay; 1 where forking isn't safe or isn't to be had."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    if threading.active_count() > 1:  # a thread may hold a lock that its copy would never release
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)


def spread(
    items: Sequence[_Item],
    work: Callable[[_Item], _Result],
    processes: int,
    begin: Callable[[], None] = lambda: None,
) -> Iterator[tuple[int, _Result]]:
    """Yield the results of all items with their indices, in no particular order.

    What a process that was killed took with it is done here; nothing is lost.

    Args:
        items: those that take longest come first, so that all processes end at about once.
        work: is done to each of them once, in some process; its result can be pickled.
        processes: how many, this one included.
        begin: what each forked process does first.
    """
    size = max(8, -(-len(items) // _MOST_BATCHES))
    batches = [range(at, min(at + size, len(items))) for at in range(0, len(items), size)]
    queue = _queued(len(batches))

    def done() -> Iterator[tuple[int, _Result]]:
        while number := os.read(queue, _NUMBER):
            for index in batches[int.from_bytes(number, "big")]:
                yield index, work(items[index])

    # Plain forks: a child has the items already, and `multiprocessing` takes as long to import as
    # a child saves on a hundred files.
    forks = (_fork(done, begin) for _ in range(processes - 1))
    children = [child for child in forks if child]
    missing = set(range(len(items)))
    for results in (done(), *(_received(*child) for child in children)):
        for index, result in results:
            missing.discard(index)
            yield index, result
    os.close(queue)
    yield from ((index, work(items[index])) for index in sorted(missing))


def _queued(count: int) -> int:
    """Return a pipe that holds the numbers from 0; whoever reads one has it alone."""
    reader, writer = os.pipe()
    os.write(writer, b"".join(number.to_bytes(_NUMBER, "big") for number in range(count)))
    os.close(writer)
    return reader


def _fork(
    done: Callable[[], Iterator[object]], begin: Callable[[], None]
) -> tuple[int, int] | None:
    """Return a process that works as well, and the pipe that its results come from.

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
        begin()
        results = _pickled(done())
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(results)
        status = 0
    finally:
        os._exit(status)  # nothing of this process is to run on in a copy of it


def _pickled(results: Iterator[object]) -> bytes:
    # One after the other, while there is work to do: nobody waits for it in the end.
    return b"".join(pickle.dumps(result, pickle.HIGHEST_PROTOCOL) for result in results)


def _received(process: int, reader: int) -> Iterator[tuple[int, _Result]]:
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    try:
        _, status = os.waitpid(process, 0)
    except ChildProcessError:  # who started us ignores children, so how it ended is not known
        status = 1
    stream = io.BytesIO(data)
    while status == 0 and stream.tell() < len(data):
        yield pickle.load(stream)


@contextmanager
def made_to_last() -> Iterator[None]:
    """Don't search for garbage while what is needed for long piles up, nor in it later on.

    What is left of the time before, where `mkdocs serve` builds again, is thrown away first:
    nobody would look there again.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    with without_collection():
        yield
    gc.freeze()


@contextmanager
def without_collection() -> Iterator[None]:
    """Don't search for garbage while results pile up: there is nothing but more to search."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
