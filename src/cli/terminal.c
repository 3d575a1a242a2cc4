/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/terminal.h"

#include <stdio.h>

#include "matching/tame-text.h"

/* (transfer full) */
static char *
to_locale (const char *text)
{
  const char *charset;

  if (g_get_charset (&charset))
    return g_strdup (text);
  return g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
}

static void
print (FILE *file, const char *text)
{
  g_autofree char *tame = desk_tame_text (text);
  g_autofree char *shown = to_locale (tame);

  fputs (shown != NULL ? shown : tame, file);
  fflush (file);
}

static void
on_print (const char *text)
{
  print (stdout, text);
}

static void
on_printerr (const char *text)
{
  print (stderr, text);
}

void
desk_terminal_guard (void)
{
  g_set_print_handler (on_print);
  g_set_printerr_handler (on_printerr);
}

/* These are the program's own words to the terminal and go past the handlers. */

void
desk_terminal_begin_line_again (void)
{
  fputs ("\r", stderr);
}

void
desk_terminal_clear_line (void)
{
  fputs ("\r\033[K", stderr);
}
