#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
#
# shot.sh PROGRAM SCENARIO PICTURE [STEP...]: opens the window on a screen of its own, takes the
# steps, and keeps a picture for people to look at. A step is a key as xdotool names it ("F2",
# "ctrl+h"), "wait:SECONDS", "type:TEXT" or "click:X Y". SCREEN is the size of the screen, DARK=1 asks
# for the dark theme.

set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

if [ "${1:-}" != --inside ]; then
  [ $# -ge 3 ] || { sed -n 5,9p "$0" >&2; exit 2; }
  exec "$here/../scripts/with-display" "$0" --inside "$@"
fi
shift

program=$1 scenario=$2 picture=$3
shift 3
if [ -n "${DARK:-}" ]; then
  export GTK_THEME=Adwaita:dark
fi

"$program" ${scenario:+"$scenario"} &
window=$!
trap 'kill "$window" 2>/dev/null || true' EXIT
id=$(xdotool search --sync --onlyvisible --pid "$window" 2>/dev/null | tail -1)
xdotool windowsize "$id" 100% 100%
xdotool windowmove "$id" 0 0
xdotool windowfocus "$id"
sleep 1

for step in "$@"; do
  case $step in
  wait:*) sleep "${step#wait:}" ;;
  type:*) xdotool type --delay 20 "${step#type:}" ;;
  click:*)
    position=${step#click:}
    xdotool mousemove "${position% *}" "${position#* }" click 1
    ;;
  *) xdotool key "$step" ;;
  esac
  sleep 0.3
done
import -window root "$picture"
