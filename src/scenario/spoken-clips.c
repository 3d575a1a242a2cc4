/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "scenario/spoken-clips.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "scenario/cast.h"
#include "scenario/clip-file.h"
#include "scenario/clip-stamp.h"
#include "scenario/synthesis.h"

/* The name of a clip is a digest of everything it depends on, so a clip never changes: two programs that
 * make the same one write the same bytes, each under a temporary name first. Its stamp holds its length and
 * so tells whether it is complete. Its modification time is when it was last used. */

#define RENDERER "1" /* change it when the same text is spoken differently */
#define LEFTOVER_S 3600

typedef struct {
  const DeskReply *reply;
  const char *who;
  const char *voice;
  gint64 due_ms;
} Wish;

typedef struct {
  char *path; /* owned */
  gint64 length_ms;
} Spoken;

struct _DeskSpokenClips {
  gatomicrefcount refs;
  char *temporary; /* owned; deleted with this object; NULL: none */
  guint n;
  Spoken spoken[]; /* by DeskReply.index */
};

typedef struct {
  DeskSpokenClips *clips;
  const DeskScenario *scenario;
  const char *folder;
  GCancellable *cancellable; /* nullable; the caller's */
  DeskSpokenClipsProgress progress;
  gpointer data;
  guint all;
  GMutex lock; /* guards what follows, and the calls of `progress` */
  guint done;
  GError *error; /* owned; the first */
} Work;

char *
desk_spoken_clips_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "frontdesk", "clips", NULL);
}

static char *
path_of (const Work *work, const Wish *wish)
{
  const DeskScenario *scenario = work->scenario;
  g_autofree char *all =
      g_strjoin ("\n", RENDERER, scenario->language, desk_country_code (scenario->country),
                 wish->voice, wish->reply->text, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);
  g_autofree char *name = g_strconcat (digest, ".opus", NULL);

  return g_build_filename (work->folder, name, NULL);
}

/* Its length in ms; -1 if it is missing or incomplete. */
static gint64
find (const char *path)
{
  g_autoptr (DeskClipStamp) stamp = desk_clip_stamp_read (path);

  if (stamp == NULL)
    return -1;
  g_utime (path, NULL);
  return desk_clip_file_length_ms (path, NULL);
}

static void
take (Work *work, const Wish *wish, char *path, gint64 length_ms)
{
  Spoken *spoken = &work->clips->spoken[wish->reply->index];

  spoken->path = path;
  spoken->length_ms = length_ms;
}

static gboolean
is_over (Work *work)
{
  gboolean over;

  g_mutex_lock (&work->lock);
  if (work->error == NULL)
    g_cancellable_set_error_if_cancelled (work->cancellable, &work->error);
  over = work->error != NULL;
  g_mutex_unlock (&work->lock);
  return over;
}

static void
tell (Work *work, GError *error)
{
  g_mutex_lock (&work->lock);
  if (error == NULL)
    work->done++;
  else if (work->error == NULL)
    work->error = g_error_copy (error);
  if (work->progress != NULL && error == NULL)
    work->progress (work->done, work->all, work->data);
  g_mutex_unlock (&work->lock);
}

/* A text that cannot be spoken does not stop the others: its caption shows it. */
static gboolean
is_one_text_alone (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
speak (gpointer data, gpointer user_data)
{
  const Wish *wish = data;
  Work *work = user_data;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gint64 length_ms;
  const DeskSpeech speech = {
    .text = wish->reply->text,
    .language = work->scenario->language,
    .country = work->scenario->country,
    .voice = wish->voice,
    .who = wish->who,
  };

  if (is_over (work))
    return;
  path = path_of (work, wish);
  length_ms = find (path);
  if (length_ms < 0 && desk_speech_to_clip (&speech, path, NULL, work->cancellable, &error))
    length_ms = find (path);
  if (length_ms >= 0)
    take (work, wish, g_steal_pointer (&path), length_ms);
  tell (work, error != NULL && is_one_text_alone (error) ? NULL : error);
}

static int
by_due (gconstpointer a, gconstpointer b)
{
  const Wish *left = a, *right = b;

  return (left->due_ms > right->due_ms) - (left->due_ms < right->due_ms);
}

/* Whether the author's own clip is there, so that none is needed. */
static gboolean
has_own_clip (const DeskScenario *scenario, const DeskReply *reply)
{
  g_autofree char *path = NULL;

  if (reply->clip == NULL || scenario->folder == NULL)
    return FALSE;
  path = desk_clip_file_path (scenario->folder, reply->clip);
  return desk_clip_file_length_ms (path, NULL) >= 0;
}

static void
wish_for (GArray *wishes,
          const DeskScenario *scenario,
          const DeskReply *reply,
          const char *who,
          const char *voice,
          gint64 due_ms)
{
  const Wish wish = { reply, who, voice, due_ms };

  if (reply != NULL && !has_own_clip (scenario, reply))
    g_array_append_val (wishes, wish);
}

/* A voice that this program lacks is replaced by one of the catalogue, chosen by the speaker's id. */
static const char *
speakable (const char *voice)
{
  return desk_voice_is_known (voice) ? voice : "";
}

static GArray *
make_wishes (const DeskScenario *scenario, const DeskCast *cast)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (Wish));

  for (guint i = 0; i < scenario->n_people; i++) {
    const DeskPerson *person = scenario->people[i];
    const char *voice = speakable (desk_cast_get_person (cast, person));

    wish_for (wishes, scenario, person->answer, person->id, voice, 0);
    wish_for (wishes, scenario, person->accepts, person->id, voice, 0);
    wish_for (wishes, scenario, person->refuses, person->id, voice, 0);
  }
  for (guint i = 0; i < scenario->n_calls; i++) {
    const DeskCall *call = scenario->calls[i];
    const char *voice = speakable (desk_cast_get_call (cast, call));

    for (const DeskReply *const *reply = call->replies; *reply != NULL; reply++)
      if (desk_reply_is_heard (*reply))
        wish_for (wishes, scenario, *reply, call->id, voice, call->at_ms);
  }
  g_array_sort (wishes, by_due);
  return wishes;
}

