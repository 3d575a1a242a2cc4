/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/line-item.h"

#include <glib/gi18n-lib.h>

#include "app/foresight.h"
#include "app/wording.h"
#include "engine/target.h"
#include "report/words.h"

struct _DeskLineItem {
  GObject parent_instance;

  guint line;
  DeskLineState state;
  char *caller; /* owned, like all strings here */
  char *clock;
  char *hint;
  char *label;
  DeskKeys *keys; /* owned; or NULL */
  gboolean urgent;
  gboolean overdue;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (DeskLineItem, desk_line_item, G_TYPE_OBJECT)

enum {
  PROP_LINE = 1,
  PROP_STATE,
  PROP_CALLER,
  PROP_WORD,
  PROP_CLOCK,
  PROP_HINT,
  PROP_LABEL,
  PROP_URGENT,
  PROP_OVERDUE,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

gboolean
desk_line_item_get_command (DeskLineItem *self, DeskCommand *command)
{
  g_return_val_if_fail (DESK_IS_LINE_ITEM (self), FALSE);

  *command = (DeskCommand){ .type = DESK_COMMAND_ANSWER, .line = self->line };
  /* Answering an idle line is allowed too: the telephone then says why not. */
  return desk_line_state_press (self->state, &command->type) || self->state == DESK_LINE_IDLE;
}

static const char *
word_for (DeskLineItem *self)
{
  if (self->urgent && self->state == DESK_LINE_RINGING)
    return _ ("Ringing, urgent");
  return desk_words_line_state (self->state);
}

/* The label does not name the line of the call that will be put on hold: eleven of twelve keys would change
 * their words each time the trainee goes from one caller to the next. */
static char *
hint_for_press (DeskLineItem *self, const DeskState *state)
{
  const char *word = word_for (self);
  g_autofree char *key = desk_keys_line_name (self->keys, self->line);
  gboolean resumes = self->state == DESK_LINE_HELD;
  DeskCommand command;
  guint other;

  desk_line_item_get_command (self, &command);
  other = desk_foresee_held_line (state, &command);
  if (other > 0 && resumes)
    return g_strdup_printf (_ ("%s – press %s to resume; your call is held"), word, key);
  if (other > 0)
    return g_strdup_printf (_ ("%s – press %s to answer; your call is held"), word, key);
  if (resumes)
    return g_strdup_printf (_ ("%s – press %s to resume"), word, key);
  return g_strdup_printf (_ ("%s – press %s to answer"), word, key);
}

static char *
hint_for (DeskLineItem *self, const DeskState *state, const DeskCallState *call)
{
  const char *word = word_for (self);

  switch (self->state) {
  case DESK_LINE_IDLE: break;
  case DESK_LINE_RINGING:
  case DESK_LINE_RECALL:
  case DESK_LINE_HELD: return hint_for_press (self, state);
  case DESK_LINE_CONNECTED: return g_strdup_printf (_ ("%s – on this call"), word);
  case DESK_LINE_CONSULTING:
    return g_strdup_printf (_ ("%s – %s; the caller waits"), word, call->colleague->name);
  case DESK_LINE_TRANSFERRING:
    return g_strdup_printf (_ ("%s – ringing %s"), word, call->colleague->name);
  }
  return g_strdup (word);
}

static char *
label_for (DeskLineItem *self)
{
  switch (self->state) {
  case DESK_LINE_IDLE: break;
  case DESK_LINE_RINGING:
    return g_strdup_printf (_ ("Line %u, ringing, %s"), self->line, self->caller);
  case DESK_LINE_CONNECTED:
    return g_strdup_printf (_ ("Line %u, connected, %s"), self->line, self->caller);
  case DESK_LINE_HELD:
    return g_strdup_printf (_ ("Line %u, on hold, %s"), self->line, self->caller);
  case DESK_LINE_CONSULTING:
    return g_strdup_printf (_ ("Line %u, consulting, %s"), self->line, self->caller);
  case DESK_LINE_TRANSFERRING:
    return g_strdup_printf (_ ("Line %u, transferring, %s"), self->line, self->caller);
  case DESK_LINE_RECALL:
    return g_strdup_printf (_ ("Line %u, recall, %s"), self->line, self->caller);
  }
  return g_strdup_printf (_ ("Line %u, idle"), self->line);
}

/* Takes over `text`. */
static void
set_string (DeskLineItem *self, char **field, char *text, int prop)
{
  if (g_strcmp0 (*field, text) == 0) {
    g_free (text);
    return;
  }
  g_free (*field);
  *field = text;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_flag (DeskLineItem *self, gboolean *field, gboolean value, int prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static gboolean
waits_too_long (const DeskState *state, const DeskCallState *call)
{
  return call->line_state == DESK_LINE_HELD && (double) (state->now_ms - call->alone_since_ms) >=
                                                   desk_state_target_ms (state, DESK_TARGET_HOLD);
}

void
desk_line_item_update (DeskLineItem *self, const DeskState *state)
{
  const DeskCallState *call_state = desk_state_on_line (state, self->line);
  const DeskCall *call = desk_state_call_on_line (state, self->line);
  DeskLineState line_state = desk_state_line (state, self->line);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != line_state) {
    self->state = line_state;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORD]);
  }
  set_flag (self, &self->urgent, call != NULL && call->urgent, PROP_URGENT);
  set_string (self, &self->caller,
              call != NULL ? desk_wording_caller (call, state->scenario->country) : g_strdup (""),
              PROP_CALLER);
  set_string (self, &self->clock,
              call != NULL ? desk_wording_clock (state->now_ms - call_state->since_ms)
                           : g_strdup (""),
              PROP_CLOCK);
  set_string (self, &self->hint, hint_for (self, state, call_state), PROP_HINT);
  set_string (self, &self->label, label_for (self), PROP_LABEL);
  set_flag (self, &self->overdue, call != NULL && waits_too_long (state, call_state), PROP_OVERDUE);
  g_object_thaw_notify (G_OBJECT (self));
}

void
desk_line_item_set_keys (DeskLineItem *self, DeskKeys *keys)
{
  g_return_if_fail (DESK_IS_LINE_ITEM (self));
  g_set_object (&self->keys, keys);
}

guint
desk_line_item_get_line (DeskLineItem *self)
{
  g_return_val_if_fail (DESK_IS_LINE_ITEM (self), 0);
  return self->line;
}

DeskLineState
desk_line_item_get_state (DeskLineItem *self)
{
  g_return_val_if_fail (DESK_IS_LINE_ITEM (self), DESK_LINE_IDLE);
  return self->state;
}

void
desk_line_item_set_selected (DeskLineItem *self, gboolean selected)
{
  g_return_if_fail (DESK_IS_LINE_ITEM (self));
  set_flag (self, &self->selected, selected, PROP_SELECTED);
}

DeskLineItem *
desk_line_item_new (guint line)
{
  DeskLineItem *self = g_object_new (DESK_TYPE_LINE_ITEM, NULL);

  self->line = line;
  self->caller = g_strdup ("");
  self->clock = g_strdup ("");
  self->hint = g_strdup (desk_words_line_state (DESK_LINE_IDLE));
  self->label = label_for (self);
  return self;
}

static void
desk_line_item_finalize (GObject *object)
{
  DeskLineItem *self = DESK_LINE_ITEM (object);

  g_clear_object (&self->keys);
  g_free (self->caller);
  g_free (self->clock);
  g_free (self->hint);
  g_free (self->label);
  G_OBJECT_CLASS (desk_line_item_parent_class)->finalize (object);
}

static void
desk_line_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskLineItem *self = DESK_LINE_ITEM (object);

