/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "cli/cmd-render.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "scenario/cast.h"
#include "scenario/clip-entries.h"
#include "scenario/clip-stamp.h"
#include "scenario/scenario-reader.h"
#include "scenario/synthesis.h"

/* The scenario is read without its folder, since clips that are named and absent are this command's
 * very business. A reply that names no clip gets one, called after its key, and an entry in the
 * author's file, which is written once, at the end; a run that was cut short finds its clips again
 * by their names.
 *
 * A clip that is there is made again only when its stamp says that a synthesiser made it: because the
 * text has changed since, or with --force. */

enum {
  STATUS_DONE = 0,
  STATUS_FAULTS = 1,
  STATUS_USAGE = 2,
  STATUS_SYSTEM = 3,
};

#define MAX_TIME_LIMIT_S 3600

typedef struct {
  char **voices; /* as given: "female-2", "erik=female-2"; nullable */
  gint time_limit_s;
  char **command; /* nullable */
  gboolean force;
  char *path;   /* of scenario.yaml */
  char *folder; /* of its clips */
  DeskScenario *scenario;
  GHashTable *entries; /* owned: key → owned name of the clip, of replies that name none */
  GHashTable *taken;   /* the names of clips in lower case; owned */
  GHashTable *seen;    /* the names of clips that were dealt with; borrowed from the above */
  DeskCast *cast;
  guint n_made;
  guint n_there;
  guint n_recorded; /* of those, what --force left alone */
  int status;
} Render;

