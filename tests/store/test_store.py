"""What a store gives back is what was put there, or nothing: killed, shared or damaged."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_sima.store import (
    BadDataError,
    Place,
    Store,
    StorePlaceError,
    find_place,
    fingerprint,
    open_store,
    pack,
    remembered,
    unpack,
)

if TYPE_CHECKING:
    from pathlib import Path

KEYS = [fingerprint("key", number) for number in range(40)]


def filled(place: Place) -> dict[bytes, bytes]:
    values = {key: os.urandom(3000) for key in KEYS}
    with open_store(place) as store:
        for key, value in values.items():
            store.put("tests", key, value)
    return values


def test_another_run_finds_what_one_has_put(tmp_path: Path) -> None:
    values = filled(Place(tmp_path / "cache"))
    with open_store(Place(tmp_path / "cache")) as store:
        assert {key: store.get("tests", key) for key in KEYS} == values
        assert store.get("others", KEYS[0]) is None
        assert store.contents() == {"tests": (40, 120_000)}


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_gives_what_was_put_or_nothing(tmp_path: Path, seed: int) -> None:
    place = Place(tmp_path)
    values = filled(place)
    data = bytearray(place.file.read_bytes())
    middle = seed * len(data) // 12
    if seed % 3 == 0:
        data = data[:middle]
    elif seed % 3 == 1:
        data[middle : middle + 5000] = os.urandom(5000)
    else:
        data = bytearray(os.urandom(middle))
    place.file.write_bytes(data)
    for _ in range(2):  # the second run may find the file made anew
        with open_store(place) as store:
            assert all(store.get("tests", key) in (None, value) for key, value in values.items())
            store.put("tests", b"new", b"value")
    with open_store(place) as store:
        assert store.get("tests", b"new") in (b"value", None)


def test_a_deleted_file_is_no_harm_to_those_that_have_it_open(tmp_path: Path) -> None:
    place = Place(tmp_path)
    values = filled(place)
    with open_store(place) as one, open_store(place) as other:
        other.clear()
        assert one.get("tests", KEYS[0]) in (None, values[KEYS[0]])
        one.put("tests", KEYS[0], b"new")
    with open_store(place) as store:
        store.put("tests", KEYS[1], b"again")
    with open_store(place) as store:
        assert store.get("tests", KEYS[1]) == b"again"


WRITER = """
import os, sys
from pathlib import Path
from mkdocs_sima.store import Place, open_store, fingerprint
with open_store(Place(Path(sys.argv[1]))) as store:
    print("ready", flush=True)
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        key = fingerprint("number", number)
        store.put("written", key, key * 500)
        if number % 10 == 0:
            store.flush()
"""


def writer(folder: Path, first: int, last: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(folder), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_runs_at_once_and_a_killed_one_do_no_harm(tmp_path: Path) -> None:
    together = [writer(tmp_path, 0, 300), writer(tmp_path, 200, 500)]
    killed = writer(tmp_path, 1000, 1_000_000)
    with killed, together[0], together[1]:
        assert killed.stdout
        killed.stdout.readline()
        assert [process.wait(30) for process in together] == [0, 0]
        killed.send_signal(signal.SIGKILL)
    with open_store(Place(tmp_path)) as store:
        for number in range(500):
            key = fingerprint("number", number)
            assert store.get("written", key) == key * 500


def test_the_oldest_goes_first(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for day in range(10):
        store = Store(place, most=400_000)
        store._today = day
        for number in range(20):
            store.put("days", fingerprint(day, number), os.urandom(4000))
        assert store.get("days", fingerprint(0, 0)), "used each day, so it stays"
        store.close()
    assert place.size() < 900_000
    with open_store(place) as store:
        assert store.get("days", fingerprint(9, 5))
        assert store.get("days", fingerprint(0, 0))
        assert store.get("days", fingerprint(0, 5)) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
def test_nothing_is_taken_from_where_others_can_write(tmp_path: Path) -> None:
    place = Place(tmp_path / "cache")
    before = os.umask(0)  # as GitLab's jobs have it
    filled(place)
    os.umask(before)
    assert place.folder.stat().st_mode & 0o777 == 0o700
    assert place.file.stat().st_mode & 0o777 == 0o600
    place.folder.chmod(0o777)
    said: list[str] = []
    with open_store(place, said.append) as store:
        assert store.get("tests", KEYS[0]) is None
    assert "others can write there" in said[0]


def test_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "docs"
    monkeypatch.setenv("SIMA_CACHE_DIR", "off")
    assert find_place(setting="kept", beside=tmp_path) is None
    assert find_place(str(tmp_path), "off") == Place(tmp_path)
    monkeypatch.delenv("SIMA_CACHE_DIR")
    assert find_place(setting="kept", beside=tmp_path) == Place(tmp_path / "kept")
    assert find_place(setting="off") is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_place() == Place(tmp_path / "mkdocs-sima") or sys.platform != "linux"
    with pytest.raises(StorePlaceError, match="must not lie in the knowledge base"):
        find_place(setting="docs/cache", beside=tmp_path, outside=docs)
    hidden = find_place(str(docs / ".cache"), outside=docs)
    assert hidden == Place(docs / ".cache"), "which is no document"


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text() | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain)
def test_what_is_packed_comes_back(value: object) -> None:
    assert unpack(pack(value)) == value


@given(st.binary())
def test_reading_garbage_has_one_kind_of_error(data: bytes) -> None:
    try:
        unpack(data)
    except BadDataError:
        return


def test_what_was_written_by_somebody_else_is_made_anew(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with open_store(place) as store:
        store.put("sums", b"key", pack({"no": "number"}))
        for _ in range(2):
            assert remembered(store, "sums", b"key", lambda: 7, int, int) == 7
        assert unpack(store.get("sums", b"key") or b"") == 7


def test_parts_of_a_key_do_not_run_together() -> None:
    keys = [fingerprint("ab", "c"), fingerprint("a", "bc"), fingerprint(b"ab", "c")]
    keys += [fingerprint("abc"), fingerprint(None, "abc"), fingerprint(1), fingerprint("1")]
    assert len(set(keys)) == len(keys)
