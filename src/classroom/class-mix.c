/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-mix.h"

#include <glib/gi18n-lib.h>

#include "report/terms-words.h"
#include "report/words.h"

void
desk_class_mix_add (DeskClassMix *self, const DeskClassSession *session)
{
  self->n_exams += session->mode == DESK_MODE_EXAM ? 1 : 0;
  self->n_guided += session->mode == DESK_MODE_GUIDED ? 1 : 0;
  self->n_simulated += session->mode == DESK_MODE_SIMULATED ? 1 : 0;
  self->n_adjusted += *session->accommodations != '\0' ? 1 : 0;
  self->n_early += session->n_undone > 0 ? 1 : 0;
}

void
desk_class_mix_join (DeskClassMix *self, const DeskClassMix *other)
{
  self->n_exams += other->n_exams;
  self->n_guided += other->n_guided;
  self->n_simulated += other->n_simulated;
  self->n_adjusted += other->n_adjusted;
  self->n_early += other->n_early;
}

/* Takes `words`. */
static void
append (GString *text, char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
  g_free (words);
}

/* Nothing of none. Takes `words`. */
static void
append_some (GString *text, guint n, char *words)
{
  if (n > 0)
    append (text, words);
  else
    g_free (words);
}

char *
desk_class_mix_describe (const DeskClassMix *self)
{
  GString *text = g_string_new (NULL);

  append_some (text, self->n_exams,
               g_strdup_printf (ngettext ("%u exam", "%u exams", self->n_exams), self->n_exams));
  append_some (
      text, self->n_guided,
      g_strdup_printf (ngettext ("%u guided", "%u guided", self->n_guided), self->n_guided));
  append_some (text, self->n_simulated,
               g_strdup_printf (ngettext ("%u simulated", "%u simulated", self->n_simulated),
                                self->n_simulated));
  append_some (text, self->n_adjusted,
               g_strdup_printf (ngettext ("%u adjusted", "%u adjusted", self->n_adjusted),
                                self->n_adjusted));
  append_some (text, self->n_early,
               g_strdup_printf (ngettext ("%u finished early", "%u finished early", self->n_early),
                                self->n_early));
  return g_string_free (text, text->len == 0);
}

char *
desk_class_mix_note (const DeskClassMix *self)
{
  g_autofree char *words = desk_class_mix_describe (self);

  /* %s is "2 exams, 1 adjusted" */
  return words != NULL ? g_strdup_printf (_ ("Put together with the others: %s."), words) : NULL;
}

char *
desk_class_mix_of_session (const DeskClassSession *session)
{
  GString *text = g_string_new (NULL);

  if (session->mode != DESK_MODE_PRACTICE)
    append (text, g_utf8_strdown (desk_words_mode (session->mode), -1));
  if (*session->accommodations != '\0')
    append (text, desk_words_kept_accommodations (session->accommodations));
  if (session->n_undone > 0)
    append (text, g_strdup (_ ("finished early")));
  if (session->unproved)
    append (text, g_strdup (_ ("without checksums")));
  return g_string_free (text, FALSE);
}
