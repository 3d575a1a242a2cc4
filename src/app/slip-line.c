/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slip-line.h"

#include "app/announce.h"
#include "app/style-class.h"
#include "app/unchanged.h"

/* A click on the button that logs takes the focus first, and the field that loses it may leave a hint. The click
 * ends within this: what is refused for the same reason is then read out, and only that. */
#define HINT_PAUSE_MS 400

struct _DeskSlipLine {
  GtkLabel *label;   /* borrowed */
  char *hint;        /* owned; NULL: none */
  guint hint_source; /* it is still to be read out; 0: not */
  GtkEntry *about;   /* borrowed: what the hint speaks of */
  char *hinted;      /* owned: what stood there then; or NULL */
};

typedef enum {
  TELLS,
  HINTS,
  REFUSES,
} Tone;

DeskSlipLine *
desk_slip_line_new (GtkLabel *label)
{
  DeskSlipLine *self = g_new0 (DeskSlipLine, 1);

  self->label = label;
  return self;
}

void
desk_slip_line_free (DeskSlipLine *self)
{
  desk_slip_line_drop_hint (self);
  g_free (self);
}

static void
show (DeskSlipLine *self, const char *words, Tone tone)
{
  desk_text_unless_same (self->label, words);
  desk_tooltip_unless_same (self->label, words);
  desk_style_class_set (GTK_WIDGET (self->label), "desk-error", tone == REFUSES);
  desk_style_class_set (GTK_WIDGET (self->label), "desk-slip-doubt", tone == HINTS);
}

void
desk_slip_line_show_stage (DeskSlipLine *self, const char *words)
{
  if (self->hint != NULL)
    show (self, self->hint, HINTS);
  else
    show (self, words, TELLS);
}

static gboolean
on_hint_due (gpointer data)
{
  DeskSlipLine *self = data;

  self->hint_source = 0;
  desk_announce (GTK_WIDGET (self->label), self->hint);
  return G_SOURCE_REMOVE;
}

void
desk_slip_line_hint (DeskSlipLine *self, GtkEntry *about, const char *words)
{
  desk_slip_line_drop_hint (self);
  self->about = about;
  self->hinted = g_strdup (gtk_entry_get_text (about));
  self->hint = g_strdup (words);
  show (self, self->hint, HINTS);
  self->hint_source = g_timeout_add (HINT_PAUSE_MS, on_hint_due, self);
}

void
desk_slip_line_review_hint (DeskSlipLine *self)
{
  if (self->hint != NULL && !g_str_equal (self->hinted, gtk_entry_get_text (self->about)))
    desk_slip_line_drop_hint (self);
}

void
desk_slip_line_drop_hint (DeskSlipLine *self)
{
  g_clear_handle_id (&self->hint_source, g_source_remove);
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->hinted, g_free);
}

void
desk_slip_line_refuse (DeskSlipLine *self, const char *words)
{
  desk_slip_line_drop_hint (self);
  show (self, words, REFUSES);
  desk_announce (GTK_WIDGET (self->label), words);
}
