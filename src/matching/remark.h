/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <glib.h>

/* One sentence about a mark, kept as a template and the values of its places. It is rendered in English,
 * byte for byte, for data that programs read, and in the user's language for people. */

G_BEGIN_DECLS

typedef enum {
  DESK_FILL_NONE, /* ends a list */
  DESK_FILL_TEXT,
  DESK_FILL_WORDS,
  DESK_FILL_SECONDS,
  DESK_FILL_BRIEF_SECONDS,
  DESK_FILL_COUNT,
  DESK_FILL_REMARK,
} DeskFillKind;

typedef struct _DeskRemark DeskRemark;

/* The value of one "{place}". Texts and remarks are only borrowed while the remark is made. */
typedef struct {
  const char *place;
  DeskFillKind kind;
  const char *text;
  gint64 number;
  const DeskRemark *remark;
} DeskFill;

/* Text that somebody wrote. It is kept as is, but made valid UTF-8 and shortened if long. */
#define desk_fill_text(place, text) ((DeskFill){ place, DESK_FILL_TEXT, text, 0, NULL })

/* Our own words, to be translated: msgids separated by line ends, shown with commas. */
#define desk_fill_words(place, msgids) ((DeskFill){ place, DESK_FILL_WORDS, msgids, 0, NULL })

#define desk_fill_seconds(place, length_ms)                                                        \
  ((DeskFill){ place, DESK_FILL_SECONDS, NULL, length_ms, NULL })

/* The same for advice, where "60 s" reads better than "60.0 s". */
#define desk_fill_brief_seconds(place, length_ms)                                                  \
  ((DeskFill){ place, DESK_FILL_BRIEF_SECONDS, NULL, length_ms, NULL })

#define desk_fill_count(place, n) ((DeskFill){ place, DESK_FILL_COUNT, NULL, n, NULL })

/* A remark inside of another. */
#define desk_fill_remark(place, remark) ((DeskFill){ place, DESK_FILL_REMARK, NULL, 0, remark })

/* A remark about the moment `t_ms`, which is put in front; -1: no moment. `template` is a static msgid
 * (N_); at least one fill follows. (transfer full) */
#define desk_remark_new(t_ms, template, ...)                                                       \
  desk_remark_build ((t_ms), (template), (const DeskFill[]){ __VA_ARGS__, { 0 } })

/* The same without places. (transfer full) */
DeskRemark *desk_remark_plain (gint64 t_ms, const char *template);

DeskRemark *desk_remark_build (gint64 t_ms, const char *template, const DeskFill *fills);

/* Appends `more` (transfer full) to `self` after a semicolon. Returns `self`. */
DeskRemark *desk_remark_append (DeskRemark *self, DeskRemark *more);

void desk_remark_free (DeskRemark *self);

/* In English, the same bytes in every locale; "" for NULL. (transfer full) */
char *desk_remark_to_english (const DeskRemark *self);

/* In the user's language, with times as exact as people read them; "" for NULL. (transfer full) */
char *desk_remark_to_words (const DeskRemark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRemark, desk_remark_free)

G_END_DECLS
