/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/paper-size.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#define LETTER_MM 279 /* high; A4 has 297 */

const DeskPaperSize desk_paper_sizes[DESK_N_PAPER_SIZES] = {
  { "a4", N_ ("A4"), 595.276, 841.89 },
  { "letter", N_ ("Letter"), 612, 792 },
};

const DeskPaperSize *
desk_paper_size_find (const char *name)
{
  for (guint n = 0; n < DESK_N_PAPER_SIZES; n++)
    if (g_ascii_strcasecmp (desk_paper_sizes[n].name, name) == 0)
      return &desk_paper_sizes[n];
  return NULL;
}

/* The C library gives the height as a number in the place of a pointer. */
static guint
usual_height_mm (void)
{
#ifdef __GLIBC__
  return GPOINTER_TO_UINT (nl_langinfo (_NL_PAPER_HEIGHT));
#else
  return 0;
#endif
}

const DeskPaperSize *
desk_paper_size_usual (void)
{
  return desk_paper_size_find (usual_height_mm () == LETTER_MM ? "letter" : "a4");
}
