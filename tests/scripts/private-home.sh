# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
# shellcheck shell=sh
#
# Gives a test a home of its own, so that it neither reads nor writes what the user has, and takes it
# away at the end, however that comes. The outermost of the wrappers makes it, those inside share it.

# A wrapper says in stop_server how its server ends; only then is the folder free to be removed.
clean_up ()
{
  trap - EXIT INT TERM HUP
  stop_server
  [ -z "${own_home:-}" ] || rm -rf "$own_home"
}

make_home ()
{
  own_home=$(mktemp -d "${TMPDIR:-/tmp}/frontdesk-test.XXXXXX")
  export FRONTDESK_TEST_HOME="$own_home"
  export HOME="$own_home/home"
  export XDG_RUNTIME_DIR="$own_home/run"
  export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share"
  export XDG_CACHE_HOME="$HOME/.cache" XDG_STATE_HOME="$HOME/.local/state"
  mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
  mkdir -m 700 "$XDG_RUNTIME_DIR"
}

# need COMMAND...: without its servers a test has failed, not passed.
need ()
{
  for command; do
    command -v "$command" >/dev/null || {
      echo "$(basename "$0"): there is no $command here; ./run-tests installs it" >&2
      exit 1
    }
  done
}

trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
[ -n "${FRONTDESK_TEST_HOME:-}" ] || make_home
