/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/bundle-contents.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "scenario/bundle.h"

#define MAX_DEPTH 16
#define MAX_COMPONENT_BYTES 255 /* what file systems take */
#define MAX_NAME_BYTES 1000
#define MAX_LETTERS_SHOWN 80

struct _DeskBundleContents {
  GHashTable *known;   /* folded path (owned) → Known (owned), of entries and the folders above */
  GPtrArray *found;    /* owned paths of every scenario.yaml */
  const char *prefix;  /* borrowed from `found`, once settled: its first `prefix_length` bytes */
  gsize prefix_length; /* with the slash; 0: at the root */
  char *folder;        /* owned; or NULL */
};

/* An entry, or a folder above one. */
typedef struct {
  char *path; /* owned: as it is spelt */
  gboolean is_folder;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->path);
  g_free (known);
}

DeskBundleContents *
desk_bundle_contents_new (void)
{
  DeskBundleContents *self = g_new0 (DeskBundleContents, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->found = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
desk_bundle_contents_free (DeskBundleContents *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->found);
  g_free (self->folder);
  g_free (self);
}

char *
desk_bundle_contents_show (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n < MAX_LETTERS_SHOWN; p = g_utf8_next_char (p), n++) {
    gunichar letter = g_utf8_get_char (p);
    GUnicodeType type = g_unichar_type (letter);
    gboolean is_tame = type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT &&
                       type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;

    g_string_append_unichar (shown, is_tame ? letter : 0xfffd);
  }
  if (n == MAX_LETTERS_SHOWN)
    g_string_append (shown, "…");
  return g_string_free (shown, FALSE);
}

gboolean
desk_bundle_refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, DESK_BUNDLE_ERROR, DESK_BUNDLE_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
has_control (const char *name)
{
  for (; *name != '\0'; name++)
    if (g_ascii_iscntrl (*name))
      return TRUE;
  return FALSE;
}

/* No scenario's folder holds such a name, and each kind has been used to write files elsewhere. */
static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *shown = desk_bundle_contents_show (name);

  if (!g_utf8_validate (name, -1, NULL))
    return desk_bundle_refuse (
        error,
        _ ("the name “%s” is not UTF-8; make the bundle again with a program that keeps names as "
           "UTF-8, or without such letters"),
        shown);
  if (has_control (name))
    return desk_bundle_refuse (error, _ ("the name “%s” has a control character in it"), shown);
  if (*name == '/')
    return desk_bundle_refuse (
        error,
        _ ("“%s” would not be unpacked into the scenario: it begins at the root of the disk"),
        shown);
  if (strchr (name, '\\') != NULL)
    return desk_bundle_refuse (error, _ ("the name “%s” has a backslash in it"), shown);
  if (g_ascii_isalpha (name[0]) && name[1] == ':')
    return desk_bundle_refuse (
        error, _ ("“%s” would not be unpacked into the scenario: it names a drive"), shown);
  if (strlen (name) > MAX_NAME_BYTES)
    return desk_bundle_refuse (error, _ ("the name “%s” is too long"), shown);
  return TRUE;
}

static gboolean
check_part (const char *name, const char *part, guint depth, GError **error)
{
  g_autofree char *shown = desk_bundle_contents_show (name);

  if (g_str_equal (part, ".."))
    return desk_bundle_refuse (
        error, _ ("“%s” would not be unpacked into the scenario: it leads out of the folder"),
        shown);
  if (strlen (part) > MAX_COMPONENT_BYTES)
    return desk_bundle_refuse (error, _ ("the name “%s” is too long"), shown);
  if (depth > MAX_DEPTH)
    return desk_bundle_refuse (error, _ ("“%s” lies too many folders deep"), shown);
  return TRUE;
}

static gboolean
refuse_nameless (GError **error)
{
  return desk_bundle_refuse (error, _ ("a file in it has no name that can be read"));
}

