"""The plugin's options, held to the settings that the command line reads."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_sima.settings import Settings
from mkdocs_sima.settings.defaults import COLORS
from mkdocs_sima.site.config import SimaConfig
from mkdocs_sima.site.theme.colors import PALETTE

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_setting_is_an_option_with_the_same_default() -> None:
    config = SimaConfig()
    assert config.validate() == ([], [])
    assert config.to_settings(Path()) == Settings()
    assert set(config) == {field.name for field in fields(Settings)}


def test_every_colour_of_the_settings_has_its_two_shades() -> None:
    assert set(PALETTE) == set(COLORS)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rules": {"orphn": "off"}}, "did you mean 'orphan'"),
        ({"per_path_ignores": {"a/**": ["orphn"]}}, "did you mean 'orphan'"),
        ({"exlude": ["a"]}, "unknown setting 'exlude'"),
        ({"scopes": [{"path": "archiv"}]}, "no folder 'archiv' in"),
    ],
)
def test_a_build_stops_at_what_does_not_exist(
    build_site: Callable[..., Path],
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    message: str,
) -> None:
    with pytest.raises(Abort):
        build_site({"a.md": "# A\n"}, plugins=["search", {"sima": options}])
    assert message in caplog.text
