/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

/* The writer of a session's record.
 *
 * Every record is handed to the kernel before append returns, so killing the program loses nothing.
 * Flushing to the disk can be slow, so a thread does it, at most twice a second. The lock guards the few
 * fields that the two threads share and is never held across a system call, so the main thread does not
 * wait for the disk.
 *
 * What a full disk refuses stays in `unwritten` and is written first the next time: the file is always a
 * prefix of the session. */

#include "engine/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/chain.h"
#include "engine/record.h"

#define FLUSH_EVERY_US (G_USEC_PER_SEC / 2)
#define LOOK_US 20000 /* longer than desk_journal_is_being_written() holds its lock */

struct _DeskJournal {
  GObject parent_instance;

  char *path;         /* NULL in memory */
  int fd;             /* -1 in memory, and once closed */
  GString *unwritten; /* in memory: everything */
  gboolean waits;     /* reopened: what is appended is not written yet */
  gsize kept;         /* reopened: bytes of the file that stay */
  goffset size;       /* reopened: bytes of the file then */
  gboolean chained;   /* an exam's */
  DeskChain chain;

  GThread *flusher; /* NULL in memory */
  GMutex lock;      /* guards the three below */
  GCond wake;
  gboolean dirty;
  gboolean closing;
  int flush_errno; /* why the last flush failed; 0: it did not */
};

G_DEFINE_FINAL_TYPE (DeskJournal, desk_journal, G_TYPE_OBJECT)

/* 0, or why not. What cannot be flushed at all, such as a pipe, needs no flushing. */
static int
flush (int fd)
{
  return fdatasync (fd) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

/* The flusher's thread; the descriptor outlives it. The kernel reports a failed flush once, so the error is
 * kept for the main thread until a later flush succeeds. */
static gpointer
flush_until_closed (gpointer data)
{
  DeskJournal *self = data;
  int saved_errno;

  g_mutex_lock (&self->lock);
  while (!self->closing) {
    if (!self->dirty) {
      g_cond_wait (&self->wake, &self->lock);
      continue;
    }
    self->dirty = FALSE;
    g_mutex_unlock (&self->lock);
    saved_errno = flush (self->fd);
    g_mutex_lock (&self->lock);
    self->flush_errno = saved_errno;
    if (!self->closing)
      g_cond_wait_until (&self->wake, &self->lock, g_get_monotonic_time () + FLUSH_EVERY_US);
  }
  g_mutex_unlock (&self->lock);
  return NULL;
}

static void
stop_flusher (DeskJournal *self)
{
  if (!self->flusher)
    return;
  g_mutex_lock (&self->lock);
  self->closing = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (g_steal_pointer (&self->flusher));
}

/* Whatever could not be written is lost. */
static void
give_up (DeskJournal *self)
{
  stop_flusher (self);
  close (g_steal_fd (&self->fd));
}

static void
desk_journal_finalize (GObject *object)
{
  DeskJournal *self = DESK_JOURNAL (object);
  g_autoptr (GError) error = NULL;

  if (!desk_journal_close (self, &error))
    g_printerr ("%s\n", error->message);
  if (self->fd >= 0)
    give_up (self);
  g_string_free (self->unwritten, TRUE);
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);

  G_OBJECT_CLASS (desk_journal_parent_class)->finalize (object);
}

static void
desk_journal_class_init (DeskJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_journal_finalize;
}

static void
desk_journal_init (DeskJournal *self)
{
  self->fd = -1;
  self->unwritten = g_string_sized_new (512);
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
}

static gboolean
fail (DeskJournal *self, int saved_errno, GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", name,
               g_strerror (saved_errno));
  return FALSE;
}

DeskJournal *
desk_journal_new_in_memory (void)
{
  return g_object_new (DESK_TYPE_JOURNAL, NULL);
}

DeskJournal *
desk_journal_create (const char *path, GError **error)
{
  g_autoptr (DeskJournal) self = desk_journal_new_in_memory ();

  self->path = g_strdup (path);
  self->fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (self->fd < 0) {
    fail (self, errno, error);
    return NULL;
  }
  /* The file is new, so another program can at most be looking at it for a moment. Where files cannot be
   * locked it is written without a lock. */
  while (flock (self->fd, LOCK_EX) < 0 && errno == EINTR)
    continue;
  self->flusher = g_thread_new ("journal", flush_until_closed, self);
  return g_steal_pointer (&self);
}

