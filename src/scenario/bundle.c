/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scenario/bundle-contents.h"
#include "scenario/scenario-folder.h"

/* Only formats that libarchive reads with bounded memory are accepted: zip by its central directory, so
 * that a truncated one is not a zip, deflated or stored; and tar, plain or gzipped. With other compressions
 * the file decides how much memory the reader takes. */

#define BLOCK_BYTES 65536

G_DEFINE_QUARK (desk - bundle - error - quark, desk_bundle_error)

const DeskBundleLimits desk_bundle_limits = {
  .max_bytes = DESK_SCENARIO_MAX_BYTES,
  .max_entries = DESK_SCENARIO_MAX_FILES,
  .free_bytes = (guint64) 16 << 20,
  .max_ratio = 200,
};

/* One pass over a bundle, from beginning to end. */
typedef struct {
  struct archive *archive;
  struct archive_entry *entry; /* borrowed from it */
  const DeskBundleLimits *limits;
  GCancellable *cancellable;         /* or NULL */
  DeskBundleContents *contents;      /* what this reading finds */
  const DeskBundleContents *settled; /* what the first pass found; NULL in the first: */
  const char *folder;                /* nothing is written then; else here */
  GPtrArray *notes;                  /* what is left out; or NULL */
  guint64 n_packed;                  /* bytes of the file */
  guint64 n_bytes;
  guint n_entries;
} Walk;

static gboolean
refuse_damaged (Walk *walk, GError **error)
{
  const char *reason = archive_error_string (walk->archive);
  g_autofree char *shown = desk_bundle_contents_show (reason != NULL ? reason : "?");

  return desk_bundle_refuse (error, _ ("it is damaged, or no bundle at all (%s)"), shown);
}

/* The name of the entry as UTF-8; NULL: it cannot be read. */
static const char *
name_of (Walk *walk)
{
  const char *name = archive_entry_pathname_utf8 (walk->entry);

  return name != NULL ? name : archive_entry_pathname (walk->entry);
}

static gboolean
check_kind (Walk *walk, const char *shown, GError **error)
{
  const __LA_MODE_T type = archive_entry_filetype (walk->entry);

  if (archive_entry_is_encrypted (walk->entry))
    return desk_bundle_refuse (error, _ ("it asks for a password; make it again without one"));
  if (type == AE_IFLNK || archive_entry_hardlink (walk->entry) != NULL ||
      archive_entry_symlink (walk->entry) != NULL)
    return desk_bundle_refuse (error, _ ("“%s” is a link; put the file itself in the bundle"),
                               shown);
  if (type != AE_IFREG && type != AE_IFDIR)
    return desk_bundle_refuse (error, _ ("“%s” is neither a file nor a folder"), shown);
  return TRUE;
}

/* "ZIP 2.0 (deflation)" is what libarchive calls it. */
static gboolean
check_method (Walk *walk, GError **error)
{
  const char *name = archive_format_name (walk->archive);

  if (archive_format (walk->archive) != ARCHIVE_FORMAT_ZIP ||
      strstr (name, "(deflation)") != NULL || strstr (name, "(uncompressed)") != NULL)
    return TRUE;
  return desk_bundle_refuse (
      error,
      _ ("it is packed in a way that this program does not read (%s); make an "
         "ordinary zip"),
      name);
}

