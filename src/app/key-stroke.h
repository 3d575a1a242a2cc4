/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#pragma once

#include <gdk/gdk.h>

/* A key with its modifiers: how it is written, parsed, named and recognised, and whether an action may have
 * it. */

G_BEGIN_DECLS

typedef struct {
  guint key;                 /* a keyval, of a letter the lower case; 0: none */
  GdkModifierType modifiers; /* of Ctrl, Shift, Alt, Super, Hyper and Meta */
} DeskKeyStroke;

/* Why an action cannot have a stroke. */
typedef enum {
  DESK_KEY_ALLOWED,
  DESK_KEY_MODIFIER_ALONE, /* goes on: wait for the key proper */
  DESK_KEY_UNKNOWN,        /* not a key at all */
  DESK_KEY_TYPES,          /* writes a letter, digit or sign */
  DESK_KEY_MOVES,          /* Tab, Enter, Escape, arrows: the way around a window by keyboard */
  DESK_KEY_EDITS,          /* what writing needs: Ctrl+C, Ctrl+Left, ... */
  DESK_KEY_DESKTOPS,       /* the desktop takes it: Alt+F4, Alt+Tab, Super */
} DeskKeyVerdict;

DeskKeyVerdict desk_key_stroke_judge (DeskKeyStroke stroke);

/* A sentence that tells the user of it; "" where it is allowed. */
const char *desk_key_verdict_words (DeskKeyVerdict verdict);

/* Reads "<Control>h". FALSE, with `stroke` zero: it is no accelerator. */
gboolean desk_key_stroke_parse (const char *accelerator, DeskKeyStroke *stroke);

/* Writes it so. (transfer full) */
char *desk_key_stroke_to_string (DeskKeyStroke stroke);

/* As it is called on the keys, in the user's language: "Ctrl+H". (transfer full) */
char *desk_key_stroke_label (DeskKeyStroke stroke);

gboolean desk_key_stroke_equal (DeskKeyStroke a, DeskKeyStroke b);

/* What was pressed, in two readings: by its character ("Ctrl+?"), and by the key that gives it on this
 * keyboard ("Ctrl+Shift+plus"). Either may be meant; often they are equal. */
typedef struct {
  DeskKeyStroke by_sign;
  DeskKeyStroke by_key;
} DeskKeyPress;

DeskKeyPress desk_key_press_read (GdkDisplay *display, const GdkEventKey *event);

/* The stroke to store for a press: by its character, but a letter or digit by its key, so that Shift is
 * part of it. */
DeskKeyStroke desk_key_press_stroke (const DeskKeyPress *press);

G_END_DECLS
