/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/sound-test.h"

#include "audio/clip-decoder.h"
#include "audio/telephone.h"
#include "audio/tones.h"
#include "cli/paths.h"
#include "scenario/clip-file.h"
#include "scenario/scenario-reader.h"

#define FADE_IN_MS 5
#define FADE_OUT_MS 30
#define RING_MS 4000 /* at least one ring, and as many as fit */
#define BUNDLED_CLIP "clips/architect-opening.opus"

struct _DeskSoundTest {
  GObject parent_instance;

  DeskAudio *audio; /* owned, as below */
  DeskScenario *scenario;
  DeskSound *caller;     /* NULL until it has been read */
  GCancellable *reading; /* or NULL */
  DeskSample sample;
  guint play; /* 0: none */
  gboolean frozen;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSoundTest, desk_sound_test, G_TYPE_OBJECT)

static void
set_sample (DeskSoundTest *self, DeskSample sample)
{
  if (sample == self->sample)
    return;
  self->sample = sample;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The play's number is forgotten first, so that its end is not taken for that of the next. */
static void
silence (DeskSoundTest *self)
{
  const guint play = self->play;

  self->play = 0;
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  desk_audio_stop (self->audio, play, FADE_OUT_MS);
}

static void
play (DeskSoundTest *self, DeskPlace place, DeskSound *sound, guint times)
{
  const DeskPlaying how = { .gain = 1, .times = times, .fade_ms = FADE_IN_MS };

  self->play = desk_audio_play (self->audio, place, sound, &how);
  if (self->play == 0)
    set_sample (self, DESK_SAMPLE_NONE);
}

static DeskCountry
country_of (DeskSoundTest *self)
{
  return self->scenario != NULL ? self->scenario->country : DESK_COUNTRY_GB;
}

static void
play_ring (DeskSoundTest *self)
{
  g_autoptr (DeskSound) ring = desk_tone_new (DESK_TONE_RINGER, country_of (self));
  const guint32 period = desk_sound_get_pcm (ring)->period;

  play (self, DESK_PLACE_CONSOLE, ring, MAX (1, DESK_MS_TO_FRAMES (RING_MS) / MAX (1, period)));
}

/* The caller. */

static char *
find_clip (DeskScenario *scenario)
{
  g_autofree char *bundled = NULL;

  for (guint i = 0; scenario->folder != NULL && i < scenario->n_replies; i++) {
    const DeskReply *reply = scenario->replies[i];

    if (reply->clip != NULL && !g_str_has_prefix (reply->key, "people/"))
      return desk_clip_file_path (scenario->folder, reply->clip);
  }
  bundled = desk_paths_bundled_scenario ();
  return g_build_filename (bundled, BUNDLED_CLIP, NULL);
}

static DeskScenario *
load_bundled (void)
{
  g_autofree char *folder = desk_paths_bundled_scenario ();
  g_autoptr (DeskDiagnostics) diagnostics = NULL;

  return desk_scenario_load_without_clips (folder, &diagnostics);
}

static void
read_caller_of (GTask *task, DeskScenario *scenario, GCancellable *cancellable)
{
  const DeskLaw law = desk_telephone_law (scenario);
  g_autofree char *path = find_clip (scenario);
  g_autoptr (GError) error = NULL;
  DeskSound *caller = desk_clip_decode (path, law, cancellable, &error);

  if (caller == NULL && !g_cancellable_is_cancelled (cancellable)) {
    g_autofree char *folder = desk_paths_bundled_scenario ();
    g_autofree char *bundled = g_build_filename (folder, BUNDLED_CLIP, NULL);

    caller = desk_clip_decode (bundled, law, cancellable, NULL);
  }
  g_task_return_pointer (task, caller, (GDestroyNotify) desk_sound_unref);
}

/* On a worker thread. A scenario whose clips have not been made yet still has callers to hear: the
 * program's own, as where no scenario is open. */
static void
read_caller (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (DeskScenario) scenario = data != NULL ? desk_scenario_ref (data) : load_bundled ();

  if (scenario != NULL)
    read_caller_of (task, scenario, cancellable);
  else
    g_task_return_pointer (task, NULL, NULL);
}
static void
on_caller_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskSound *caller = g_task_propagate_pointer (G_TASK (result), &error);
  DeskSoundTest *self = data;

  if (error != NULL) /* nobody waits for it any more */
    return;
  g_clear_object (&self->reading);
  /* Without any clip the handset can still be heard by its tone. */
  self->caller = caller != NULL ? caller : desk_tone_new (DESK_TONE_RINGBACK, country_of (self));
  play (self, DESK_PLACE_HANDSET, self->caller, 1);
}