static void
speak_all (Work *work, GArray *wishes)
{
  GThreadPool *pool = g_thread_pool_new (speak, work, (int) g_get_num_processors (), FALSE, NULL);

  for (guint i = 0; i < wishes->len; i++)
    g_thread_pool_push (pool, &g_array_index (wishes, Wish, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* A writable folder: the user's, else a new one that is deleted with `clips`. NULL: none. */
static const char *
open_folder (DeskSpokenClips *clips, const char *folder, GError **error)
{
  g_autofree char *trial = g_build_filename (folder, ".trial-XXXXXX", NULL);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_mkstemp (trial);
  if (fd >= 0) {
    g_close (fd, NULL);
    g_unlink (trial);
    return folder;
  }
  clips->temporary = g_dir_make_tmp ("frontdesk-clips-XXXXXX", error);
  return clips->temporary;
}

typedef struct {
  char *path; /* owned */
  goffset size;
  gint64 used_s;
} Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->path);
}

static int
by_use (gconstpointer a, gconstpointer b)
{
  const Kept *left = a, *right = b;

  return (left->used_s > right->used_s) - (left->used_s < right->used_s);
}

static GArray *
list_folder (const char *folder, goffset *total)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_array_set_clear_func (all, kept_clear);
  *total = 0;
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    Kept kept = { .path = g_build_filename (folder, name, NULL) };
    GStatBuf status;
    gboolean ours = g_str_has_suffix (name, ".opus") || g_str_has_prefix (name, ".clip-");

    if (!ours || g_lstat (kept.path, &status) != 0) {
      g_free (kept.path);
      continue;
    }
    kept.size = status.st_size;
    kept.used_s = status.st_mtime;
    *total += kept.size;
    g_array_append_val (all, kept);
  }
  return all;
}

/* Clips used since `begun_s`, by this shift, stay; so do files that are being written. */
static void
tidy (const char *folder, goffset max_bytes, gint64 begun_s)
{
  goffset total;
  g_autoptr (GArray) all = list_folder (folder, &total);

  g_array_sort (all, by_use);
  for (guint i = 0; i < all->len; i++) {
    const Kept *kept = &g_array_index (all, Kept, i);
    gboolean leftover = !g_str_has_suffix (kept->path, ".opus");

    if (kept->used_s >= begun_s || (leftover && kept->used_s > begun_s - LEFTOVER_S) ||
        (!leftover && total <= max_bytes))
      continue;
    if (g_unlink (kept->path) == 0)
      total -= kept->size;
  }
}

static DeskSpokenClips *
clips_new (guint n)
{
  DeskSpokenClips *self = g_malloc0 (sizeof (DeskSpokenClips) + n * sizeof (Spoken));

  g_atomic_ref_count_init (&self->refs);
  self->n = n;
  return self;
}

DeskSpokenClips *
desk_spoken_clips_new (const DeskScenario *scenario,
                       const char *folder,
                       goffset max_bytes,
                       DeskSpokenClipsProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  DeskSpokenClips *self = clips_new (scenario->n_replies);
  g_autoptr (DeskCast) cast = desk_cast_new (scenario, NULL);
  g_autoptr (GArray) wishes = make_wishes (scenario, cast);
  gint64 begun_s = g_get_real_time () / G_USEC_PER_SEC;
  Work work = { .clips = self,
                .scenario = scenario,
                .cancellable = cancellable,
                .progress = progress,
                .data = data,
                .all = wishes->len };

  if (wishes->len == 0)
    return self;
  work.folder = open_folder (self, folder, error);
  if (work.folder == NULL)
    return self;
  g_mutex_init (&work.lock);
  speak_all (&work, wishes);
  g_mutex_clear (&work.lock);
  tidy (work.folder, max_bytes, begun_s);
  if (work.error != NULL)
    g_propagate_error (error, work.error);
  return self;
}

DeskSpokenClips *
desk_spoken_clips_ref (DeskSpokenClips *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
desk_spoken_clips_unref (DeskSpokenClips *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n; i++) {
    if (self->temporary != NULL && self->spoken[i].path != NULL)
      g_unlink (self->spoken[i].path);
    g_free (self->spoken[i].path);
  }
  if (self->temporary != NULL)
    g_rmdir (self->temporary);
  g_free (self->temporary);
  g_free (self);
}

const char *
desk_spoken_clips_get_path (const DeskSpokenClips *self, const DeskReply *reply)
{
  g_return_val_if_fail (reply->index < self->n, NULL);
  return self->spoken[reply->index].path;
}

gint64
desk_spoken_clips_get_length_ms (const DeskSpokenClips *self, const DeskReply *reply)
{
  g_return_val_if_fail (reply->index < self->n, 0);
  return self->spoken[reply->index].length_ms;
}

guint
desk_spoken_clips_count (const DeskSpokenClips *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->spoken[i].path != NULL;
  return n;
}
