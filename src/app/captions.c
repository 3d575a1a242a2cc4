/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/captions.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "app/phone-words.h"
#include "app/wording.h"

struct _DeskCaption {
  GObject parent_instance;

  DeskSpeaker speaker;
  gint64 t_ms;
  char *name; /* owned */
  char *text; /* owned */
};

G_DEFINE_FINAL_TYPE (DeskCaption, desk_caption, G_TYPE_OBJECT)

struct _DeskCaptions {
  GObject parent_instance;

  DeskSession *session; /* owned */
  GHashTable *lists;    /* owned: DeskCall, borrowed → GListStore, owned */
};

G_DEFINE_FINAL_TYPE (DeskCaptions, desk_captions, G_TYPE_OBJECT)

DeskSpeaker
desk_caption_get_speaker (DeskCaption *self)
{
  g_return_val_if_fail (DESK_IS_CAPTION (self), DESK_SPEAKER_NOBODY);
  return self->speaker;
}

gint64
desk_caption_get_t_ms (DeskCaption *self)
{
  g_return_val_if_fail (DESK_IS_CAPTION (self), 0);
  return self->t_ms;
}

const char *
desk_caption_get_name (DeskCaption *self)
{
  g_return_val_if_fail (DESK_IS_CAPTION (self), "");
  return self->name;
}

const char *
desk_caption_get_text (DeskCaption *self)
{
  g_return_val_if_fail (DESK_IS_CAPTION (self), "");
  return self->text;
}

static void
desk_caption_finalize (GObject *object)
{
  DeskCaption *self = DESK_CAPTION (object);

  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (desk_caption_parent_class)->finalize (object);
}

static void
desk_caption_class_init (DeskCaptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_caption_finalize;
}

static void
desk_caption_init (DeskCaption *self)
{
}

static GListStore *
list_of (DeskCaptions *self, const DeskCall *call)
{
  GListStore *list = g_hash_table_lookup (self->lists, call);

  if (list == NULL) {
    list = g_list_store_new (DESK_TYPE_CAPTION);
    g_hash_table_insert (self->lists, (gpointer) call, list);
  }
  return list;
}

GListModel *
desk_captions_get_list (DeskCaptions *self, const DeskCall *call)
{
  g_return_val_if_fail (DESK_IS_CAPTIONS (self), NULL);
  return G_LIST_MODEL (list_of (self, call));
}

/* Takes over `name` and `text`. */
static void
add_caption (
    DeskCaptions *self, const DeskEvent *event, DeskSpeaker speaker, char *name, char *text)
{
  g_autoptr (DeskCaption) caption = g_object_new (DESK_TYPE_CAPTION, NULL);

  caption->speaker = speaker;
  caption->t_ms = event->t_ms;
  caption->name = name;
  caption->text = text;
  g_list_store_append (list_of (self, event->call), caption);
}

static void
add_trainee (DeskCaptions *self, const DeskEvent *event)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);
  const char *trainee = desk_session_get_header (self->session)->trainee;

  add_caption (self, event, DESK_SPEAKER_TRAINEE, g_strdup (_ ("You")),
               desk_phone_words_spoken (scenario, event->phrase, trainee));
}

static void
add_caller (DeskCaptions *self, const DeskEvent *event)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);

  add_caption (self, event, DESK_SPEAKER_CALLER,
               desk_wording_caller (event->call, scenario->country), g_strdup (event->reply->text));
}

static void
add_note (DeskCaptions *self, const DeskEvent *event)
{
  char *note = desk_phone_words_note (event);

  if (note != NULL)
    add_caption (self, event, DESK_SPEAKER_NOBODY, g_strdup (""), note);
}

static void
on_session_event (DeskCaptions *self, const DeskEvent *event)
{
  if (event->call == NULL || event->type == DESK_EVENT_COMMAND_REJECTED)
    return;
  if (event->type == DESK_EVENT_TRAINEE_SAYS)
    add_trainee (self, event);
  else if (event->type == DESK_EVENT_CALLER_SPEAKS)
    add_caller (self, event);
  else if (event->reply != NULL && event->to != NULL)
    add_caption (self, event, DESK_SPEAKER_COLLEAGUE, g_strdup (event->to->name),
                 g_strdup (event->reply->text));
  else
    add_note (self, event);
}

DeskCaptions *
desk_captions_new (DeskSession *session)
{
  DeskCaptions *self = g_object_new (DESK_TYPE_CAPTIONS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
desk_captions_finalize (GObject *object)
{
  DeskCaptions *self = DESK_CAPTIONS (object);

  g_clear_object (&self->session);
  g_hash_table_unref (self->lists);
  G_OBJECT_CLASS (desk_captions_parent_class)->finalize (object);
}

static void
desk_captions_class_init (DeskCaptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_captions_finalize;
}

static void
desk_captions_init (DeskCaptions *self)
{
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}