static gboolean
count (Walk *walk, guint64 n, GError **error)
{
  const DeskBundleLimits *limits = walk->limits;

  walk->n_bytes += n;
  if (walk->n_bytes > limits->max_bytes)
    return desk_bundle_refuse (error,
                               _ ("it unpacks to more than %u MiB; no scenario is that large"),
                               (guint) (limits->max_bytes >> 20));
  if (walk->n_bytes > limits->free_bytes && walk->n_bytes / limits->max_ratio > walk->n_packed)
    return desk_bundle_refuse (error,
                               _ ("it unpacks to more than %u times its size; no scenario does"),
                               limits->max_ratio);
  return !g_cancellable_set_error_if_cancelled (walk->cancellable, error);
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0) {
    gssize n = write (fd, data, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    data += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* Reads the bytes of the entry, whose size in the header may be a lie, and writes them to `fd` unless that
 * is -1. */
static gboolean
read_bytes (Walk *walk, int fd, const char *path, GError **error)
{
  g_autofree char *buffer = g_malloc (BLOCK_BYTES);

  for (;;) {
    const la_ssize_t n = archive_read_data (walk->archive, buffer, BLOCK_BYTES);

    if (n == 0)
      return TRUE;
    if (n < 0)
      return refuse_damaged (walk, error);
    if (!count (walk, (guint64) n, error))
      return FALSE;
    if (fd >= 0 && !write_all (fd, buffer, (gsize) n))
      return desk_scenario_folder_fail (path, error);
  }
}

static gboolean
make_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || desk_scenario_folder_fail (path, error);
}

/* The folder is new, belongs to the user and holds no links, so the path cannot be redirected. */
static gboolean
write_file (Walk *walk, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done;
  int fd;

  if (!make_folder (folder, error))
    return FALSE;
  fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return desk_scenario_folder_fail (path, error);
  done = read_bytes (walk, fd, path, error);
  if (close (fd) != 0 && done)
    return desk_scenario_folder_fail (path, error);
  return done;
}

static void
note_left_out (Walk *walk, const char *name)
{
  g_autofree char *shown = desk_bundle_contents_show (name);

  if (walk->notes != NULL && desk_bundle_contents_is_missed (name))
    g_ptr_array_add (walk->notes, g_strdup_printf (_ ("“%s” was left out: it is no part of the "
                                                      "scenario"),
                                                   shown));
}

static gboolean
unpack_entry (Walk *walk, const char *name, GError **error)
{
  g_autofree char *place =
      walk->settled != NULL ? desk_bundle_contents_place (walk->settled, name) : NULL;
  g_autofree char *path = place != NULL ? g_build_filename (walk->folder, place, NULL) : NULL;
  const gboolean is_folder = archive_entry_filetype (walk->entry) == AE_IFDIR;

  if (path == NULL && walk->settled != NULL && !is_folder)
    note_left_out (walk, name);
  if (is_folder)
    return path == NULL || make_folder (path, error);
  return path != NULL ? write_file (walk, path, error) : read_bytes (walk, -1, name, error);
}

static gboolean
take_entry (Walk *walk, GError **error)
{
  const char *name = name_of (walk);
  g_autofree char *shown = desk_bundle_contents_show (name != NULL ? name : "?");

  if (++walk->n_entries > walk->limits->max_entries)
    return desk_bundle_refuse (error,
                               _ ("there are more than %u files in it; no scenario has that many"),
                               walk->limits->max_entries);
  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  return check_kind (walk, shown, error) && check_method (walk, error) &&
         desk_bundle_contents_add (walk->contents, name,
                                   archive_entry_filetype (walk->entry) == AE_IFDIR, error) &&
         unpack_entry (walk, name, error);
}

/* libarchive warns of a name that the locale cannot represent; name_of() deals with it. */
static gboolean
take_entries (Walk *walk, GError **error)
{
  for (;;) {
    const int result = archive_read_next_header (walk->archive, &walk->entry);

    if (result == ARCHIVE_EOF)
      return TRUE;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
      return refuse_damaged (walk, error);
    if (!take_entry (walk, error))
      return FALSE;
  }
}

/* Only one layer is unpacked: nested archives could take endless work. */
static void
accept_formats (struct archive *archive, int fd)
{
  static const guchar gzip[] = { 0x1f, 0x8b };
  guchar start[sizeof gzip];

  if (pread (fd, start, sizeof start, 0) == sizeof start && memcmp (start, gzip, sizeof gzip) == 0)
    archive_read_append_filter (archive, ARCHIVE_FILTER_GZIP);
  archive_read_support_format_zip_seekable (archive);
  archive_read_support_format_tar (archive);
}

/* libarchive converts names to the thread's locale and loses characters that it lacks. */
static gboolean
read_through (Walk *walk, int fd, GError **error)
{
  locale_t letters = newlocale (LC_CTYPE_MASK, "C.UTF-8", duplocale (LC_GLOBAL_LOCALE));
  locale_t before = letters != NULL ? uselocale (letters) : NULL;
  gboolean done = FALSE;

  walk->archive = archive_read_new ();
  accept_formats (walk->archive, fd);
  if (lseek (fd, 0, SEEK_SET) != 0 ||
      archive_read_open_fd (walk->archive, fd, BLOCK_BYTES) != ARCHIVE_OK)
    refuse_damaged (walk, error);
  else
    done = take_entries (walk, error);
  archive_read_free (walk->archive);
  if (letters != NULL) {
    uselocale (before);
    freelocale (letters);
  }
  return done;
}

/* The second pass, which writes. It checks everything again, since the file may have been replaced. */
static gboolean
unpack (DeskBundle *self, const Walk *look, int fd, GError **error)
{
  g_autoptr (DeskBundleContents) contents = desk_bundle_contents_new ();
  Walk walk = *look;

  walk.contents = contents;
  walk.settled = look->contents;
  walk.folder = self->folder;
  walk.notes = self->notes;
  walk.n_bytes = 0;
  walk.n_entries = 0;
  return read_through (&walk, fd, error);
}

/* "shift" of "/tmp/shift.tar.gz". */
static char *
trunk_of (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL)
    *dot = '\0';
  if (g_str_has_suffix (base, ".tar"))
    base[strlen (base) - 4] = '\0';
  return g_filename_display_name (base);
}

