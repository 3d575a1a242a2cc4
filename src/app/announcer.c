/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/announcer.h"

#include "app/announce-words.h"
#include "app/announce.h"
#include "app/key-label.h"

/* Lines that ring, or callers who hang up, are gathered for a moment and told together; anything else
 * that happens meanwhile has them told first, so that the order is kept. Between two announcements of
 * ringing lies time enough to say the first, unless something else was said: a rush of calls must not
 * talk down the caller who is on the line. */

#define GATHER_MS 150
#define RING_GAP_MS 2500
#define REPEAT_MS 1000 /* the same words are not said again within it: a key may repeat itself */

struct _DeskAnnouncer {
  GObject parent_instance;

  DeskSession *session; /* owned */
  GtkWidget *widget;    /* weak */
  GArray *gathered;     /* owned, of DeskEvent, all of one type, in their order; or empty */
  guint gather_source;
  gint64 rang_us; /* when ringing was last told, on the monotonic clock; 0: never */
  char *said;     /* owned: the last words, or NULL */
  gint64 said_us;
};

G_DEFINE_FINAL_TYPE (DeskAnnouncer, desk_announcer, G_TYPE_OBJECT)

static void
speak (DeskAnnouncer *self, const char *words)
{
  const gint64 now_us = g_get_monotonic_time ();

  if (g_strcmp0 (words, self->said) == 0 && now_us - self->said_us < REPEAT_MS * 1000)
    return;
  g_free (self->said);
  self->said = g_strdup (words);
  self->said_us = now_us;
  if (self->widget != NULL)
    desk_announce (self->widget, words);
}

static const DeskEvent *
gathered (DeskAnnouncer *self)
{
  return (const DeskEvent *) (gpointer) self->gathered->data;
}

static char *
words_of_gathered (DeskAnnouncer *self)
{
  const DeskCountry country = desk_session_get_scenario (self->session)->country;

  if (gathered (self)->type == DESK_EVENT_RINGING)
    return desk_announce_words_ringing (gathered (self), self->gathered->len, country);
  return desk_announce_words_abandoned (gathered (self), self->gathered->len);
}

static void
tell_gathered (DeskAnnouncer *self)
{
  g_autofree char *words = NULL;

  g_clear_handle_id (&self->gather_source, g_source_remove);
  if (self->gathered->len == 0)
    return;
  words = words_of_gathered (self);
  if (gathered (self)->type == DESK_EVENT_RINGING)
    self->rang_us = g_get_monotonic_time ();
  g_array_set_size (self->gathered, 0);
  speak (self, words);
}

static gboolean
on_gathered (gpointer data)
{
  DeskAnnouncer *self = data;

  self->gather_source = 0;
  tell_gathered (self);
  return G_SOURCE_REMOVE;
}

static guint
delay_ms (DeskAnnouncer *self, DeskEventType type)
{
  const gint64 since_ms = (g_get_monotonic_time () - self->rang_us) / 1000;

  if (type != DESK_EVENT_RINGING || self->rang_us == 0)
    return GATHER_MS;
  return (guint) MAX (GATHER_MS, RING_GAP_MS - since_ms);
}

static void
gather (DeskAnnouncer *self, const DeskEvent *event)
{
  if (self->gathered->len > 0 && gathered (self)->type != event->type)
    tell_gathered (self);
  if (self->gathered->len == 0)
    self->gather_source = g_timeout_add (delay_ms (self, event->type), on_gathered, self);
  g_array_append_val (self->gathered, *event);
}

/* What is no longer true when its turn comes is not said. */
static void
forget_ringing (DeskAnnouncer *self, guint line)
{
  for (guint i = 0; i < self->gathered->len; i++)
    if (gathered (self)[i].type == DESK_EVENT_RINGING && gathered (self)[i].line == line) {
      g_array_remove_index (self->gathered, i);
      return;
    }
}

void
desk_announcer_say (DeskAnnouncer *self, const char *words)
{
  g_return_if_fail (DESK_IS_ANNOUNCER (self));
  tell_gathered (self);
  speak (self, words);
}

static void
on_session_event (DeskAnnouncer *self, const DeskEvent *event)
{
  g_autofree char *words = NULL;

  if (event->type == DESK_EVENT_RINGING || event->type == DESK_EVENT_ABANDONED) {
    gather (self, event);
    return;
  }
  if (event->type == DESK_EVENT_ANSWERED)
    forget_ringing (self, event->line);
  words =
      desk_announce_words_event (event, self->widget != NULL ? desk_keys_of (self->widget) : NULL);
  if (words != NULL)
    desk_announcer_say (self, words);
}

DeskAnnouncer *
desk_announcer_new (DeskSession *session, GtkWidget *widget)
{
  DeskAnnouncer *self = g_object_new (DESK_TYPE_ANNOUNCER, NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
desk_announcer_dispose (GObject *object)
{
  DeskAnnouncer *self = DESK_ANNOUNCER (object);

  g_clear_handle_id (&self->gather_source, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (desk_announcer_parent_class)->dispose (object);
}

static void
desk_announcer_finalize (GObject *object)
{
  DeskAnnouncer *self = DESK_ANNOUNCER (object);

  g_array_unref (self->gathered);
  g_free (self->said);
  G_OBJECT_CLASS (desk_announcer_parent_class)->finalize (object);
}

static void
desk_announcer_class_init (DeskAnnouncerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_announcer_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_announcer_finalize;
}

static void
desk_announcer_init (DeskAnnouncer *self)
{
  self->gathered = g_array_new (FALSE, FALSE, sizeof (DeskEvent));
}
