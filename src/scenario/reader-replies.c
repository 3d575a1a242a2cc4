/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/reader.h"

#include "scenario/clip-file.h"
#include "scenario/yaml-quote.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What callers and colleagues say, and with which clips. */

static gboolean
climbs_out (const char *clip)
{
  g_auto (GStrv) parts = g_strsplit (clip, "/", -1);

  return g_path_is_absolute (clip) || g_strv_contains ((const char *const *) parts, "..");
}

/* Whether `path`, with every link followed, lies in `folder`, which is a real path. */
static gboolean
lies_within (const char *folder, const char *path)
{
  char *real = realpath (path, NULL);
  gsize length = strlen (folder);
  gboolean within = real == NULL || (g_str_has_prefix (real, folder) &&
                                     (real[length] == '/' || g_str_has_suffix (folder, "/")));

  free (real);
  return within;
}

/* What is wrong with a clip; a NULL message: nothing. */
typedef struct {
  DeskSeverity severity;
  char *message; /* owned */
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_free (finding->message);
  g_free (finding);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The contents of the folder "clips", as far as is worth searching for a misspelt name. */
static const char *const *
clip_files (DeskReader *self)
{
  enum {
    MAX_FILES = 5000
  };
  g_autofree char *folder = g_build_filename (self->folder, "clips", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = NULL;
  const char *name;

  if (self->clip_files != NULL)
    return (const char *const *) self->clip_files;
  dir = g_dir_open (folder, 0, NULL);
  names = g_ptr_array_new ();
  while (dir != NULL && names->len < MAX_FILES && (name = g_dir_read_name (dir)) != NULL)
    if (g_utf8_validate (name, -1, NULL))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  self->clip_files = (char **) g_ptr_array_steal (names, NULL);
  return (const char *const *) self->clip_files;
}

/* A file of the same name with another ending: "invoice.wav" for "invoice.opus". */
static const char *
same_stem (const char *clip, const char *const *files)
{
  const char *dot = strrchr (clip, '.');
  gsize stem = dot != NULL ? (gsize) (dot - clip) : strlen (clip);

  for (; stem > 0 && *files != NULL; files++)
    if (strncmp (*files, clip, stem) == 0 && (*files)[stem] == '.' &&
        strchr (*files + stem + 1, '.') == NULL)
      return *files;
  return NULL;
}

static char *
tell_absent (DeskReader *self, const char *clip)
{
  const char *const *files = clip_files (self);
  const char *meant = same_stem (clip, files);
  const char *shown = desk_reader_shown (self, clip);

  if (meant == NULL)
    meant = desk_reader_nearest (self, clip, files);
  if (meant == NULL)
    return g_strdup_printf (
        _ ("there is no clip “%s” in the folder “clips”; its text will be synthesised"), shown);
  return g_strdup_printf (
      _ ("there is no clip “%s” in the folder “clips”; did you mean “%s”? Until "
         "then its text will be synthesised"),
      shown, desk_reader_shown (self, meant));
}

static Finding *
examine_clip (DeskReader *self, const char *clip)
{
  Finding *finding = g_new0 (Finding, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = desk_clip_file_path (self->folder, clip);

  if (!lies_within (self->folder, path)) {
    finding->message = g_strdup_printf (
        _ ("“%s” is a link that leaves the scenario's folder; copy the clip itself into “clips”"),
        desk_reader_shown (self, clip));
  } else if (desk_clip_file_length_ms (path, &error) >= 0) {
    return finding;
  } else if (g_error_matches (error, DESK_CLIP_FILE_ERROR, DESK_CLIP_FILE_ERROR_ABSENT)) {
    finding->severity = DESK_SEVERITY_WARNING;
    finding->message = tell_absent (self, clip);
  } else {
    finding->message = g_strdup_printf (_ ("the clip “%s” cannot be used: %s"),
                                        desk_reader_shown (self, clip), error->message);
  }
  return finding;
}

GHashTable *
desk_reader_clips_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finding_free);
}

static void
check_clip (DeskReader *self, const DeskYamlNode *node, const char *clip)
{
  Finding *finding = g_hash_table_lookup (self->clips, clip);

  if (finding == NULL) {
    finding = examine_clip (self, clip);
    g_hash_table_insert (self->clips, (gpointer) clip, finding);
  }
  if (finding->message != NULL)
    desk_diagnostics_add (self->diagnostics, finding->severity, node->line, node->column, "%s",
                          finding->message);
}

/* The clip's path below the folder "clips"; NULL where there is none to use. */
static const char *
read_clip (DeskReader *self, const DeskYamlNode *node)
{
  const char *clip;

  if (!desk_reader_word (self, node, &clip) || node->mended)
    return NULL;
  if (climbs_out (clip)) {
    desk_reader_error (self, node,
                       _ ("“%s” lies outside the scenario's folder; copy the clip into “clips” and "
                          "write its name alone"),
                       desk_reader_shown (self, clip));
    return NULL;
  }
  if (g_str_has_prefix (clip, "clips/"))
    clip += strlen ("clips/");
  if (self->folder != NULL)
    check_clip (self, node, clip);
  return clip;
}

const DeskReply *
desk_reader_add_reply (
    DeskReader *self, const char *key, const char *id, const char *text, const char *clip)
{
  DeskReply *reply = desk_scenario_store_new0 (self->store, DeskReply);

  *reply = (DeskReply){
    .index = self->replies->len,
    .key = desk_scenario_store_text (self->store, key),
    .id = desk_scenario_store_text (self->store, id),
    .text = desk_scenario_store_text (self->store, text),
    .clip = clip,
  };
  g_ptr_array_add (self->replies, reply);
  g_hash_table_insert (self->store->replies, (gpointer) reply->key, reply);
  return reply;
}

const DeskReply *
desk_reader_reply (DeskReader *self,
                   const DeskYamlNode *node,
                   const char *key,
                   const char *id,
                   const DeskYamlNode **window)
{
  enum {
    TEXT,
    CLIP,
    WHEN
  };
  static const DeskFieldSpec specs[] = {
    [TEXT] = { "text", TRUE, "\"Hello, is Erik in?\"" },
    [CLIP] = { "clip", FALSE },
    [WHEN] = { "when", FALSE },
  };
  DeskFields fields;
  const char *text;

  if (node->kind == DESK_YAML_TEXT && !node->mended) {
    g_autofree char *mark = desk_yaml_quote (desk_reader_shown (self, node->text));
    desk_reader_error (self, node, _ ("write what is said as {text: %s}"), mark);
    return NULL;
  }
  if (!desk_reader_fields (self, node, specs, window != NULL ? WHEN + 1 : WHEN, &fields))
    return NULL;
  if (window != NULL)
    *window = fields.values[WHEN];
  const char *clip = read_clip (self, fields.values[CLIP]);
  if (!desk_reader_text (self, fields.values[TEXT], &text))
    return NULL;
  return desk_reader_add_reply (self, key, id, text, clip);
}
