/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "matching/slip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const tick_names[DESK_N_TICKS] = {
  "telephoned",         "please_call",      "will_call_again",
  "returned_your_call", "wants_to_see_you", "urgent",
};

static const char *const tick_labels[DESK_N_TICKS] = {
  N_ ("Telephoned"),         N_ ("Please call"),      N_ ("Will call again"),
  N_ ("Returned your call"), N_ ("Wants to see you"), N_ ("Urgent"),
};

static const char *const field_names[DESK_N_FIELDS] = {
  [DESK_FIELD_RECIPIENT] = "recipient",
  [DESK_FIELD_NAME] = "name",
  [DESK_FIELD_ORGANISATION] = "organisation",
  [DESK_FIELD_PHONE] = "phone",
  [DESK_FIELD_TICKS] = "ticks",
  [DESK_FIELD_FACTS] = "facts",
};

const char *
desk_tick_name (guint n)
{
  g_return_val_if_fail (n < DESK_N_TICKS, NULL);
  return tick_names[n];
}

const char *
desk_tick_label (guint n)
{
  g_return_val_if_fail (n < DESK_N_TICKS, NULL);
  return tick_labels[n];
}

gboolean
desk_tick_from_name (const char *name, DeskTicks *tick)
{
  g_return_val_if_fail (name != NULL && tick != NULL, FALSE);

  for (guint i = 0; i < DESK_N_TICKS; i++) {
    if (strcmp (name, tick_names[i]) == 0) {
      *tick = (DeskTicks) (1u << i);
      return TRUE;
    }
  }
  return FALSE;
}

const char *
desk_field_name (DeskField field)
{
  g_return_val_if_fail ((guint) field < DESK_N_FIELDS, NULL);
  return field_names[field];
}

DeskSlip *
desk_slip_new (void)
{
  DeskSlip *slip = g_atomic_rc_box_new0 (DeskSlip);

  slip->to = g_strdup ("");
  slip->name = g_strdup ("");
  slip->organisation = g_strdup ("");
  slip->phone = g_strdup ("");
  slip->text = g_strdup ("");
  return slip;
}

const DeskSlip *
desk_slip_blank (void)
{
  static const DeskSlip blank = { .to = (char *) "",
                                  .name = (char *) "",
                                  .organisation = (char *) "",
                                  .phone = (char *) "",
                                  .text = (char *) "" };

  return &blank;
}

DeskSlip *
desk_slip_copy (const DeskSlip *slip)
{
  DeskSlip *copy;

  g_return_val_if_fail (slip != NULL, NULL);

  copy = g_atomic_rc_box_new0 (DeskSlip);
  copy->to = g_strdup (slip->to);
  copy->name = g_strdup (slip->name);
  copy->organisation = g_strdup (slip->organisation);
  copy->phone = g_strdup (slip->phone);
  copy->text = g_strdup (slip->text);
  copy->ticks = slip->ticks;
  return copy;
}

DeskSlip *
desk_slip_share (const DeskSlip *slip)
{
  return g_atomic_rc_box_acquire ((gpointer) slip);
}

static void
slip_clear (gpointer data)
{
  DeskSlip *slip = data;

  g_free (slip->to);
  g_free (slip->name);
  g_free (slip->organisation);
  g_free (slip->phone);
  g_free (slip->text);
}

void
desk_slip_free (DeskSlip *slip)
{
  if (slip != NULL)
    g_atomic_rc_box_release_full (slip, slip_clear);
}

gboolean
desk_slip_equal (const DeskSlip *a, const DeskSlip *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->ticks == b->ticks && strcmp (a->to, b->to) == 0 && strcmp (a->name, b->name) == 0 &&
         strcmp (a->organisation, b->organisation) == 0 && strcmp (a->phone, b->phone) == 0 &&
         strcmp (a->text, b->text) == 0;
}

gboolean
desk_slip_is_blank (const DeskSlip *slip)
{
  g_return_val_if_fail (slip != NULL, TRUE);

  return slip->ticks == 0 && *slip->to == '\0' && *slip->name == '\0' &&
         *slip->organisation == '\0' && *slip->phone == '\0' && *slip->text == '\0';
}
