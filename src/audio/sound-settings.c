/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/sound-settings.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/output.h"

/* The key file is kept in memory as it was read, and each property is looked up in it: what other
 * groups and keys it has, and its comments, survive a change. A file that is no key file at all is put
 * aside before a change would replace it. */

#define GROUP "sound"
#define SAVE_AFTER_MS 500
#define MOST_PUT_ASIDE 1000

/* A thousand times what we write; parsing as much takes a fifth of a second. */
#define MOST_BYTES (1 << 20)

struct _DeskSoundSettings {
  GObject parent_instance;

  char *path;          /* owned; as all below */
  GKeyFile *file;      /* the truth */
  gboolean is_changed; /* since it was read, or saved */
  guint save_source;
};

enum {
  PROP_0,
  PROP_HEADSET,
  PROP_HEADSET_NAME,
  PROP_RINGER,
  PROP_RINGER_NAME,
  PROP_RING_BOTH,
  PROP_MICROPHONE,
  PROP_MICROPHONE_NAME,
  PROP_VOICE_VOLUME,
  PROP_RINGER_VOLUME,
  PROP_EAR,
  PROP_LATENCY_MS,
  PROP_REALTIME,
  PROP_CHECKED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskSoundSettings, desk_sound_settings, G_TYPE_OBJECT)

char *
desk_sound_settings_default_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "frontdesk", "settings.ini", NULL);
}

gboolean
desk_sound_settings_save (DeskSoundSettings *self, GError **error)
{
  g_autofree char *folder = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->is_changed)
    return TRUE;

  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) < 0) {
    const int saved = errno;

    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), "%s: %s", folder,
                 g_strerror (saved));
    return FALSE;
  }
  if (!g_key_file_save_to_file (self->file, self->path, error))
    return FALSE;

  self->is_changed = FALSE;
  return TRUE;
}

static void
save_or_complain (DeskSoundSettings *self)
{
  g_autoptr (GError) error = NULL;

  if (!desk_sound_settings_save (self, &error))
    g_printerr ("%s\n", error->message);
}

static gboolean
on_save_due (gpointer data)
{
  DeskSoundSettings *self = data;

  self->save_source = 0;
  save_or_complain (self);
  return G_SOURCE_REMOVE;
}

/* FALSE: there is no file, or none that can be parsed */
static gboolean
parse_value (DeskSoundSettings *self, GParamSpec *pspec, GValue *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_key_file_get_string (self->file, GROUP, pspec->name, NULL);

  if (text == NULL)
    return FALSE;

  if (G_IS_PARAM_SPEC_STRING (pspec))
    g_value_set_string (value, text[0] == '\0' ? NULL : text);
  else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (value, g_key_file_get_boolean (self->file, GROUP, pspec->name, &error));
  else if (G_IS_PARAM_SPEC_INT (pspec))
    g_value_set_int (value, g_key_file_get_integer (self->file, GROUP, pspec->name, &error));
  else
    g_value_set_double (value, g_key_file_get_double (self->file, GROUP, pspec->name, &error));
  return error == NULL;
}

/* NaN passes GObject's own check, for it is neither too small nor too large. */
static gboolean
is_in_range (GParamSpec *pspec, GValue *value)
{
  if (G_VALUE_HOLDS_DOUBLE (value) && isnan (g_value_get_double (value)))
    return FALSE;
  return !g_param_value_validate (pspec, value);
}

/* The file's value for `pspec`, if it can be parsed and is in range; otherwise the default. */
static void
read_value (DeskSoundSettings *self, GParamSpec *pspec, GValue *value)
{
  if (!parse_value (self, pspec, value) || !is_in_range (pspec, value))
    g_param_value_set_default (pspec, value);
}

static void
write_value (DeskSoundSettings *self, GParamSpec *pspec, const GValue *value)
{
  if (G_IS_PARAM_SPEC_STRING (pspec)) {
    const char *text = g_value_get_string (value);

    g_key_file_set_string (self->file, GROUP, pspec->name, text == NULL ? "" : text);
  } else if (G_IS_PARAM_SPEC_BOOLEAN (pspec)) {
    g_key_file_set_boolean (self->file, GROUP, pspec->name, g_value_get_boolean (value));
  } else if (G_IS_PARAM_SPEC_INT (pspec)) {
    g_key_file_set_integer (self->file, GROUP, pspec->name, g_value_get_int (value));
  } else {
    g_key_file_set_double (self->file, GROUP, pspec->name, g_value_get_double (value));
  }
}

static void
desk_sound_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  read_value (DESK_SOUND_SETTINGS (object), pspec, value);
}

/* An empty id is none. */
static gboolean
is_as_good_as (GParamSpec *pspec, const GValue *before, const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value) && g_strcmp0 (g_value_get_string (value), "") == 0)
    return g_value_get_string (before) == NULL;
  return g_param_values_cmp (pspec, before, value) == 0;
}

static void
desk_sound_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DeskSoundSettings *self = DESK_SOUND_SETTINGS (object);
  g_auto (GValue) before = G_VALUE_INIT;

  g_value_init (&before, pspec->value_type);
  read_value (self, pspec, &before);
  if (is_as_good_as (pspec, &before, value))
    return;

  write_value (self, pspec, value);
  self->is_changed = TRUE;
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, on_save_due, self);
  g_object_notify_by_pspec (object, pspec);
}

