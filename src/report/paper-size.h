/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* The sizes of paper that reports are laid out for. */

G_BEGIN_DECLS

typedef struct {
  const char *name;  /* on the command line: "a4" */
  const char *label; /* msgid, as people know it */
  double width;      /* points, upright */
  double height;
} DeskPaperSize;

#define DESK_N_PAPER_SIZES 2

extern const DeskPaperSize desk_paper_sizes[DESK_N_PAPER_SIZES];

/* NULL: there is none of that name. */
const DeskPaperSize *desk_paper_size_find (const char *name);

/* What is usual in the user's country, by LC_PAPER. */
const DeskPaperSize *desk_paper_size_usual (void);

G_END_DECLS
