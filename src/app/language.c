/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/language.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

/* Words come from catalogues, by the variable LANGUAGE, which gettext heeds in every locale but "C".
 * Dates and decimal signs come from the C library, which has them only of the locales that this system
 * has installed. Each is asked for by itself, so that one may be had without the other. */

#define N_LOCALES 4

static const struct {
  const char *language;
  const char *locales[N_LOCALES]; /* the first that is installed is taken */
} known[] = {
  { "en", { "en_GB.UTF-8", "en_IE.UTF-8", "en_US.UTF-8", "C.UTF-8" } },
  { "sv", { "sv_SE.UTF-8", "sv_FI.UTF-8", "C.UTF-8" } },
};

static char *original; /* LANGUAGE as the program found it, "" where it is not set; owned */
static char *lacking;  /* the language whose dates this system does not have; or NULL. Owned */

static void
remember_environment (void)
{
  original = g_strdup (g_getenv ("LANGUAGE") != NULL ? g_getenv ("LANGUAGE") : "");
  g_setenv ("LANGUAGE", original, TRUE);
}

/* GLib decides once for all, by the first word it translates, whether its words and GTK's are to be
 * translated at all. In the locale "C" it says yes; that is needed when the language changes later. The
 * variable is there from now on, so that to change it never moves the environment of other threads. */
void
desk_language_prepare (void)
{
  setlocale (LC_MESSAGES, "C");
  g_dgettext ("glib20", "");
  setlocale (LC_ALL, "");
  gtk_disable_setlocale ();
  remember_environment ();
}

static gboolean
is_locale_of (int category, const char *language)
{
  const char *locale = setlocale (category, NULL);

  return locale != NULL && g_str_has_prefix (locale, language) && locale[strlen (language)] == '_';
}

/* A locale of that language that the user has set is better than ours. */
static void
set_category (int category, const char *const *locales, const char *language)
{
  if (is_locale_of (category, language))
    return;
  for (guint n = 0; n < N_LOCALES && locales[n] != NULL; n++) {
    if (setlocale (category, locales[n]) != NULL)
      return;
  }
}

static void
speak (const char *language, const char *const *locales)
{
  const int categories[] = { LC_MESSAGES, LC_TIME, LC_NUMERIC, LC_COLLATE };

  g_setenv ("LANGUAGE", language, TRUE);
  for (guint n = 0; n < G_N_ELEMENTS (categories); n++)
    set_category (categories[n], locales, language);
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (!is_locale_of (LC_TIME, language) || !is_locale_of (LC_NUMERIC, language))
    lacking = g_strdup (language);
}

static void
speak_by_name (const char *language)
{
  for (guint n = 0; n < G_N_ELEMENTS (known); n++) {
    if (g_str_equal (known[n].language, language))
      speak (language, known[n].locales);
  }
}

/* Of a system in a third language the window speaks English, and so do GTK's dialogues in it. A locale
 * that is set but not installed says at least which language is meant. */
static void
speak_the_systems (gboolean is_installed)
{
  const char *first = g_get_language_names ()[0];

  if (!is_installed && g_str_has_prefix (first, "sv"))
    speak_by_name ("sv");
  else if (*gettext ("") == '\0' && *original == '\0')
    g_setenv ("LANGUAGE", "en", TRUE);
  else if (*gettext ("") != '\0' && g_str_has_prefix (first, "sv") && !is_locale_of (LC_TIME, "sv"))
    lacking = g_strdup ("sv");
}

void
desk_language_follow (GSettings *settings)
{
  g_autofree char *language = g_settings_get_string (settings, "language");
  gboolean is_installed;

  if (original == NULL) /* a window without the program around it */
    remember_environment ();
  g_clear_pointer (&lacking, g_free);
  g_setenv ("LANGUAGE", original, TRUE);
  is_installed =
      setlocale (LC_ALL, "") != NULL; /* makes gettext forget what it has looked up, too */
  if (*language != '\0')
    speak_by_name (language);
  else
    speak_the_systems (is_installed);
}

char *
desk_language_get_trouble (void)
{
  if (lacking == NULL)
    return NULL;
  return g_strdup_printf (_ ("This system has no locale for this language (%s). Words follow your "
                             "choice; dates and decimal signs stay as the system has them."),
                          g_str_equal (lacking, "sv") ? "sv_SE.UTF-8" : "en_GB.UTF-8");
}
