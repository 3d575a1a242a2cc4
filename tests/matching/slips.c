/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "slips.h"

static const char *const *
list_from (GPtrArray *lists, const char *written)
{
  char **list;

  if (written == NULL)
    return NULL;
  list = g_strsplit (written, "|", -1);
  g_ptr_array_add (lists, list);
  return (const char *const *) list;
}

static DeskTicks
ticks_from (const char *written)
{
  g_auto (GStrv) names = g_strsplit (written, " ", -1);
  guint ticks = 0;

  for (guint i = 0; *written != '\0' && names[i] != NULL; i++) {
    DeskTicks tick;

    g_assert_true (desk_tick_from_name (names[i], &tick));
    ticks |= tick;
  }
  return (DeskTicks) ticks;
}

DeskSlipKey *
slip_call_key_new (const SlipCall *call)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  DeskFactSpec facts[MAX_FACTS];
  DeskSlipKeySpec spec = { .language = call->language,
                           .country = call->country,
                           .to = call->to,
                           .to_name = call->to_name,
                           .given = call->given,
                           .given_accept = list_from (lists, call->given_accept),
                           .surname = call->surname,
                           .surname_accept = list_from (lists, call->surname_accept),
                           .spells_name = call->spells_name,
                           .organisation = call->organisation,
                           .organisation_accept = list_from (lists, call->organisation_accept),
                           .phone = call->phone,
                           .ticks = ticks_from (call->ticks),
                           .facts = facts,
                           .model_note = call->model_note,
                           .heard = list_from (lists, call->heard) };

  for (const SlipFact *fact = call->facts; fact->weight > 0; fact++)
    facts[spec.n_facts++] = (DeskFactSpec){ .kind = fact->kind,
                                            .wordings = list_from (lists, fact->wordings),
                                            .accept = list_from (lists, fact->accept),
                                            .wrong = list_from (lists, fact->wrong),
                                            .weight = fact->weight };
  return desk_slip_key_new (&spec);
}

DeskSlip *
slip_from_line (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", 6);
  DeskSlip slip = { .to = fields[0],
                    .name = fields[1],
                    .organisation = fields[2],
                    .phone = fields[3],
                    .text = fields[5],
                    .ticks = ticks_from (fields[4]) };

  g_assert_cmpuint (g_strv_length (fields), ==, 6);
  return desk_slip_copy (&slip);
}
