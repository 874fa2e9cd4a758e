"""The plugin's options, held to the settings that the command line reads."""

from __future__ import annotations

from dataclasses import fields

from mkdocs_sima.settings import Settings
from mkdocs_sima.site.config import SimaConfig


def test_every_setting_is_an_option_with_the_same_default() -> None:
    config = SimaConfig()
    assert config.validate() == ([], [])
    assert config.to_settings() == Settings()
    assert set(config) == {field.name for field in fields(Settings)}
