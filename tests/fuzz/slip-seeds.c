/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "slips.h"

/* slip-seeds FOLDER: writes the slips that were worked by hand as inputs of fuzz-slip, which says in
 * which order their texts come. */

static const char *
wordings_of (const SlipCall *call, DeskFactKind kind)
{
  for (guint i = 0; call->facts[i].weight > 0; i++)
    if (call->facts[i].kind == kind)
      return call->facts[i].wordings;
  return "";
}

static void
add (GString *input, const char *text)
{
  g_string_append (input, text != NULL ? text : "");
  g_string_append_c (input, '\0');
}

static GString *
input_new (const WorkedSlip *worked)
{
  const SlipCall *call = worked->call;
  g_autofree char *where = g_strdup_printf ("%c%u", call->language[0], call->country);
  g_autoptr (DeskSlip) slip = slip_from_line (worked->slip);
  GString *input = g_string_new (NULL);

  add (input, where);
  add (input, slip->text);
  add (input, slip->name);
  add (input, slip->organisation);
  add (input, slip->phone);
  add (input, call->model_note);
  add (input, wordings_of (call, DESK_FACT_NUMBER));
  add (input, wordings_of (call, DESK_FACT_TIME));
  add (input, wordings_of (call, DESK_FACT_PHRASE));
  add (input, wordings_of (call, DESK_FACT_NOT));
  add (input, call->heard);
  return input;
}

static void
write_seeds (const char *folder, const char *language, const WorkedSlip *slips, gsize n_slips)
{
  for (gsize i = 0; i < n_slips; i++) {
    g_autofree char *path = g_strdup_printf ("%s/%s-%" G_GSIZE_FORMAT, folder, language, i);
    g_autoptr (GString) input = input_new (&slips[i]);
    g_autoptr (GError) error = NULL;

    if (!g_file_set_contents (path, input->str, (gssize) input->len, &error))
      g_error ("%s", error->message);
  }
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  write_seeds (argv[1], "sv", slips_sv, n_slips_sv);
  write_seeds (argv[1], "en", slips_en, n_slips_en);
  return 0;
}