/* The name without empty components and "."; NULL with `error` set. (transfer full) */
static char *
tidy (const char *name, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  g_autoptr (GString) path = g_string_new (NULL);
  guint depth = 0;

  for (char **part = parts; *part != NULL; part++) {
    if (**part == '\0' || g_str_equal (*part, "."))
      continue;
    if (!check_part (name, *part, ++depth, error))
      return NULL;
    g_string_append_printf (path, "%s%s", path->len > 0 ? "/" : "", *part);
  }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* The name on a file system that ignores case and composes accents: two names that fold alike are one file
 * there. */
static char *
fold (const char *path)
{
  g_autofree char *composed = g_utf8_normalize (path, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed, -1);
}

static gboolean
remember (DeskBundleContents *self, const char *path, gboolean is_folder, GError **error)
{
  g_autofree char *folded = fold (path);
  g_autofree char *shown = NULL;
  Known *known = g_hash_table_lookup (self->known, folded);

  if (known == NULL) {
    known = g_new (Known, 1);
    known->path = g_strdup (path);
    known->is_folder = is_folder;
    g_hash_table_insert (self->known, g_steal_pointer (&folded), known);
    return TRUE;
  }
  shown = desk_bundle_contents_show (path);
  if (!g_str_equal (known->path, path))
    return desk_bundle_refuse (
        error,
        _ ("“%s” is there under another spelling too, and they would be one file on many systems"),
        shown);
  if (!known->is_folder || !is_folder)
    return desk_bundle_refuse (error, _ ("“%s” is in the bundle twice"), shown);
  return TRUE;
}

static gboolean
remember_all (DeskBundleContents *self, const char *path, gboolean is_folder, GError **error)
{
  for (const char *slash = path; (slash = strchr (slash, '/')) != NULL; slash++) {
    g_autofree char *above = g_strndup (path, (gsize) (slash - path));

    if (!remember (self, above, TRUE, error))
      return FALSE;
  }
  return remember (self, path, is_folder, error);
}

/* Hidden files, and those that operating systems leave in folders. */
static gboolean
is_litter (const char *path)
{
  static const char *const names[] = { "__MACOSX", "Thumbs.db", "desktop.ini", NULL };
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part == '.' || g_strv_contains (names, *part))
      return TRUE;
  return FALSE;
}

static gboolean
is_archive (const char *path)
{
  static const char *const endings[] = { ".zip", ".tar", ".gz", ".tgz", ".bz2",
                                         ".xz",  ".zst", ".7z", ".rar", ".jar" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint n = 0; n < G_N_ELEMENTS (endings); n++)
    if (g_str_has_suffix (small, endings[n]))
      return TRUE;
  return FALSE;
}

gboolean
desk_bundle_contents_add (DeskBundleContents *self,
                          const char *name,
                          gboolean is_folder,
                          GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;

  if (name == NULL || *name == '\0')
    return refuse_nameless (error);
  if (!check_name (name, error))
    return FALSE;
  path = tidy (name, error);
  if (path == NULL)
    return FALSE;
  if (*path == '\0') /* "./", the root itself */
    return is_folder || refuse_nameless (error);
  if (!remember_all (self, path, is_folder, error))
    return FALSE;
  base = g_path_get_basename (path);
  if (!is_folder && g_str_equal (base, "scenario.yaml") && !is_litter (path))
    g_ptr_array_add (self->found, g_steal_pointer (&path));
  return TRUE;
}

gboolean
desk_bundle_contents_settle (DeskBundleContents *self, GError **error)
{
  g_autofree char *folder = NULL;
  const char *slash;

  if (self->found->len == 0) {
    g_set_error_literal (error, DESK_BUNDLE_ERROR, DESK_BUNDLE_ERROR_REFUSED,
                         _ ("there is no scenario.yaml in it, so it is no scenario"));
    return FALSE;
  }
  if (self->found->len > 1) {
    g_set_error (error, DESK_BUNDLE_ERROR, DESK_BUNDLE_ERROR_REFUSED,
                 ngettext ("there is %u scenario in it; a bundle holds one",
                           "there are %u scenarios in it; a bundle holds one", self->found->len),
                 self->found->len);
    return FALSE;
  }
  self->prefix = self->found->pdata[0];
  slash = strrchr (self->prefix, '/');
  self->prefix_length = slash != NULL ? (gsize) (slash - self->prefix) + 1 : 0;
  if (slash != NULL) {
    folder = g_strndup (self->prefix, self->prefix_length - 1);
    self->folder = g_path_get_basename (folder);
  }
  return TRUE;
}

const char *
desk_bundle_contents_get_folder (const DeskBundleContents *self)
{
  return self->folder;
}

char *
desk_bundle_contents_place (const DeskBundleContents *self, const char *name)
{
  g_autofree char *path = tidy (name, NULL);

  if (path == NULL || strlen (path) <= self->prefix_length ||
      strncmp (path, self->prefix, self->prefix_length) != 0)
    return NULL;
  if (is_litter (path + self->prefix_length) || is_archive (path))
    return NULL;
  return g_strdup (path + self->prefix_length);
}

gboolean
desk_bundle_contents_is_missed (const char *name)
{
  return !is_litter (name);
}
