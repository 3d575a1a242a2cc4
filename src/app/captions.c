/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/captions.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "app/phone-words.h"
#include "app/sound-words.h"
#include "app/wording.h"
#include "audio/soundscape.h"

#define KEPT 8 /* transcripts of calls that are over */

struct _DeskCaption {
  GObject parent_instance;

  DeskCaptionBy speaker;
  gint64 t_ms;
  char *name;    /* owned, as those below */
  char *text;    /* what is said or happens */
  char *lasting; /* instead of the words: how long somebody speaks; NULL: nobody is heard */
  gboolean worded;
};

G_DEFINE_FINAL_TYPE (DeskCaption, desk_caption, G_TYPE_OBJECT)

struct _DeskCaptions {
  GObject parent_instance;

  DeskSession *session;    /* owned */
  GHashTable *transcripts; /* owned: DeskCall, borrowed → Transcript, owned */
  GQueue ended; /* of DeskCall, borrowed: ended, with a transcript; the first to end first */
  const DeskCall *asked; /* whose list was asked for last */
  DeskSoundscape scape;  /* what was heard last */
  gboolean captions;
  double scale;
};

G_DEFINE_FINAL_TYPE (DeskCaptions, desk_captions, G_TYPE_OBJECT)

enum {
  PROP_CAPTIONS = 1,
  PROP_SCALE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

typedef struct {
  GPtrArray *all;    /* owned, of DeskCaption, owned */
  GListStore *shown; /* owned */
} Transcript;

DeskCaptionBy
desk_caption_get_by (DeskCaption *self)
{
  g_return_val_if_fail (DESK_IS_CAPTION (self), DESK_CAPTION_BY_NOBODY);
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
  return self->worded || self->lasting == NULL ? self->text : self->lasting;
}

static void
desk_caption_finalize (GObject *object)
{
  DeskCaption *self = DESK_CAPTION (object);

  g_free (self->name);
  g_free (self->text);
  g_free (self->lasting);
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

static Transcript *
transcript_new (void)
{
  Transcript *transcript = g_new (Transcript, 1);

  transcript->all = g_ptr_array_new_with_free_func (g_object_unref);
  transcript->shown = g_list_store_new (DESK_TYPE_CAPTION);
  return transcript;
}

static void
transcript_free (gpointer data)
{
  Transcript *transcript = data;

  g_ptr_array_unref (transcript->all);
  g_object_unref (transcript->shown);
  g_free (transcript);
}

static Transcript *
transcript_of (DeskCaptions *self, const DeskCall *call)
{
  Transcript *transcript = g_hash_table_lookup (self->transcripts, call);

  if (transcript == NULL) {
    transcript = transcript_new ();
    g_hash_table_insert (self->transcripts, (gpointer) call, transcript);
  }
  return transcript;
}

GListModel *
desk_captions_get_list (DeskCaptions *self, const DeskCall *call)
{
  g_return_val_if_fail (DESK_IS_CAPTIONS (self), NULL);
  self->asked = call;
  return G_LIST_MODEL (transcript_of (self, call)->shown);
}

double
desk_captions_get_scale (DeskCaptions *self)
{
  g_return_val_if_fail (DESK_IS_CAPTIONS (self), 1);
  return self->scale;
}

/* Switching. */

static gboolean
is_shown (DeskCaptions *self, DeskCaption *caption)
{
  return self->captions || caption->speaker != DESK_CAPTION_BY_SOUND;
}

/* Replaced all at once, so that a view of the list makes every row anew. */
static void
fill_again (DeskCaptions *self, Transcript *transcript)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < transcript->all->len; i++) {
    DeskCaption *caption = transcript->all->pdata[i];

    caption->worded = self->captions;
    if (is_shown (self, caption))
      g_ptr_array_add (shown, caption);
  }
  g_list_store_splice (transcript->shown, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (transcript->shown)), shown->pdata,
                       shown->len);
}

static void
fill_all_again (DeskCaptions *self)
{
  GHashTableIter iter;
  gpointer transcript;

  g_hash_table_iter_init (&iter, self->transcripts);
  while (g_hash_table_iter_next (&iter, NULL, &transcript))
    fill_again (self, transcript);
}

/* Listening. */

/* Takes over `name` and `text`. (transfer none) */
static DeskCaption *
caption_new (const DeskEvent *event, DeskCaptionBy speaker, char *name, char *text)
{
  DeskCaption *caption = g_object_new (DESK_TYPE_CAPTION, NULL);

  caption->speaker = speaker;
  caption->t_ms = event->t_ms;
  caption->name = name;
  caption->text = text;
  return caption;
}

/* Takes over `caption`. */
static void
add (DeskCaptions *self, const DeskCall *call, DeskCaption *caption)
{
  Transcript *transcript = transcript_of (self, call);

  caption->worded = self->captions;
  g_ptr_array_add (transcript->all, caption);
  if (is_shown (self, caption))
    g_list_store_append (transcript->shown, caption);
}

/* Takes over `name`. */
static void
add_voice (DeskCaptions *self, const DeskEvent *event, DeskCaptionBy speaker, char *name)
{
  DeskCaption *caption = caption_new (event, speaker, name, g_strdup (event->reply->text));
  const guint seconds = (guint) ((event->ms + 500) / 1000);

  caption->lasting =
      g_strdup_printf (ngettext ("Speaks for %u second", "Speaks for %u seconds", MAX (seconds, 1)),
                       MAX (seconds, 1));
  add (self, event->call, caption);
}

static void
add_trainee (DeskCaptions *self, const DeskEvent *event)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);
  const char *trainee = desk_session_get_header (self->session)->trainee;

  add (self, event->call,
       caption_new (event, DESK_CAPTION_BY_TRAINEE, g_strdup (_ ("You")),
                    desk_phone_words_spoken (scenario, event->phrase, trainee)));
}

