/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/recorder.h"

#include <glib/gi18n-lib.h>

#include "audio/tape.h"

/* The thread and the recorder share a Writer. Its lock is held for computing alone: the thread lets go
 * of it before it writes, so that no one waits for a slow disk. When the disk does not come to an end
 * the recorder takes the taps away from the tape and leaves the thread to itself. Whoever finishes
 * without waiting is told by a source that the thread attaches, or by the one that runs out of patience:
 * whichever comes first takes the task. */

#define PERIOD_US (150 * G_TIME_SPAN_MILLISECOND)
#define LOOK_US (5 * G_TIME_SPAN_MILLISECOND) /* at the end, for the last blocks */
#define PATIENCE_US (2 * G_TIME_SPAN_SECOND)

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define NS_PER_US 1000

typedef struct {
  GMutex lock;
  GCond turn;
  DeskTape tape;
  gboolean finishing; /* up to finish_ns */
  gint64 finish_ns;
  gboolean abandoned; /* nobody waits any more, and the taps are gone */
  gboolean over;
  guint told;            /* DeskTapeFault; the thread's alone, as is what follows */
  GMainContext *context; /* owned */
  GWeakRef recorder;
  GTask *task;       /* the context's alone, as the next; owned; NULL: nobody waits to be told */
  GSource *patience; /* owned; or NULL */
} Writer;

struct _DeskRecorder {
  GObject parent_instance;

  Writer *writer; /* shared with the thread; NULL once it is finished */
};

G_DEFINE_FINAL_TYPE (DeskRecorder, desk_recorder, G_TYPE_OBJECT)

static guint notice_signal;

static void
writer_clear (gpointer data)
{
  Writer *self = data;

  desk_tape_clear (&self->tape);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->turn);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->recorder);
}

static void
writer_unref (Writer *self)
{
  g_atomic_rc_box_release_full (self, writer_clear);
}

/* Telling. */

static char *
describe_missed (const DeskTape *tape)
{
  const gulong seconds = (gulong) MAX (tape->missed_s + .5, 1);

  return g_strdup_printf (
      ngettext ("The disk was too slow: %lu second is missing from the recording.",
                "The disk was too slow: %lu seconds are missing from the recording.", seconds),
      seconds);
}

/* (transfer full) */
static char *
describe (const DeskTape *tape, DeskTapeFault fault)
{
  switch (fault) {
  case DESK_TAPE_MICROPHONE_ABSENT:
    return g_strdup (_ ("Nothing comes from a microphone, so your voice is not recorded."));
  case DESK_TAPE_MICROPHONE_LOST:
    return g_strdup (_ ("The microphone was lost: until it is back, your voice is missing from the "
                        "recording."));
  case DESK_TAPE_MISSED: return describe_missed (tape);
  case DESK_TAPE_CUT:
    return g_strdup_printf (_ ("The recording could not be written on and ends here: %s."),
                            tape->error->message);
  }
  g_return_val_if_reached (NULL);
}

typedef struct {
  Writer *writer; /* owned, as below */
  char *words;
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  writer_unref (notice->writer);
  g_free (notice->words);
  g_free (notice);
}

static gboolean
on_notice_due (gpointer data)
{
  Notice *notice = data;
  g_autoptr (DeskRecorder) recorder = g_weak_ref_get (&notice->writer->recorder);

  if (recorder != NULL)
    g_signal_emit (recorder, notice_signal, 0, notice->words);
  return G_SOURCE_REMOVE;
}

/* The text of all `faults`, one after another. (transfer full) */
static char *
describe_all (const DeskTape *tape, guint faults)
{
  GString *words = g_string_new (NULL);

  for (guint fault = 1; fault <= faults; fault <<= 1) {
    g_autofree char *one = (faults & fault) != 0 ? describe (tape, (DeskTapeFault) fault) : NULL;

    if (one != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", one);
  }
  return g_string_free (words, FALSE);
}

/* Faults that come up together are told together: of two notices one would hide the other. The thread holds
 * no reference to the recorder meanwhile: it could be the last to drop it, and would wait for itself. */
static void
tell_faults (Writer *self)
{
  const guint untold = self->tape.faults & ~self->told;
  g_autoptr (GSource) source = NULL;
  Notice *notice;

  self->told = self->tape.faults;
  if (untold == 0)
    return;
  source = g_idle_source_new ();
  notice = g_new0 (Notice, 1);
  notice->writer = g_atomic_rc_box_acquire (self);
  notice->words = describe_all (&self->tape, untold);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_notice_due, notice, notice_free);
  g_source_attach (source, self->context);
}

