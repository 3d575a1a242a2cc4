# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
# shellcheck shell=bash

# The options of each command are asked of the program itself, so that none is forgotten here.
_frontdesk_options ()
{
  "$1" "${@:2}" --help 2>/dev/null | grep -oE '^ +(-[a-z], )?--[a-z-]+=?' | sed -E 's/^ *(-[a-z], )?//'
}

_frontdesk_values ()
{
  case $1:$2 in
  check:--format | simulate:--format | devices:--format) echo text json ;;
  score:--format) echo text json csv html pdf ;;
  history:--format) echo text json csv ;;
  class:--format) echo text json csv html ;;
  class:--account) echo pseudonym name mbox ;;
  class:--mode) echo practice guided exam simulated ;;
  simulate:--trainee) echo ideal steady hurried absent ;;
  score:--paper) echo a4 letter ;;
  history:--keep) echo 30 365 forever ;;
  render:--voice) echo female-{1..8} male-{1..10} ;;
  esac
}

_frontdesk ()
{
  local cur prev words cword split
  _init_completion -s || return
  local command=${words[1]}

  if [[ $split == true ]]; then
    case $prev in
    --journal | --script | --output) _filedir ;;
    --import | --export) _filedir -d ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$(_frontdesk_values "$command" "$prev")" -- "$cur") ;;
    esac
  elif [[ $cur == -* && $cword -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W "--help --version --check-display" -- "$cur")
  elif [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_frontdesk_options "${words[0]}" "$command")" -- "$cur")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
  elif [[ $cword -eq 1 ]]; then
    _filedir -d
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY \
      < <(compgen -W "check simulate score render history class devices new" -- "$cur")
  elif [[ $command == score || ($command == class && " ${words[*]} " == *" --statements "*) ]]; then
    _filedir journal
  elif [[ $command == check || $command == simulate || $command == render || $command == class || $command == new ]]; then
    _filedir -d
  fi
} && complete -F _frontdesk frontdesk
