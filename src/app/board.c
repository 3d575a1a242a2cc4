/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/board.h"

#include <glib/gi18n-lib.h>

#include "app/wording.h"

struct _DeskBoard {
  GObject parent_instance;

  DeskSession *session; /* owned */
  GPtrArray *items;     /* owned, of DeskLineItem, owned */
  const DeskCall *selected;
  char *clock;   /* owned */
  char *waiting; /* owned */
  guint n_waiting;
  gboolean alerting;
};

G_DEFINE_FINAL_TYPE (DeskBoard, desk_board, G_TYPE_OBJECT)

enum {
  PROP_CLOCK = 1,
  PROP_WAITING,
  PROP_N_WAITING,
  PROP_ALERTING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

guint
desk_board_get_n_lines (DeskBoard *self)
{
  g_return_val_if_fail (DESK_IS_BOARD (self), 0);
  return self->items->len;
}

DeskLineItem *
desk_board_get_item (DeskBoard *self, guint line)
{
  g_return_val_if_fail (DESK_IS_BOARD (self), NULL);
  g_return_val_if_fail (line >= 1 && line <= self->items->len, NULL);
  return g_ptr_array_index (self->items, line - 1);
}

static char *
describe_waiting (const DeskState *state, guint n_waiting)
{
  g_autofree char *longest = desk_wording_clock (desk_state_longest_wait_ms (state));

  if (n_waiting == 0)
    return g_strdup (_ ("Nobody is waiting"));
  return g_strdup_printf (
      ngettext ("%u caller waiting, for %s", "%u callers waiting, longest %s", n_waiting),
      n_waiting, longest);
}

/* Takes over `text`. */
static void
set_string (DeskBoard *self, char **field, char *text, int prop)
{
  g_autofree char *old = *field;

  *field = text;
  if (g_strcmp0 (old, text) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
desk_board_update (DeskBoard *self)
{
  const DeskState *state;
  guint n_waiting;
  gboolean alerting;

  g_return_if_fail (DESK_IS_BOARD (self));

  state = desk_session_get_state (self->session);
  n_waiting = desk_state_n_waiting (state);
  alerting = !state->paused && desk_state_next_ringing (state) > 0;
  for (guint i = 0; i < self->items->len; i++)
    desk_line_item_update (g_ptr_array_index (self->items, i), state);
  desk_board_select (self, self->selected);

  set_string (self, &self->clock, desk_wording_clock (state->now_ms), PROP_CLOCK);
  set_string (self, &self->waiting, describe_waiting (state, n_waiting), PROP_WAITING);
  if (self->n_waiting != n_waiting) {
    self->n_waiting = n_waiting;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_WAITING]);
  }
  if (self->alerting != alerting) {
    self->alerting = alerting;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALERTING]);
  }
}

void
desk_board_select (DeskBoard *self, const DeskCall *call)
{
  const DeskState *state;
  guint line;

  g_return_if_fail (DESK_IS_BOARD (self));

  state = desk_session_get_state (self->session);
  self->selected = call;
  line = call != NULL ? state->calls[call->index].line : 0;
  for (guint i = 0; i < self->items->len; i++)
    desk_line_item_set_selected (g_ptr_array_index (self->items, i), i + 1 == line);
}

void
desk_board_set_keys (DeskBoard *self, DeskKeys *keys)
{
  g_return_if_fail (DESK_IS_BOARD (self));
  for (guint i = 0; i < self->items->len; i++)
    desk_line_item_set_keys (g_ptr_array_index (self->items, i), keys);
  desk_board_update (self);
}

const DeskCall *
desk_board_get_selected (DeskBoard *self)
{
  g_return_val_if_fail (DESK_IS_BOARD (self), NULL);
  return self->selected;
}

DeskBoard *
desk_board_new (DeskSession *session)
{
  DeskBoard *self = g_object_new (DESK_TYPE_BOARD, NULL);
  guint n_lines = desk_session_get_scenario (session)->n_lines;

  self->session = g_object_ref (session);
  for (guint line = 1; line <= n_lines; line++)
    g_ptr_array_add (self->items, desk_line_item_new (line));
  g_signal_connect_object (session, "told", G_CALLBACK (desk_board_update), self,
                           G_CONNECT_SWAPPED);
  desk_board_update (self);
  return self;
}

static void
desk_board_finalize (GObject *object)
{
  DeskBoard *self = DESK_BOARD (object);

  g_clear_object (&self->session);
  g_ptr_array_unref (self->items);
  g_free (self->clock);
  g_free (self->waiting);
  G_OBJECT_CLASS (desk_board_parent_class)->finalize (object);
}

static void
desk_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskBoard *self = DESK_BOARD (object);

  switch (id) {
  case PROP_CLOCK: g_value_set_string (value, self->clock); break;
  case PROP_WAITING: g_value_set_string (value, self->waiting); break;
  case PROP_N_WAITING: g_value_set_uint (value, self->n_waiting); break;
  case PROP_ALERTING: g_value_set_boolean (value, self->alerting); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static void
desk_board_class_init (DeskBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_board_finalize;
  object_class->get_property = desk_board_get_property;
  props[PROP_CLOCK] = g_param_spec_string ("clock", NULL, NULL, "", READABLE);
  props[PROP_WAITING] = g_param_spec_string ("waiting", NULL, NULL, "", READABLE);
  props[PROP_N_WAITING] = g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, READABLE);
  props[PROP_ALERTING] = g_param_spec_boolean ("alerting", NULL, NULL, FALSE, READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_board_init (DeskBoard *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}