static DeskBundle *
bundle_new (const char *path, const char *parent, const DeskBundleContents *contents)
{
  DeskBundle *self = g_new0 (DeskBundle, 1);
  g_autofree char *trunk = trunk_of (path);
  const char *folder = desk_bundle_contents_get_folder (contents);

  self->parent = g_strdup (parent);
  self->name = desk_scenario_folder_tidy_name (folder != NULL ? folder : trunk);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static DeskBundle *
look_and_unpack (const char *path, const char *parent, Walk *walk, int fd, GError **error)
{
  g_autoptr (DeskBundle) self = NULL;

  if (!read_through (walk, fd, error) || !desk_bundle_contents_settle (walk->contents, error))
    return NULL;
  self = bundle_new (path, parent, walk->contents);
  self->folder = desk_scenario_folder_make_temporary (parent, error);
  if (self->folder == NULL || !unpack (self, walk, fd, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Opens the file without blocking, even if it is a pipe or a device. -1 with `error` set. */
static int
open_file (const char *path, guint64 max_bytes, guint64 *n_bytes, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;

  if (fd < 0) {
    desk_scenario_folder_fail (path, error);
    return -1;
  }
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode)) {
    desk_bundle_refuse (error, _ ("it is no file that a scenario could be unpacked from"));
    close (fd);
    return -1;
  }
  if ((guint64) status.st_size > max_bytes) {
    desk_bundle_refuse (error, _ ("the bundle itself is larger than a scenario can be"));
    close (fd);
    return -1;
  }
  *n_bytes = (guint64) status.st_size;
  return fd;
}

DeskBundle *
desk_bundle_unpack (const char *path,
                    const char *parent,
                    const DeskBundleLimits *limits,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (DeskBundleContents) contents = desk_bundle_contents_new ();
  Walk walk = {
    .limits = limits != NULL ? limits : &desk_bundle_limits,
    .cancellable = cancellable,
    .contents = contents,
  };
  int fd = open_file (path, walk.limits->max_bytes, &walk.n_packed, error);
  DeskBundle *self;

  if (fd < 0)
    return NULL;
  self = look_and_unpack (path, parent, &walk, fd, error);
  close (fd);
  return self;
}

char *
desk_bundle_keep (DeskBundle *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->parent, name, NULL);

  g_return_val_if_fail (self->folder != NULL, NULL);
  if (!desk_scenario_folder_settle (self->folder, path, error))
    return NULL;
  g_clear_pointer (&self->folder, g_free);
  return g_steal_pointer (&path);
}

void
desk_bundle_free (DeskBundle *self)
{
  if (self == NULL)
    return;
  if (self->folder != NULL)
    desk_scenario_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->parent);
  g_free (self->name);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

gboolean
desk_bundle_is_one (const char *path)
{
  static const char *const endings[] = { ".zip", ".tar", ".tar.gz", ".tgz" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint n = 0; n < G_N_ELEMENTS (endings); n++)
    if (g_str_has_suffix (small, endings[n]))
      return !g_file_test (path, G_FILE_TEST_IS_DIR);
  return FALSE;
}
