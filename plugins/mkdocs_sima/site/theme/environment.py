"""The Jinja environment of our own templates: escaping, translated, open to overriding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, BytecodeCache, ChoiceLoader, FileSystemLoader, PrefixLoader

from mkdocs_sima import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.bccache import Bucket


class _Below(BaseLoader):
    """Looks for templates in a folder of another loader: `entry.html` → `sima/entry.html`."""

    def __init__(self, folder: str, loader: BaseLoader) -> None:
        self._folder, self._loader = folder, loader

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        return self._loader.get_source(environment, f"{self._folder}/{template}")


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates between two builds of a process; Jinja knows when one changed.

    MkDocs makes a new environment for each build, and the templates of a theme take as long to
    compile as fifty pages to render.
    """

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def clear(self) -> None:
        """Forget all: environments of other options compile other code."""
        self._code.clear()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is known of its template."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that has been compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


def build_environment(theme: Environment, **variables: Any) -> Environment:
    """Return an environment that finds our templates, after those of the theme's `sima/` folder.

    A `custom_dir` overrides `entry.html` by `sima/entry.html`; `!sima/entry.html` means the
    original, to be extended there.

    Args:
        theme: the theme's environment; its icons can be included as well.
        variables: what every template sees.
    """
    assert theme.loader is not None
    own = FileSystemLoader(resources.templates("site"))
    environment = theme.overlay(
        loader=ChoiceLoader(
            [_Below("sima", theme.loader), own, PrefixLoader({"!sima": own}), theme.loader]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # as no template changes during a build, none is looked at twice
    )
    environment.globals = {**theme.globals, **variables}
    return environment