static void
desk_sound_settings_finalize (GObject *object)
{
  DeskSoundSettings *self = DESK_SOUND_SETTINGS (object);

  save_or_complain (self);
  g_key_file_unref (self->file);
  g_free (self->path);
  G_OBJECT_CLASS (desk_sound_settings_parent_class)->finalize (object);
}

static void
desk_sound_settings_class_init (DeskSoundSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_sound_settings_get_property;
  object_class->set_property = desk_sound_settings_set_property;
  object_class->finalize = desk_sound_settings_finalize;

  props[PROP_HEADSET] = g_param_spec_string ("headset", NULL, NULL, NULL, flags);
  props[PROP_HEADSET_NAME] = g_param_spec_string ("headset-name", NULL, NULL, NULL, flags);
  props[PROP_RINGER] = g_param_spec_string ("ringer", NULL, NULL, NULL, flags);
  props[PROP_RINGER_NAME] = g_param_spec_string ("ringer-name", NULL, NULL, NULL, flags);
  props[PROP_RING_BOTH] = g_param_spec_boolean ("ring-both", NULL, NULL, FALSE, flags);
  props[PROP_MICROPHONE] = g_param_spec_string ("microphone", NULL, NULL, NULL, flags);
  props[PROP_MICROPHONE_NAME] = g_param_spec_string ("microphone-name", NULL, NULL, NULL, flags);
  props[PROP_VOICE_VOLUME] = g_param_spec_double ("voice-volume", NULL, NULL, 0, 1, 0.8, flags);
  props[PROP_RINGER_VOLUME] = g_param_spec_double ("ringer-volume", NULL, NULL, 0, 1, 0.8, flags);
  props[PROP_EAR] = g_param_spec_int ("ear", NULL, NULL, -1, 1, 0, flags);
  props[PROP_LATENCY_MS] =
      g_param_spec_double ("latency-ms", NULL, NULL, 2, 200, DESK_OUTPUT_DEFAULT_LATENCY_MS, flags);
  props[PROP_REALTIME] = g_param_spec_boolean ("realtime", NULL, NULL, TRUE, flags);
  props[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_sound_settings_init (DeskSoundSettings *self)
{
  self->file = g_key_file_new ();
}

/* O_NONBLOCK: the name may be that of a pipe, and must not hold us up. */
static int
open_file (const char *path)
{
  const int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat info;

  if (fd < 0 || (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size <= MOST_BYTES))
    return fd;
  close (fd);
  return -1;
}

/* The number of bytes actually read, not the one `fstat` gave: the file may be growing. -1: unusable. */
static gssize
read_file (int fd, char *text)
{
  gsize n = 0;
  gssize got;

  do {
    got = read (fd, text + n, MOST_BYTES + 1 - n);
    n += got > 0 ? (gsize) got : 0;
  } while ((got > 0 && n <= MOST_BYTES) || (got < 0 && errno == EINTR));
  return got < 0 || n > MOST_BYTES ? -1 : (gssize) n;
}

/* The first is "settings.ini.bad", the second "settings.ini.bad-2". (transfer full) */
static GFile *
get_place_aside (const char *path, guint n)
{
  g_autofree char *aside =
      n == 1 ? g_strconcat (path, ".bad", NULL) : g_strdup_printf ("%s.bad-%u", path, n);

  return g_file_new_for_path (aside);
}

/* Renames the file, never over another. Returns the new name; NULL sets the error. (transfer full) */
static GFile *
put_aside (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint n = 1;; n++) {
    g_autoptr (GFile) aside = get_place_aside (path, n);
    g_autoptr (GError) fault = NULL;

    if (g_file_move (file, aside, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &fault))
      return g_steal_pointer (&aside);
    if (n < MOST_PUT_ASIDE && g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_EXISTS))
      continue;
    g_propagate_error (error, g_steal_pointer (&fault));
    return NULL;
  }
}

static void
put_aside_and_say_so (const char *path, const char *why)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *shown_aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) aside = put_aside (path, &error);

  if (aside == NULL) {
    g_printerr (_ ("The settings in “%s” cannot be read (%s), nor be put aside: %s\n"), shown, why,
                error->message);
    return;
  }

  shown_aside = g_filename_display_basename (g_file_peek_path (aside));
  g_printerr (_ ("The settings in “%s” cannot be read (%s). They are kept as “%s”, and the program "
                 "begins with its own.\n"),
              shown, why, shown_aside);
}

static void
load (DeskSoundSettings *self)
{
  const GKeyFileFlags whole = G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS;
  const int fd = open_file (self->path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gssize n;

  if (fd < 0)
    return;
  text = g_malloc (MOST_BYTES + 1);
  n = read_file (fd, text);
  close (fd);
  if (n > 0 && !g_key_file_load_from_data (self->file, text, (gsize) n, whole, &error))
    put_aside_and_say_so (self->path, error->message);
}

DeskSoundSettings *
desk_sound_settings_new (const char *path)
{
  DeskSoundSettings *self = g_object_new (DESK_TYPE_SOUND_SETTINGS, NULL);

  self->path = g_strdup (path);
  load (self);
  return self;
}