static void
play_caller (DeskSoundTest *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->caller != NULL) {
    play (self, DESK_PLACE_HANDSET, self->caller, 1);
    return;
  }
  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, on_caller_read, self);
  if (self->scenario != NULL)
    g_task_set_task_data (task, desk_scenario_ref (self->scenario),
                          (GDestroyNotify) desk_scenario_unref);
  g_task_run_in_thread (task, read_caller);
}

void
desk_sound_test_play (DeskSoundTest *self, DeskSample sample)
{
  g_return_if_fail (DESK_IS_SOUND_TEST (self));
  silence (self);
  set_sample (self, sample);
  switch (sample) {
  case DESK_SAMPLE_NONE: break;
  case DESK_SAMPLE_RING: play_ring (self); break;
  case DESK_SAMPLE_CALLER: play_caller (self); break;
  }
}

void
desk_sound_test_stop (DeskSoundTest *self)
{
  desk_sound_test_play (self, DESK_SAMPLE_NONE);
}

DeskSample
desk_sound_test_get_sample (DeskSoundTest *self)
{
  g_return_val_if_fail (DESK_IS_SOUND_TEST (self), DESK_SAMPLE_NONE);
  return self->sample;
}

gboolean
desk_sound_test_is_possible (DeskSoundTest *self)
{
  g_return_val_if_fail (DESK_IS_SOUND_TEST (self), FALSE);
  return !self->frozen;
}

static void
on_audio_changed (DeskSoundTest *self)
{
  const gboolean frozen = desk_audio_get_frozen (self->audio);

  if (frozen == self->frozen)
    return;
  self->frozen = frozen;
  if (frozen)
    desk_sound_test_stop (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_play_over (DeskSoundTest *self, guint play_over)
{
  if (self->play == 0 || play_over != self->play)
    return;
  self->play = 0;
  set_sample (self, DESK_SAMPLE_NONE);
}

static void
desk_sound_test_dispose (GObject *object)
{
  DeskSoundTest *self = DESK_SOUND_TEST (object);

  if (self->audio != NULL)
    silence (self);
  g_clear_object (&self->audio);
  g_clear_pointer (&self->caller, desk_sound_unref);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  G_OBJECT_CLASS (desk_sound_test_parent_class)->dispose (object);
}

static void
desk_sound_test_class_init (DeskSoundTestClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sound_test_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_sound_test_init (DeskSoundTest *self)
{
}

DeskSoundTest *
desk_sound_test_new (DeskAudio *audio, DeskScenario *scenario)
{
  DeskSoundTest *self = g_object_new (DESK_TYPE_SOUND_TEST, NULL);

  self->audio = g_object_ref (audio);
  self->scenario = scenario != NULL ? desk_scenario_ref (scenario) : NULL;
  self->frozen = desk_audio_get_frozen (audio);
  g_signal_connect_object (audio, "over", G_CALLBACK (on_play_over), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (audio, "changed", G_CALLBACK (on_audio_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
desk_sound_test_set_scenario (DeskSoundTest *self, DeskScenario *scenario)
{
  g_return_if_fail (DESK_IS_SOUND_TEST (self));
  desk_sound_test_stop (self);
  g_clear_pointer (&self->caller, desk_sound_unref);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  self->scenario = desk_scenario_ref (scenario);
}