/* The end. */

static gboolean
fail_late (GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN,
                       _ ("The disk is so slow that the end of the recording may be missing."));
  return FALSE;
}

static gboolean
fail_faulty (const DeskTape *tape, GError **error)
{
  g_autofree char *words = describe_all (tape, tape->faults);

  g_set_error_literal (error, G_FILE_ERROR,
                       tape->error != NULL ? tape->error->code : G_FILE_ERROR_IO, words);
  return FALSE;
}

/* Returns whether the recording is whole. One that does not come to its end is left to its thread. Called
 * with the lock held. */
static gboolean
conclude (Writer *self, GError **error)
{
  if (self->over)
    return self->tape.faults == 0 || fail_faulty (&self->tape, error);
  self->abandoned = TRUE;
  desk_tape_leave_taps (&self->tape);
  return fail_late (error);
}

/* Tells whoever waits to be told, once; on the context. */
static void
settle (Writer *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  GError *error = NULL;
  gboolean whole;

  if (task == NULL)
    return;
  g_source_destroy (self->patience);
  g_clear_pointer (&self->patience, g_source_unref);
  g_mutex_lock (&self->lock);
  whole = conclude (self, &error);
  g_mutex_unlock (&self->lock);
  if (whole)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
on_settle_due (gpointer data)
{
  settle (data);
  return G_SOURCE_REMOVE;
}

/* (transfer none): the context has it. */
static GSource *
attach_settling (Writer *self, GSource *source)
{
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_settle_due, g_atomic_rc_box_acquire (self),
                         (GDestroyNotify) writer_unref);
  g_source_attach (source, self->context);
  g_source_unref (source);
  return source;
}

/* The thread. */

/* One step, with the lock held. FALSE: nothing is left to do for now. */
static gboolean
step (Writer *self)
{
  const gint64 now_ns = g_get_monotonic_time () * NS_PER_US;
  const gboolean more = self->finishing
                            ? desk_tape_collect_rest (&self->tape, self->finish_ns, now_ns)
                            : desk_tape_collect (&self->tape, now_ns);

  const gboolean waits = more && self->tape.n_frames == 0;

  g_mutex_unlock (&self->lock);
  desk_tape_write (&self->tape);
  g_mutex_lock (&self->lock);
  if (waits && !self->abandoned)
    g_cond_wait_until (&self->turn, &self->lock, g_get_monotonic_time () + LOOK_US);
  return more && !self->abandoned && self->tape.error == NULL;
}

static gpointer
write_tape (gpointer data)
{
  Writer *self = data;
  gboolean finishing;

  g_mutex_lock (&self->lock);
  do {
    finishing = self->finishing;
    while (step (self))
      finishing = self->finishing;
    tell_faults (self);
    if (!self->finishing)
      g_cond_wait_until (&self->turn, &self->lock, g_get_monotonic_time () + PERIOD_US);
  } while (!finishing && !self->abandoned && self->tape.error == NULL);
  desk_tape_leave_taps (&self->tape);
  g_mutex_unlock (&self->lock);

  desk_tape_close (&self->tape);

  g_mutex_lock (&self->lock);
  tell_faults (self);
  self->over = TRUE;
  g_cond_broadcast (&self->turn);
  g_mutex_unlock (&self->lock);
  attach_settling (self, g_idle_source_new ());
  writer_unref (self);
  return NULL;
}

/* The recorder. */

static DeskRecorder *
make (DeskTapeFile *file, DeskTap *callers, DeskTap *microphone)
{
  DeskRecorder *self = g_object_new (DESK_TYPE_RECORDER, NULL);
  Writer *writer = g_atomic_rc_box_new0 (Writer);

  g_mutex_init (&writer->lock);
  g_cond_init (&writer->turn);
  desk_tape_init (&writer->tape, file, callers, microphone);
  writer->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&writer->recorder, self);
  self->writer = writer;
  g_thread_unref (g_thread_new ("recorder", write_tape, g_atomic_rc_box_acquire (writer)));
  return self;
}

DeskRecorder *
desk_recorder_new (const char *path, DeskTap *callers, DeskTap *microphone, GError **error)
{
  DeskTapeFile *file;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (callers != NULL, NULL);

  file = desk_tape_file_new (path, error);
  return file != NULL ? make (file, callers, microphone) : NULL;
}