static void
render_clear (Render *self)
{
  g_strfreev (self->voices);
  g_strfreev (self->command);
  g_free (self->path);
  g_free (self->folder);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  g_clear_pointer (&self->cast, desk_cast_free);
  g_clear_pointer (&self->seen, g_hash_table_unref);
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

/* FALSE when another reply has it. Names that differ in nothing but case are one on some disks. */
static gboolean
take_name (Render *self, const char *clip)
{
  return g_hash_table_add (self->taken, g_utf8_strdown (clip, -1));
}

/* "invoice/opening" → "invoice-opening.opus", or with a number where that is another reply's. */
static const char *
name_clip (Render *self, const DeskReply *reply)
{
  g_autofree char *stem = g_str_to_ascii (reply->key, "C");
  g_autofree char *name = NULL;

  g_strcanon (stem, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-", '-');
  name = g_strconcat (stem, ".opus", NULL);
  for (guint n = 2; !take_name (self, name); n++) {
    g_free (name);
    name = g_strdup_printf ("%s-%u.opus", stem, n);
  }
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

/* What lies in the scenario and not in the system leaves the others to be made. */
static gboolean
is_fault_of_scenario (const GError *error)
{
  return g_error_matches (error, DESK_VOICE_ERROR, DESK_VOICE_ERROR_UNKNOWN) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
synthesise (Render *self, const DeskReply *reply, const DeskSpeech *speech, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 length_ms = 0;

  if (desk_speech_to_clip (speech, path, &length_ms, NULL, &error)) {
    self->n_made++;
    g_printerr (_ ("%s: %.1f s\n"), path, (double) length_ms / 1000);
  } else if (is_fault_of_scenario (error)) {
    complain (self, STATUS_FAULTS, _ ("%s: in reply %s: %s"), self->path, reply->key,
              error->message);
  } else {
    complain (self, STATUS_SYSTEM, _ ("%s could not be made: %s"), path, error->message);
  }
}

/* Whether the clip at `path` is to be made. */
static gboolean
is_due (Render *self, const DeskReply *reply, const char *path)
{
  g_autofree char *digest = desk_clip_stamp_digest (reply->text, self->scenario->language);
  g_autoptr (DeskClipStamp) stamp = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  stamp = desk_clip_stamp_read (path);
  if (stamp != NULL && (self->force || strcmp (stamp->digest, digest) != 0))
    return TRUE;
  self->n_there++;
  self->n_recorded += stamp == NULL;
  return FALSE;
}

/* One reply of `who`; after a failure of the system there is no point in going on. */
static void
render_reply (Render *self, const DeskReply *reply, const char *who, const char *voice)
{
  const char *clip;
  g_autofree char *path = NULL;
  DeskSpeech speech = {
    .language = self->scenario->language,
    .country = self->scenario->country,
    .voice = voice,
    .who = who,
    .command = (const char *const *) self->command,
    .time_limit_s = (guint) self->time_limit_s,
  };

  if (reply == NULL || self->status == STATUS_SYSTEM)
    return;

  clip = reply->clip != NULL ? reply->clip : name_clip (self, reply);
  if (!g_hash_table_add (self->seen, (gpointer) clip))
    return; /* two replies share it: the first one's text is said */
  path = g_build_filename (self->folder, clip, NULL);
  speech.text = reply->text;
  if (!is_due (self, reply, path))
    return;
  if (!is_inside (self, path))
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

/* The voice of the command line for the speaker `id`, "erik" or "people/erik"; NULL: none. */
static const char *
ordered_voice (Render *self, const char *id, const char *key)
{
  const char *for_all = NULL;

  for (char **voice = self->voices; voice != NULL && *voice != NULL; voice++) {
    const char *equals = strchr (*voice, '=');
    g_autofree char *whom = equals != NULL ? g_strndup (*voice, (gsize) (equals - *voice)) : NULL;

    if (whom == NULL)
      for_all = *voice;
    else if (strcmp (whom, id) == 0 || strcmp (whom, key) == 0)
      return desk_scenario_resolve_voice (self->scenario, equals + 1);
  }
  return for_all != NULL ? desk_scenario_resolve_voice (self->scenario, for_all) : NULL;
}

static void
render_person (Render *self, const DeskPerson *person)
{
  g_autofree char *key = desk_cast_key_of_person (person);
  const char *voice = ordered_voice (self, person->id, key);

  if (voice == NULL)
    voice = desk_cast_get_person (self->cast, person);
  render_reply (self, person->answer, person->id, voice);
  render_reply (self, person->accepts, person->id, voice);
  render_reply (self, person->refuses, person->id, voice);
}

static void
render_call (Render *self, const DeskCall *call)
{
  const char *voice = ordered_voice (self, call->id, call->id);

  if (voice == NULL)
    voice = desk_cast_get_call (self->cast, call);
  for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++)
    if (desk_reply_is_heard (*reply))
      render_reply (self, *reply, call->id, voice);
}

static void
render_all (Render *self)
{
  const DeskScenario *scenario = self->scenario;

  for (guint i = 0; i < scenario->n_replies; i++)
    if (scenario->replies[i]->clip != NULL)
      take_name (self, scenario->replies[i]->clip);
  for (guint i = 0; i < scenario->n_people; i++)
    render_person (self, scenario->people[i]);
  for (guint i = 0; i < scenario->n_calls; i++)
    render_call (self, scenario->calls[i]);
}

/* A speaker keeps the voice in which clips of theirs were made before. */
static void
keep_voice (Render *self, GHashTable *kept, const DeskReply *reply, const char *key)
{
  g_autofree char *path = NULL;
  g_autoptr (DeskClipStamp) stamp = NULL;

  if (reply == NULL || reply->clip == NULL || g_hash_table_contains (kept, key))
    return;
  path = g_build_filename (self->folder, reply->clip, NULL);
  stamp = desk_clip_stamp_read (path);
  if (stamp != NULL && g_strv_contains (desk_voice_names (), stamp->voice))
    g_hash_table_insert (kept, g_strdup (key), g_steal_pointer (&stamp->voice));
}

static DeskCast *
make_cast (Render *self)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->scenario->n_people && !self->force; i++) {
    const DeskPerson *person = self->scenario->people[i];
    g_autofree char *key = desk_cast_key_of_person (person);

    keep_voice (self, kept, person->answer, key);
    keep_voice (self, kept, person->accepts, key);
    keep_voice (self, kept, person->refuses, key);
  }
  for (guint i = 0; i < self->scenario->n_calls && !self->force; i++) {
    const DeskCall *call = self->scenario->calls[i];

    for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++)
      keep_voice (self, kept, *reply, call->id);
  }
  return desk_cast_new (self->scenario, kept);
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
    complain (
        self, STATUS_SYSTEM,
        _ ("%s was changed in the meantime and is left alone. The clips are made; run this again "
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

static gboolean
is_speaker (Render *self, const char *id)
{
  if (desk_scenario_find_call (self->scenario, id) != NULL)
    return TRUE;
  if (g_str_has_prefix (id, "people/"))
    id += strlen ("people/");
  return desk_scenario_find_person (self->scenario, id) != NULL;
}

/* A synthesiser of the user's own may have voices of any name. */
static gboolean
has_voice (Render *self, const char *written)
{
  return self->command != NULL ||
         desk_voice_is_known (desk_scenario_resolve_voice (self->scenario, written));
}

static gboolean
check_voices (Render *self)
{
  for (char **voice = self->voices; voice != NULL && *voice != NULL; voice++) {
    const char *equals = strchr (*voice, '=');
    g_autofree char *whom = equals != NULL ? g_strndup (*voice, (gsize) (equals - *voice)) : NULL;

    if (whom != NULL && !is_speaker (self, whom))
      complain (self, STATUS_USAGE, _ ("--voice %s: %s has neither a call nor a person “%s”"),
                *voice, self->path, whom);
    else if (!has_voice (self, equals != NULL ? equals + 1 : *voice))
      complain (self, STATUS_USAGE,
                _ ("--voice %s: there is no such voice. Write female-1 to female-8, male-1 to "
                   "male-10, a name of the scenario's “voices”, or a synthesiser's own such as "
                   "espeak:sv+m3."),
                *voice);
  }
  return self->status == STATUS_DONE;
}

/* Without recordings that were left alone there is nothing to tell of them. */
static void
tell_result (Render *self)
{
  g_print (_ ("Clips made: %u. There already: %u.\n"), self->n_made, self->n_there);
  if (self->force && self->n_recorded > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE,
                          "%u clip was not made by this command and was left alone. Delete it to "
                          "have it synthesised.\n",
                          "%u clips were not made by this command and were left alone. Delete them "
                          "to have them synthesised.\n",
                          self->n_recorded),
             self->n_recorded);
}

static void
render (Render *self, const char *given)
{
  if (!load (self, given) || !check_voices (self))
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
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->cast = make_cast (self);
  render_all (self);
  write_entries (self);
  tell_result (self);
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
    { "voice", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->voices,
      N_ ("A voice for everybody (female-2, flite:slt, …) or for one speaker (erik=male-3); can be "
          "given again"),
      N_ ("[ID=]VOICE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self->force,
      N_ ("Make all synthesised clips again; recordings of people are left alone"), NULL },
    { "time-limit", 0, 0, G_OPTION_ARG_INT, &self->time_limit_s,
      N_ ("How long the synthesiser may take for one clip"), N_ ("SECONDS") },
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
  if (self->time_limit_s < 0 || self->time_limit_s > MAX_TIME_LIMIT_S) {
    complain (self, STATUS_USAGE, "%s", _ ("--time-limit must be from 1 to 3600 seconds"));
    return FALSE;
  }
  if (g_strv_length (arguments) != 2) {
    g_printerr ("%s\n", _ ("Usage: frontdesk render [--voice [ID=]VOICE] [--force] "
                           "[--command COMMAND] [--time-limit SECONDS] SCENARIO"));
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
