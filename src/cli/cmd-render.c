/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-render.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "scenario/clip-entries.h"
#include "scenario/scenario-reader.h"
#include "scenario/synthesis.h"

/* The scenario is read without its folder, since clips that are named and absent are this command's
 * very business. A reply that names no clip gets one, called after its key, and an entry in the
 * author's file, which is written once, at the end; a run that was cut short finds its clips again
 * by their names. */

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

typedef struct {
  char *voice;    /* for who has none in the scenario; nullable */
  char **command; /* nullable */
  gboolean force;
  char *path;   /* of scenario.yaml */
  char *folder; /* of its clips */
  DeskScenario *scenario;
  GHashTable *entries; /* owned: key → owned name of the clip, of replies that name none */
  GHashTable *taken;   /* the names of clips; borrowed from scenario and entries */
  guint n_made;
  guint n_there;
  int status;
} Render;

static void
render_clear (Render *self)
{
  g_free (self->voice);
  g_strfreev (self->command);
  g_free (self->path);
  g_free (self->folder);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Render, render_clear)

static void complain (Render *self, int status, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
complain (Render *self, int status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("frontdesk render: %s\n", message);
  self->status = MAX (self->status, status);
}

/* "invoice/opening" → "invoice-opening.opus", or with a number where that is another reply's. */
static const char *
name_clip (Render *self, const DeskReply *reply)
{
  g_autofree char *stem = g_strdup (reply->key);
  g_autofree char *name = NULL;

  g_strcanon (stem, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-", '-');
  name = g_strconcat (stem, ".opus", NULL);
  for (guint n = 2; g_hash_table_contains (self->taken, name); n++) {
    g_free (name);
    name = g_strdup_printf ("%s-%u.opus", stem, n);
  }
  g_hash_table_add (self->taken, name);
  g_hash_table_insert (self->entries, g_strdup (reply->key), name);
  return g_steal_pointer (&name);
}

/* Below the folder of clips, also where links are followed. */
static gboolean
is_inside (Render *self, const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *real_parent = realpath (parent, NULL);
  g_autofree char *real_folder = realpath (self->folder, NULL);
  g_autofree char *prefix = g_strconcat (real_folder != NULL ? real_folder : "", "/", NULL);

  return real_parent != NULL && real_folder != NULL &&
         (strcmp (real_parent, real_folder) == 0 || g_str_has_prefix (real_parent, prefix));
}

static void
synthesise (Render *self, const DeskReply *reply, const DeskSpeech *speech, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 length_ms = 0;

  if (desk_speech_to_clip (speech, path, &length_ms, NULL, &error)) {
    self->n_made++;
    g_printerr (_ ("%s: %.1f s\n"), path, (double) length_ms / 1000);
  } else if (g_error_matches (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_UNKNOWN)) {
    complain (self, STATUS_FAULTS, _ ("%s: in reply %s: %s"), self->path, reply->key,
              error->message);
  } else {
    complain (self, STATUS_SYSTEM, _ ("%s could not be made: %s"), path, error->message);
  }
}

/* One reply of `who`, whose voice in the scenario is `voice`; after a failure of the system there is
 * no point in going on. */
static void
render_reply (Render *self, const DeskReply *reply, const char *who, const char *voice)
{
  const char *clip;
  g_autofree char *path = NULL;
  DeskSpeech speech = {
    .language = self->scenario->language,
    .voice = *voice != '\0' || self->voice == NULL ? voice : self->voice,
    .who = who,
    .command = (const char *const *) self->command,
  };

  if (reply == NULL || self->status == STATUS_SYSTEM)
    return;

  clip = reply->clip != NULL ? reply->clip : name_clip (self, reply);
  path = g_build_filename (self->folder, clip, NULL);
  speech.text = reply->text;
  if (!self->force && g_file_test (path, G_FILE_TEST_EXISTS))
    self->n_there++;
  else if (!is_inside (self, path))
    complain (self, STATUS_FAULTS, _ ("%s: the clip of reply %s lies outside the folder %s"),
              self->path, reply->key, self->folder);
  else if (!g_str_has_suffix (clip, ".opus") && !g_str_has_suffix (clip, ".ogg"))
    complain (self, STATUS_FAULTS,
              _ ("%s: the clip “%s” of reply %s cannot be made: a name for a synthesised clip "
                 "ends in .opus"),
              self->path, clip, reply->key);
  else
    synthesise (self, reply, &speech, path);
}

static void
render_all (Render *self)
{
  const DeskScenario *scenario = self->scenario;

  for (guint i = 0; i < scenario->n_replies; i++)
    if (scenario->replies[i]->clip != NULL)
      g_hash_table_add (self->taken, (gpointer) scenario->replies[i]->clip);

  for (guint i = 0; i < scenario->n_people; i++) {
    const DeskPerson *person = scenario->people[i];

    render_reply (self, person->answer, person->id, person->voice);
    render_reply (self, person->accepts, person->id, person->voice);
    render_reply (self, person->refuses, person->id, person->voice);
  }
  for (guint i = 0; i < scenario->n_calls; i++) {
    const DeskCall *call = scenario->calls[i];

    for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++)
      render_reply (self, *reply, call->id, call->voice);
  }
}

static gboolean
clip_is_absent (gpointer key, gpointer name, gpointer data)
{
  Render *self = data;
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Rendering takes a while, and an author may have saved the file meanwhile. */
static gboolean
was_changed (Render *self)
{
  g_autofree char *now = NULL;

  return !g_file_get_contents (self->path, &now, NULL, NULL) ||
         !g_str_equal (now, self->scenario->yaml);
}

static gboolean
replace_yaml (Render *self, const char *edited, GError **error)
{
  GStatBuf status = { .st_mode = 0644 };

  g_stat (self->path, &status);
  return g_file_set_contents_full (self->path, edited, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   status.st_mode & 0777, error);
}

static void
write_entries (Render *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *edited = NULL;
  guint n_added = 0;

  g_hash_table_foreach_remove (self->entries, clip_is_absent, self);
  edited = desk_clip_entries_add (self->scenario->yaml, strlen (self->scenario->yaml),
                                  self->entries, &n_added);
  if (n_added == 0)
    return;
  if (was_changed (self))
    complain (self, STATUS_SYSTEM,
              _ ("%s was changed meanwhile and is left alone. The clips are made; run this again "
                 "to name them in it."),
              self->path);
  else if (!replace_yaml (self, edited, &error))
    complain (self, STATUS_SYSTEM, _ ("The clips are made, but not named in the scenario: %s"),
              error->message);
  else
    g_print (g_dngettext (GETTEXT_PACKAGE, "Named %u new clip in %s.\n",
                          "Named %u new clips in %s.\n", n_added),
             n_added, self->path);
}

static gboolean
load (Render *self, const char *given)
{
  g_autoptr (DeskDiagnostics) diagnostics = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *faults = NULL;

  self->path = g_file_test (given, G_FILE_TEST_IS_DIR)
                   ? g_build_filename (given, "scenario.yaml", NULL)
                   : g_strdup (given);
  folder = g_path_get_dirname (self->path);
  self->folder = g_build_filename (folder, "clips", NULL);
  self->scenario = desk_scenario_load_without_clips (self->path, &diagnostics);
  if (self->scenario == NULL) {
    faults = desk_diagnostics_to_text (diagnostics);
    g_printerr ("%s", faults);
    complain (self, STATUS_FAULTS, _ ("%s has faults; nothing was made."), self->path);
  }
  return self->scenario != NULL;
}

static void
render (Render *self, const char *given)
{
  if (!load (self, given))
    return;
  if (self->command == NULL && !desk_synthesis_is_available (self->scenario->language)) {
    complain (self, STATUS_SYSTEM, "%s", desk_synthesis_advice ());
    return;
  }
  if (g_mkdir_with_parents (self->folder, 0755) != 0) {
    complain (self, STATUS_SYSTEM, _ ("The folder %s cannot be made: %s"), self->folder,
              g_strerror (errno));
    return;
  }
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->taken = g_hash_table_new (g_str_hash, g_str_equal);
  render_all (self);
  write_entries (self);
  g_print (_ ("Clips made: %u. There already: %u.\n"), self->n_made, self->n_there);
}

/* Fills in `self` and `scenario`; says what is wrong and returns FALSE on wrong usage. */
static gboolean
parse_arguments (Render *self, char **argv, char **scenario)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("SCENARIO"));
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry options[] = {
    { "voice", 0, 0, G_OPTION_ARG_STRING, &self->voice,
      N_ ("A voice for everybody whom the scenario gives none: female-2, flite:slt, …"),
      N_ ("VOICE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self->force,
      N_ ("Also make anew the clips that are there, recordings of people too"), NULL },
    { "command", 0, 0, G_OPTION_ARG_STRING, &command,
      N_ ("A synthesiser of your own: it reads the text on its standard input and writes a sound "
          "file to its standard output, or to {output}; {voice} and {language} are filled in"),
      N_ ("COMMAND") },
    { NULL },
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
      context, _ ("Synthesises the clips that a scenario lacks, and names them in it."));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &arguments, &error) ||
      (command != NULL && !g_shell_parse_argv (command, NULL, &self->command, &error))) {
    complain (self, STATUS_USAGE, "%s", error->message);
    return FALSE;
  }
  if (g_strv_length (arguments) != 2) {
    g_printerr ("%s\n", _ ("Usage: frontdesk render [--voice VOICE] [--force] "
                           "[--command COMMAND] SCENARIO"));
    self->status = STATUS_USAGE;
    return FALSE;
  }
  *scenario = g_strdup (arguments[1]);
  return TRUE;
}

int
desk_cmd_render (int argc, char **argv)
{
  g_auto (Render) self = { 0 };
  g_autofree char *scenario = NULL;

  if (parse_arguments (&self, argv, &scenario))
    render (&self, scenario);
  return self.status;
}