gboolean
desk_journal_is_being_written (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  const gboolean locked = fd >= 0 && flock (fd, LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK;

  if (fd >= 0)
    close (fd);
  return locked;
}

char *
desk_journal_sound_path (const char *path)
{
  const gsize length = strlen (path);
  const gsize ending = g_str_has_suffix (path, ".journal") ? strlen (".journal") : 0;

  return g_strdup_printf ("%.*s.flac", (int) (length - ending), path);
}

GBytes *
desk_journal_get_bytes (DeskJournal *self)
{
  g_return_val_if_fail (!self->path, NULL);

  return g_bytes_new (self->unwritten->str, self->unwritten->len);
}

const char *
desk_journal_get_path (DeskJournal *self)
{
  return self->path;
}

static int
get_flush_errno (DeskJournal *self)
{
  int flush_errno;

  g_mutex_lock (&self->lock);
  flush_errno = self->flush_errno;
  g_mutex_unlock (&self->lock);
  return flush_errno;
}

static void
mark_dirty (DeskJournal *self)
{
  g_mutex_lock (&self->lock);
  self->dirty = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}

/* 0, or why not all of it could be written. */
static int
write_unwritten (DeskJournal *self)
{
  gsize done = 0;
  int saved_errno = 0;

  while (done < self->unwritten->len && saved_errno == 0) {
    ssize_t n = write (self->fd, self->unwritten->str + done, self->unwritten->len - done);

    if (n >= 0)
      done += (gsize) n;
    else if (errno != EINTR)
      saved_errno = errno;
  }
  g_string_erase (self->unwritten, 0, (gssize) done);
  if (done > 0)
    mark_dirty (self);
  return saved_errno;
}

static gboolean
write_out (DeskJournal *self, GError **error)
{
  int saved_errno;

  if (!self->path || self->waits)
    return TRUE;

  saved_errno = write_unwritten (self);
  if (saved_errno == 0)
    saved_errno = get_flush_errno (self);
  return saved_errno == 0 || fail (self, saved_errno, error);
}

static gboolean
is_unchanged (DeskJournal *self)
{
  struct stat there;

  return fstat (self->fd, &there) == 0 && there.st_size == self->size;
}

/* Whether another program holds the lock. One that is only looking whether the journal is being written
 * holds it for a moment, so a second attempt decides. */
static gboolean
is_others (int fd)
{
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return FALSE;
  g_usleep (LOOK_US);
  return flock (fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK;
}

/* A lock that fails for any reason but another program is done without, as in desk_journal_create(). */
static gboolean
take_over (DeskJournal *self, GError **error)
{
  struct stat there;

  if (self->fd < 0 || fstat (self->fd, &there) < 0)
    return fail (self, errno, error);
  if (!S_ISREG (there.st_mode))
    return fail (self, EINVAL, error);
  if (is_others (self->fd))
    return fail (self, EBUSY, error);
  self->size = there.st_size;
  return TRUE;
}

DeskJournal *
desk_journal_reopen (const char *path, GError **error)
{
  g_autoptr (DeskJournal) self = desk_journal_new_in_memory ();

  self->path = g_strdup (path);
  self->waits = TRUE;
  self->fd = open (path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (!take_over (self, error))
    return NULL;
  self->flusher = g_thread_new ("journal", flush_until_closed, self);
  return g_steal_pointer (&self);
}

void
desk_journal_append_after (DeskJournal *self,
                           gsize n_bytes,
                           gboolean open_ended,
                           const DeskChain *chain)
{
  g_return_if_fail (self->waits || !self->path);

  self->kept = n_bytes;
  self->chained = chain->state == DESK_CHAIN_WHOLE;
  self->chain = *chain;
  g_string_assign (self->unwritten, open_ended ? "\n" : "");
}

gboolean
desk_journal_go_on (DeskJournal *self, GError **error)
{
  if (!self->path)
    return TRUE;
  g_return_val_if_fail (self->waits, FALSE);

  if (!is_unchanged (self))
    return fail (self, EBUSY, error);
  /* An ftruncate() that cuts nothing off would still change the modification time, which is when the
   * session stopped. */
  if (self->size != (goffset) self->kept && ftruncate (self->fd, (off_t) self->kept) < 0)
    return fail (self, errno, error);
  self->waits = FALSE;
  return write_out (self, error);
}

/* Writes the line that begins at `from`; in an exam its checksum is added first. */
static gboolean
add_line (DeskJournal *self, gsize from, GError **error)
{
  if (self->chained)
    desk_chain_seal (&self->chain, self->unwritten, from);
  return write_out (self, error);
}

gboolean
desk_journal_append_header (DeskJournal *self,
                            const DeskJournalHeader *header,
                            const DeskScenario *scenario,
                            const DeskClipLengths *lengths,
                            GError **error)
{
  const gsize from = self->unwritten->len;

  self->chained = header->mode == DESK_MODE_EXAM;
  desk_journal_header_to_json (header, scenario, lengths, self->unwritten);
  return add_line (self, from, error);
}

gboolean
desk_journal_append_command (DeskJournal *self,
                             const DeskCommand *command,
                             gint64 t_ms,
                             GError **error)
{
  const gsize from = self->unwritten->len;

  desk_record_append_command (self->unwritten, command, t_ms);
  return add_line (self, from, error);
}

gboolean
desk_journal_append_event (DeskJournal *self, const DeskEvent *event, GError **error)
{
  const gsize from = self->unwritten->len;

  desk_record_append_event (self->unwritten, event);
  return add_line (self, from, error);
}

gboolean
desk_journal_try_again (DeskJournal *self, GError **error)
{
  return self->fd < 0 || write_out (self, error);
}

gboolean
desk_journal_is_written (DeskJournal *self)
{
  return !self->path || self->unwritten->len == 0;
}

gboolean
desk_journal_close (DeskJournal *self, GError **error)
{
  int saved_errno;

  if (self->fd < 0)
    return TRUE;
  if (self->waits) /* nobody went on with it */
    g_string_truncate (self->unwritten, 0);
  saved_errno = write_unwritten (self);
  if (saved_errno != 0)
    return fail (self, saved_errno, error);
  stop_flusher (self);
  saved_errno = flush (self->fd);
  if (saved_errno == 0 && !self->dirty) /* then it flushed nothing */
    saved_errno = self->flush_errno;
  if (close (g_steal_fd (&self->fd)) < 0 && saved_errno == 0)
    saved_errno = errno;
  return saved_errno == 0 || fail (self, saved_errno, error);
}