static void
add_caller (DeskCaptions *self, const DeskEvent *event)
{
  DeskScenario *scenario = desk_session_get_scenario (self->session);

  add_voice (self, event, DESK_CAPTION_BY_CALLER,
             desk_wording_caller (event->call, scenario->country));
}

static void
add_note (DeskCaptions *self, const DeskEvent *event)
{
  char *note = desk_phone_words_note (event);

  if (note != NULL)
    add (self, event->call, caption_new (event, DESK_CAPTION_BY_NOBODY, g_strdup (""), note));
}

static void
add_tone (DeskCaptions *self, const DeskCall *call, const DeskEvent *event, const char *words)
{
  add (self, call, caption_new (event, DESK_CAPTION_BY_SOUND, g_strdup (""), g_strdup (words)));
}

/* A tone stands with the call it is about, and with the call that the trainee listens to. */
static void
add_tones (DeskCaptions *self, const DeskState *state, const DeskEvent *event)
{
  const DeskSoundscape scape = desk_soundscape_of (state, event);
  const DeskCall *about;
  const char *words = desk_sound_words (&self->scape, &scape, event, &about);

  self->scape = scape;
  if (words == NULL)
    return;
  add_tone (self, about, event, words);
  if (scape.call != NULL && scape.call != about)
    add_tone (self, scape.call, event, words);
}

static void
add_words (DeskCaptions *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_TRAINEE_SAYS)
    add_trainee (self, event);
  else if (event->type == DESK_EVENT_CALLER_SPEAKS)
    add_caller (self, event);
  else if (event->reply != NULL && event->to != NULL)
    add_voice (self, event, DESK_CAPTION_BY_COLLEAGUE, g_strdup (event->to->name));
  else
    add_note (self, event);
}

static gboolean
is_over (const DeskState *state, const DeskCall *call)
{
  return state->calls[call->index].phase == DESK_CALL_ENDED;
}

/* A call that is over stays on show until another is at hand, and not after that: over a long shift only
 * the last few transcripts are kept. A call that rings again meanwhile ends again later. */
static void
forget_first_ended (DeskCaptions *self, const DeskState *state)
{
  const DeskCall *call = g_queue_pop_head (&self->ended);

  if (call == self->asked)
    g_queue_push_tail (&self->ended, (gpointer) call);
  else if (is_over (state, call))
    g_hash_table_remove (self->transcripts, call);
}

static void
keep_last_ended (DeskCaptions *self, const DeskState *state, const DeskCall *call)
{
  if (is_over (state, call) && g_queue_find (&self->ended, call) == NULL)
    g_queue_push_tail (&self->ended, (gpointer) call);
  if (self->ended.length > KEPT)
    forget_first_ended (self, state);
}

/* The last that are over came to their ends since. */
gint64
desk_captions_kept_since_ms (const DeskState *state)
{
  gint64 last_ms[KEPT] = { 0 }; /* the earliest first */

  for (guint i = 0; i < state->scenario->n_calls; i++) {
    const DeskCallState *call = &state->calls[i];
    guint at = 0;

    if (call->phase != DESK_CALL_ENDED || call->since_ms <= last_ms[0])
      continue;
    for (; at + 1 < KEPT && last_ms[at + 1] < call->since_ms; at++)
      last_ms[at] = last_ms[at + 1];
    last_ms[at] = call->since_ms;
  }
  return last_ms[0];
}

void
desk_captions_recall (DeskCaptions *self, const DeskState *state, const DeskEvent *event)
{
  g_return_if_fail (DESK_IS_CAPTIONS (self));

  if (event->call == NULL || event->type == DESK_EVENT_COMMAND_REJECTED)
    return;
  add_words (self, event);
  add_tones (self, state, event);
  keep_last_ended (self, state, event->call);
}

static void
on_session_event (DeskCaptions *self, const DeskEvent *event)
{
  desk_captions_recall (self, desk_session_get_state (self->session), event);
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
  g_hash_table_unref (self->transcripts);
  g_queue_clear (&self->ended);
  G_OBJECT_CLASS (desk_captions_parent_class)->finalize (object);
}

static void
desk_captions_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  DeskCaptions *self = DESK_CAPTIONS (object);

  switch (id) {
  case PROP_CAPTIONS: g_value_set_boolean (value, self->captions); break;
  case PROP_SCALE: g_value_set_double (value, self->scale); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
set_captions (DeskCaptions *self, gboolean captions)
{
  if (self->captions == captions)
    return;
  self->captions = captions;
  fill_all_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAPTIONS]);
}

static void
set_scale (DeskCaptions *self, double scale)
{
  if (self->scale == scale)
    return;
  self->scale = scale;
  fill_all_again (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCALE]);
}

static void
desk_captions_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  DeskCaptions *self = DESK_CAPTIONS (object);

  switch (id) {
  case PROP_CAPTIONS: set_captions (self, g_value_get_boolean (value)); break;
  case PROP_SCALE: set_scale (self, g_value_get_double (value)); break;
  default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

#define WRITABLE (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
desk_captions_class_init (DeskCaptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_captions_finalize;
  object_class->get_property = desk_captions_get_property;
  object_class->set_property = desk_captions_set_property;
  props[PROP_CAPTIONS] = g_param_spec_boolean ("captions", NULL, NULL, TRUE, WRITABLE);
  props[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 1.0, 2.0, 1.0, WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
desk_captions_init (DeskCaptions *self)
{
  self->transcripts = g_hash_table_new_full (NULL, NULL, NULL, transcript_free);
  self->captions = TRUE;
  self->scale = 1;
}
