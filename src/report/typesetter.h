/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <pango/pango.h>

/* Text for paper: the fonts of a report, measured without regard to any screen, so that what is laid
 * out once looks the same wherever it is drawn. Used on the thread that made it. Points. */

G_BEGIN_DECLS

typedef enum {
  DESK_TYPE_TITLE,
  DESK_TYPE_FIGURE,
  DESK_TYPE_HEADING,
  DESK_TYPE_STRONG, /* text of the usual size, bold */
  DESK_TYPE_TEXT,
  DESK_TYPE_SMALL,
} DeskTypeStyle;

#define DESK_N_TYPE_STYLES ((guint) DESK_TYPE_SMALL + 1)

typedef struct _DeskTypesetter DeskTypesetter;

DeskTypesetter *desk_typesetter_new (void);
void desk_typesetter_free (DeskTypesetter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTypesetter, desk_typesetter_free)

/* What people wrote, tamed; of a text longer than 4,000 letters the beginning, and how long it was.
 * (transfer full) */
char *desk_typesetter_tame (const char *text);

/* The same in one line, for names and numbers. (transfer full) */
char *desk_typesetter_tame_line (const char *text);

/* What every text has: where a word is broken nothing is put in, which nobody wrote. (transfer
 * full) */
PangoAttrList *desk_typesetter_attributes (void);

/* `text`, broken into lines of at most `width`; negative: never broken. It must be tame already. It
 * runs as our own sentences do, whatever is quoted in it. (transfer full) */
PangoLayout *
desk_typesetter_set (DeskTypesetter *self, DeskTypeStyle style, double width, const char *text);

/* Cuts a text that has more than `n_lines` lines, and lets it end with an ellipsis. */
void desk_typesetter_cut (PangoLayout *layout, int n_lines);

double desk_typesetter_width (PangoLayout *layout);
double desk_typesetter_height (PangoLayout *layout);

/* From the top to the first baseline. */
double desk_typesetter_ascent (PangoLayout *layout);

G_END_DECLS