DeskRecorder *
desk_recorder_new_for_fd (int fd, DeskTap *callers, DeskTap *microphone, GError **error)
{
  DeskTapeFile *file;

  g_return_val_if_fail (fd >= 0, NULL);
  g_return_val_if_fail (callers != NULL, NULL);

  file = desk_tape_file_new_for_fd (fd, error);
  return file != NULL ? make (file, callers, microphone) : NULL;
}

void
desk_recorder_run (DeskRecorder *self, gint64 session_ms, gint64 monotonic_us)
{
  g_return_if_fail (DESK_IS_RECORDER (self));

  if (self->writer == NULL)
    return;
  g_mutex_lock (&self->writer->lock);
  desk_tape_clock_run (&self->writer->tape.clock, session_ms * NS_PER_MS, monotonic_us * NS_PER_US);
  g_mutex_unlock (&self->writer->lock);
}

void
desk_recorder_hold (DeskRecorder *self, gint64 session_ms)
{
  g_return_if_fail (DESK_IS_RECORDER (self));

  if (self->writer == NULL)
    return;
  g_mutex_lock (&self->writer->lock);
  desk_tape_clock_hold (&self->writer->tape.clock, session_ms * NS_PER_MS);
  g_mutex_unlock (&self->writer->lock);
}

static gboolean
is_over (Writer *writer)
{
  gboolean over;

  g_mutex_lock (&writer->lock);
  over = writer->over;
  g_mutex_unlock (&writer->lock);
  return over;
}

/* Takes the writer from the recorder and tells it to finish. (transfer full) */
static Writer *
begin_end (DeskRecorder *self, gint64 session_ms)
{
  Writer *writer = g_steal_pointer (&self->writer);

  g_mutex_lock (&writer->lock);
  writer->finishing = TRUE;
  writer->finish_ns = session_ms * NS_PER_MS;
  desk_tape_clock_hold (&writer->tape.clock, writer->finish_ns);
  g_cond_broadcast (&writer->turn);
  g_mutex_unlock (&writer->lock);
  return writer;
}

gboolean
desk_recorder_finish (DeskRecorder *self, gint64 session_ms, GError **error)
{
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  Writer *writer;
  gboolean whole;

  g_return_val_if_fail (DESK_IS_RECORDER (self), FALSE);
  g_return_val_if_fail (self->writer != NULL, FALSE);

  writer = begin_end (self, session_ms);
  g_mutex_lock (&writer->lock);
  while (!writer->over && g_cond_wait_until (&writer->turn, &writer->lock, end_us))
    ;
  whole = conclude (writer, error);
  g_mutex_unlock (&writer->lock);
  writer_unref (writer);
  return whole;
}

/* The thread's source cannot come before the task is there: it comes on the context too. */
void
desk_recorder_finish_async (DeskRecorder *self,
                            gint64 session_ms,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  Writer *writer;

  g_return_if_fail (DESK_IS_RECORDER (self));
  g_return_if_fail (self->writer != NULL);

  writer = begin_end (self, session_ms);
  writer->task = g_task_new (self, NULL, callback, data);
  writer->patience =
      g_source_ref (attach_settling (writer, g_timeout_source_new (PATIENCE_US / 1000)));
  if (is_over (writer)) /* already before, and told when nobody waited for it */
    attach_settling (writer, g_idle_source_new ());
  writer_unref (writer);
}

gboolean
desk_recorder_finish_finish (DeskRecorder *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gint64
latest_session_ms (Writer *writer)
{
  gint64 session_ns;

  g_mutex_lock (&writer->lock);
  session_ns =
      desk_tape_clock_session_at (&writer->tape.clock, g_get_monotonic_time () * NS_PER_US);
  g_mutex_unlock (&writer->lock);
  return session_ns / NS_PER_MS;
}

static void
desk_recorder_dispose (GObject *object)
{
  DeskRecorder *self = DESK_RECORDER (object);

  if (self->writer != NULL)
    desk_recorder_finish (self, latest_session_ms (self->writer), NULL);
  G_OBJECT_CLASS (desk_recorder_parent_class)->dispose (object);
}

static void
desk_recorder_class_init (DeskRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_recorder_dispose;
  notice_signal = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_recorder_init (DeskRecorder *self)
{
}