  switch (id) {
  case PROP_LINE: g_value_set_uint (value, self->line); break;
  case PROP_STATE: g_value_set_uint (value, self->state); break;
  case PROP_CALLER: g_value_set_string (value, self->caller); break;
  case PROP_WORD: g_value_set_string (value, word_for (self)); break;
  case PROP_CLOCK: g_value_set_string (value, self->clock); break;
  case PROP_HINT: g_value_set_string (value, self->hint); break;
  case PROP_LABEL: g_value_set_string (value, self->label); break;
  case PROP_URGENT: g_value_set_boolean (value, self->urgent); break;
  case PROP_OVERDUE: g_value_set_boolean (value, self->overdue); break;
  case PROP_SELECTED: g_value_set_boolean (value, self->selected); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
desk_line_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  switch (id) {
  case PROP_SELECTED:
    desk_line_item_set_selected (DESK_LINE_ITEM (object), g_value_get_boolean (value));
    break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static void
desk_line_item_class_init (DeskLineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_line_item_finalize;
  object_class->get_property = desk_line_item_get_property;
  object_class->set_property = desk_line_item_set_property;
  props[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, READABLE);
  props[PROP_STATE] =
      g_param_spec_uint ("state", NULL, NULL, 0, DESK_N_LINE_STATES - 1, DESK_LINE_IDLE, READABLE);
  props[PROP_CALLER] = g_param_spec_string ("caller", NULL, NULL, "", READABLE);
  props[PROP_WORD] = g_param_spec_string ("word", NULL, NULL, "", READABLE);
  props[PROP_CLOCK] = g_param_spec_string ("clock", NULL, NULL, "", READABLE);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, "", READABLE);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", READABLE);
  props[PROP_URGENT] = g_param_spec_boolean ("urgent", NULL, NULL, FALSE, READABLE);
  props[PROP_OVERDUE] = g_param_spec_boolean ("overdue", NULL, NULL, FALSE, READABLE);
  props[PROP_SELECTED] =
      g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_line_item_init (DeskLineItem *self)
{
}
