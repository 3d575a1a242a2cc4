/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/sound-system.h"

#include "audio/keeper.h"
#include "audio/stream.h"

/* The thread and what is asked of it. The main loop of the thread sleeps when nothing is open.
 *
 * A sound server that hangs may hold the thread inside PortAudio for ever. So nobody waits for it
 * while the program runs: a stream that is closed has shut its gate before, and its memory goes when
 * the thread lets go of it, or never. Only the end of all waits, and not for long. */

#define FAREWELL_MS 2000

/* What the thread and the others share; it outlives the system if the thread does. */
typedef struct {
  gatomicrefcount refs;
  GMainContext *context; /* owned */
  DeskKeeper *keeper;    /* the thread's */
  GMutex lock;           /* guards what follows */
  GCond over;
  gboolean is_over;
} Room;

struct _DeskSoundSystem {
  gatomicrefcount refs;
  Room *room;      /* one reference */
  GThread *thread; /* owned */
};

typedef enum {
  REQUEST_ADD,
  REQUEST_CHANGE,
  REQUEST_REMOVE,
  REQUEST_REALTIME,
  REQUEST_ORDINARY,
  REQUEST_END,
} RequestType;

typedef struct {
  RequestType type;
  Room *room;         /* borrowed: the loop that hands it over has a reference */
  DeskStream *stream; /* owned; of the first three */
  char *wanted;       /* owned */
  double latency_ms;
} Request;

static void
room_unref (Room *room)
{
  if (!g_atomic_ref_count_dec (&room->refs))
    return;
  g_main_context_unref (room->context);
  g_mutex_clear (&room->lock);
  g_cond_clear (&room->over);
  g_free (room);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->stream, desk_stream_unref);
  g_free (request->wanted);
  g_free (request);
}

static void
say_over (Room *room)
{
  g_mutex_lock (&room->lock);
  room->is_over = TRUE;
  g_cond_signal (&room->over);
  g_mutex_unlock (&room->lock);
}

/* Only the thread itself sets it before it ends. */
static gboolean
is_over (Room *room)
{
  gboolean over;

  g_mutex_lock (&room->lock);
  over = room->is_over;
  g_mutex_unlock (&room->lock);
  return over;
}

static gboolean
on_request (gpointer data)
{
  Request *request = data;
  Room *room = request->room;

  switch (request->type) {
  case REQUEST_ADD: desk_keeper_add (room->keeper, request->stream); break;
  case REQUEST_CHANGE:
    desk_keeper_change (room->keeper, request->stream, request->wanted, request->latency_ms);
    break;
  case REQUEST_REMOVE: desk_keeper_remove (room->keeper, request->stream); break;
  case REQUEST_REALTIME: desk_keeper_set_realtime (room->keeper, TRUE); break;
  case REQUEST_ORDINARY: desk_keeper_set_realtime (room->keeper, FALSE); break;
  case REQUEST_END:
    g_clear_pointer (&room->keeper, desk_keeper_free);
    say_over (room);
    break;
  }

  return G_SOURCE_REMOVE;
}

/* Attached rather than invoked: that would run it here if the thread has not begun. */
static void
request (DeskSoundSystem *self,
         RequestType type,
         DeskStream *stream,
         const char *wanted,
         double latency_ms)
{
  Request *request = g_new0 (Request, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  request->type = type;
  request->room = self->room;
  request->stream = stream == NULL ? NULL : desk_stream_ref (stream);
  request->wanted = g_strdup (wanted);
  request->latency_ms = latency_ms;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_request, request, request_free);
  g_source_attach (source, self->room->context);
}

static gpointer
run (gpointer data)
{
  Room *room = data;

  room->keeper = desk_keeper_new (room->context);
  while (!is_over (room))
    g_main_context_iteration (room->context, TRUE);
  room_unref (room);
  return NULL;
}

DeskSoundSystem *
desk_sound_system_new (void)
{
  DeskSoundSystem *self = g_new0 (DeskSoundSystem, 1);
  Room *room = g_new0 (Room, 1);

  g_atomic_ref_count_init (&room->refs);
  room->context = g_main_context_new ();
  g_mutex_init (&room->lock);
  g_cond_init (&room->over);

  g_atomic_ref_count_init (&self->refs);
  self->room = room;
  g_atomic_ref_count_inc (&room->refs);
  self->thread = g_thread_new ("desk-sound", run, room);
  return self;
}

DeskSoundSystem *
desk_sound_system_ref (DeskSoundSystem *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static gboolean
wait_until_over (Room *room)
{
  const gint64 until = g_get_monotonic_time () + FAREWELL_MS * G_TIME_SPAN_MILLISECOND;
  gboolean over;

  g_mutex_lock (&room->lock);
  while (!room->is_over && g_cond_wait_until (&room->over, &room->lock, until))
    ;
  over = room->is_over;
  g_mutex_unlock (&room->lock);
  return over;
}

void
desk_sound_system_unref (DeskSoundSystem *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  request (self, REQUEST_END, NULL, NULL, 0);
  if (wait_until_over (self->room))
    g_thread_join (self->thread);
  else
    g_thread_unref (self->thread);
  room_unref (self->room);
  g_free (self);
}

void
desk_sound_system_add (DeskSoundSystem *self, DeskStream *stream)
{
  request (self, REQUEST_ADD, stream, NULL, 0);
}

void
desk_sound_system_change (DeskSoundSystem *self,
                          DeskStream *stream,
                          const char *wanted,
                          double latency_ms)
{
  request (self, REQUEST_CHANGE, stream, wanted, latency_ms);
}

void
desk_sound_system_remove (DeskSoundSystem *self, DeskStream *stream)
{
  request (self, REQUEST_REMOVE, stream, NULL, 0);
}

void
desk_sound_system_set_realtime (DeskSoundSystem *self, gboolean wanted)
{
  request (self, wanted ? REQUEST_REALTIME : REQUEST_ORDINARY, NULL, NULL, 0);
}
