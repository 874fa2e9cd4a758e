"""`python -m mkdocs_sima` is the `sima` command."""

from mkdocs_sima.cli import main

main(prog_name="sima")
