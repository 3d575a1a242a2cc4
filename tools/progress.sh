# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
# shellcheck shell=sh
#
# What the scripts say while they work, on standard error: one line that counts up on a terminal, a
# line every quarter of the way elsewhere (a log).

say ()
{
  printf '%s\n' "$*" >&2
}

# show_progress WHAT PERCENT
show_progress ()
{
  if [ -t 2 ]; then
    printf '\r%s ... %3d %%' "$1" "$2" >&2
    progress_shown=yes
  elif [ "${progress_what:-}" != "$1" ] || [ "$2" -ge $((progress_percent + 25)) ]; then
    say "$1 ... $2 %"
    progress_what=$1 progress_percent=$2
  fi
}

end_progress ()
{
  [ -z "${progress_shown:-}" ] || printf '\n' >&2
  progress_shown='' progress_what=''
}
