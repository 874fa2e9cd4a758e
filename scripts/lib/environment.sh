# Sourced by every script here, with the repository's root as the current folder.
#
# Makes `.venv` with this package (editable) and what its development needs, the first time and
# again whenever `pyproject.toml` or the frontend changed, or the clone was moved. Leaves `$python`
# behind: the interpreter of `.venv`. Prints nothing but what takes long or goes wrong; all of it on
# stderr.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $*"
  exit 2
}

# Install a Debian package where that needs nobody's consent: as root, in a container or in CI.
apt_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  say "installing $1 (apt-get)"
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
    --no-install-recommends "$1"; } >/dev/null 2>&1 </dev/null
}

# Print the first interpreter that is new enough and can import the modules `$1`. Names alone prove
# nothing: a pyenv shim exists for versions that are not installed, Debian's python3 may lack
# ensurepip.
find_python() {
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c "import sys, $1; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

# Install this package, editable, with what its development needs.
install() { "$python" -m pip install -qq --disable-pip-version-check -e . --group dev; }

# Where npm's registry is out of reach all but the map, the filters and the previews can be had.
install_without_frontend() {
  [ -z "${MKDOCS_SIMA_FRONTEND:-}" ] || return 1
  say 'trying again without map, filters and previews (rm -r .venv makes the next run ask for them)'
  MKDOCS_SIMA_FRONTEND=skip install
}

what_it_is_made_from() {
  cat pyproject.toml hatch_build.py scripts/lib/environment.sh
  find frontend -name node_modules -prune -o -type f -print | sort | xargs cat
}

# The programs of an environment name its folder: one that was moved or copied is made anew.
belongs_here() {
  case $(cat .venv/bin/pip 2>/dev/null) in *"$here/.venv"*) ;; *) return 1 ;; esac
}

make_environment() {
  python=.venv/bin/python
  stamp=.venv/.made-from
  here=$(pwd -P)
  state="$(what_it_is_made_from | cksum) $here"
  if [ -x "$python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ] && "$python" -c '' 2>/dev/null
  then
    return
  fi
  find_python os >/dev/null || die 'Python 3.11 or later is needed, and none is on the PATH'
  base=$(find_python 'venv, ensurepip') ||
    { apt_install python3-venv && base=$(find_python 'venv, ensurepip'); } ||
    die "$(find_python os) can't make virtual environments; on Debian: apt install python3-venv"
  rm -f "$stamp"
  if "$python" -c '' 2>/dev/null && belongs_here; then
    say 'bringing .venv up to date'
  else
    say "setting up .venv with $("$base" --version) (once; a minute or so)"
    "$base" -m venv --clear .venv || die "can't make .venv"
  fi
  # pip 25.1 is the first that knows dependency groups.
  "$python" -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1' &&
    { install || install_without_frontend; } ||
    die 'installing the dependencies failed, see above; is PyPI within reach?'
  # pip compiles what it installs, but for what is editable; where the environment forbids Python
  # to write bytecode, every run of `sima` would compile all of it again.
  "$python" -m compileall -qq plugins || true
  printf '%s\n' "$state" >"$stamp"
}

# MkDocs-Material prints a banner about MkDocs 2 that a reader of our output can't act on.
export NO_MKDOCS_2_WARNING=1
[ -t 1 ] || export NO_COLOR=1
make_environment
