/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/tape-bar.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/plain-label.h"
#include "app/tell-dialog.h"
#include "app/wording.h"
#include "audio/tape-player.h"
#include "engine/journal.h"
#include "history/history-sound.h"

#define SETTLE_MS 120 /* a slider that is dragged finds its place first */

struct _DeskTapeBar {
  GtkBox parent_instance;

  GtkAdjustment *place;
  GtkWidget *controls;
  GtkWidget *play_button;
  GtkImage *play_image;
  GtkStack *play_words;
  GtkWidget *slider;
  GtkLabel *clock;
  GtkWidget *delete_button;
  GtkLabel *notice;

  DeskAudio *audio;       /* owned, as all below */
  DeskTapePlayer *player; /* NULL once it was deleted */
  GCancellable *deleting; /* cancelled when the bar goes */
  char *journal;
  char *note;         /* or NULL */
  char *failure;      /* why it cannot be played; or NULL */
  guint seek_source;  /* a place the slider was brought to; 0: none */
  gboolean following; /* the slider is brought to where the player is */
};

G_DEFINE_FINAL_TYPE (DeskTapeBar, desk_tape_bar, GTK_TYPE_BOX)

enum {
  PLAYING,
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Showing. */

/* Why it cannot be heard at all comes before what is missing from it. */
static void
show_notice (DeskTapeBar *self)
{
  g_autofree char *no_sound = self->player != NULL ? desk_audio_get_notice (self->audio) : NULL;
  const char *words = self->failure != NULL ? self->failure
                      : no_sound != NULL    ? no_sound
                                            : self->note;

  desk_plain_label_set_text (self->notice, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), words != NULL);
}

static void
show_place (DeskTapeBar *self)
{
  const gint64 now_ms = (gint64) (gtk_adjustment_get_value (self->place) * 1000);
  g_autofree char *now = desk_wording_clock (now_ms);
  g_autofree char *all = desk_wording_clock (desk_tape_player_get_duration_ms (self->player));
  g_autofree char *words = g_strdup_printf (_ ("%s of %s"), now, all);

  gtk_label_set_text (self->clock, words);
}

static void
on_position_changed (DeskTapeBar *self)
{
  const gint64 position_ms = desk_tape_player_get_position_ms (self->player);

  if (self->seek_source != 0)
    return;
  self->following = TRUE;
  gtk_adjustment_set_value (self->place, (double) position_ms / 1000);
  self->following = FALSE;
  show_place (self);
}

static void
on_duration_changed (DeskTapeBar *self)
{
  const gint64 duration_ms = desk_tape_player_get_duration_ms (self->player);

  gtk_adjustment_set_upper (self->place, (double) duration_ms / 1000);
  gtk_widget_set_sensitive (self->play_button, TRUE);
  gtk_widget_set_sensitive (self->slider, TRUE);
  on_position_changed (self);
}

static void
on_playing_changed (DeskTapeBar *self)
{
  const gboolean playing = desk_tape_player_get_playing (self->player);

  gtk_image_set_from_icon_name (
      self->play_image, playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic",
      GTK_ICON_SIZE_BUTTON);
  gtk_stack_set_visible_child_name (self->play_words, playing ? "pause" : "play");
  atk_object_set_name (gtk_widget_get_accessible (self->play_button),
                       playing ? _ ("Pause the recording") : _ ("Listen to the recording"));
  g_signal_emit (self, signals[PLAYING], 0, playing);
}

static void
on_failed (DeskTapeBar *self, const char *words)
{
  g_free (self->failure);
  self->failure = g_strdup_printf (_ ("The recording cannot be played. %s"), words);
  gtk_widget_set_sensitive (self->play_button, FALSE);
  gtk_widget_set_sensitive (self->slider, FALSE);
  show_notice (self);
  desk_announce (GTK_WIDGET (self->notice), self->failure);
}

/* Listening. */

static void
on_play_clicked (DeskTapeBar *self)
{
  if (desk_tape_player_get_playing (self->player))
    desk_tape_player_pause (self->player);
  else
    desk_tape_player_play (self->player);
}

static gboolean
on_settled (gpointer data)
{
  DeskTapeBar *self = data;

  self->seek_source = 0;
  desk_tape_player_seek (self->player, (gint64) (gtk_adjustment_get_value (self->place) * 1000));
  return G_SOURCE_REMOVE;
}

/* By mouse, by key, or by assistive technology, which sets the value and nothing else. */
static void
on_place_changed (DeskTapeBar *self)
{
  if (self->following || self->player == NULL)
    return;
  g_clear_handle_id (&self->seek_source, g_source_remove);
  show_place (self);
  self->seek_source = g_timeout_add (SETTLE_MS, on_settled, self);
}

void
desk_tape_bar_seek (DeskTapeBar *self, gint64 session_ms)
{
  g_return_if_fail (DESK_IS_TAPE_BAR (self));

  g_clear_handle_id (&self->seek_source, g_source_remove);
  if (self->player != NULL)
    desk_tape_player_seek (self->player, session_ms);
}

void
desk_tape_bar_listen (DeskTapeBar *self, gint64 session_ms)
{
  g_return_if_fail (DESK_IS_TAPE_BAR (self));

  desk_tape_bar_seek (self, session_ms);
  if (self->player != NULL)
    desk_tape_player_play (self->player);
}

void
desk_tape_bar_set_note (DeskTapeBar *self, const char *note)
{
  g_return_if_fail (DESK_IS_TAPE_BAR (self));

  g_free (self->note);
  self->note = g_strdup (note);
  show_notice (self);
}

static void
forget_player (DeskTapeBar *self)
{
  g_clear_handle_id (&self->seek_source, g_source_remove);
  if (self->player == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->player, self);
  desk_tape_player_pause (self->player);
  g_clear_object (&self->player);
}

void
desk_tape_bar_pause (DeskTapeBar *self)
{
  g_return_if_fail (DESK_IS_TAPE_BAR (self));

  if (self->player != NULL)
    desk_tape_player_pause (self->player);
}

gboolean
desk_tape_bar_get_playing (DeskTapeBar *self)
{
  g_return_val_if_fail (DESK_IS_TAPE_BAR (self), FALSE);
  return self->player != NULL && desk_tape_player_get_playing (self->player);
}

/* Behind another page it is not listened to. */
static void
on_unmap (DeskTapeBar *self)
{
  desk_tape_bar_pause (self);
}

/* Deleting. */

static void
show_deleted (DeskTapeBar *self)
{
  const char *words = _ ("The recording was deleted. The session and its results are still there.");

  forget_player (self);
  g_clear_pointer (&self->failure, g_free);
  desk_tape_bar_set_note (self, words);
  gtk_widget_hide (self->controls);
  desk_announce (GTK_WIDGET (self->notice), words);
  g_signal_emit (self, signals[DELETED], 0);
}

static void
delete_sound (GTask *task, gpointer source, gpointer journal, GCancellable *cancellable)
{
  GError *error = NULL;

  if (desk_history_delete_sound (journal, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* While another page covers this one it is in no window, and the reason waits on the bar. */
static void
tell_undeleted (DeskTapeBar *self, const char *reason)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  const char *heading = _ ("The recording could not be deleted.");
  g_autofree char *note = g_strdup_printf ("%s %s", heading, reason);

  if (GTK_IS_WINDOW (window))
    desk_tell_dialog_new (GTK_WINDOW (window), GTK_MESSAGE_ERROR, heading, reason, NULL);
  else
    desk_tape_bar_set_note (self, note);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskTapeBar *self = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    show_deleted (self);
    return;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the bar is gone */
    return;
  gtk_widget_set_sensitive (self->delete_button, TRUE);
  tell_undeleted (self, error->message);
}

static void
on_delete_answered (DeskTapeBar *self, int response, GtkDialog *dialog)
{
  g_autoptr (GTask) task = NULL;

  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response != GTK_RESPONSE_ACCEPT)
    return;
  gtk_widget_set_sensitive (self->delete_button, FALSE);
  desk_tape_player_pause (self->player);
  task = g_task_new (NULL, self->deleting, on_deleted, self);
  g_task_set_task_data (task, g_strdup (self->journal), g_free);
  g_task_run_in_thread (task, delete_sound);
}

static void
on_delete_clicked (DeskTapeBar *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *dialog = desk_ask_dialog_new (
      GTK_WINDOW (window), _ ("Delete the recording of this session?"),
      _ ("You will no longer be able to listen to what was heard and said. The session, its "
         "results and its journal stay."),
      _ ("_Delete recording"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (dialog);
}

/* The bar. */

GtkWidget *
desk_tape_bar_new (DeskAudio *audio, const char *journal)
{
  DeskTapeBar *self = g_object_new (DESK_TYPE_TAPE_BAR, NULL);
  g_autofree char *path = desk_journal_sound_path (journal);

  self->audio = g_object_ref (audio);
  self->journal = g_strdup (journal);
  self->player = desk_tape_player_new (audio, path);
  g_signal_connect_object (audio, "changed", G_CALLBACK (show_notice), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->player, "notify::position-ms", G_CALLBACK (on_position_changed),
                            self);
  g_signal_connect_swapped (self->player, "notify::duration-ms", G_CALLBACK (on_duration_changed),
                            self);
  g_signal_connect_swapped (self->player, "notify::playing", G_CALLBACK (on_playing_changed), self);
  g_signal_connect_swapped (self->player, "failed", G_CALLBACK (on_failed), self);
  on_playing_changed (self);
  show_notice (self);
  return GTK_WIDGET (self);
}

static void
desk_tape_bar_dispose (GObject *object)
{
  DeskTapeBar *self = DESK_TAPE_BAR (object);

  forget_player (self);
  if (self->deleting != NULL)
    g_cancellable_cancel (self->deleting);
  g_clear_object (&self->deleting);
  g_clear_object (&self->audio);
  G_OBJECT_CLASS (desk_tape_bar_parent_class)->dispose (object);
}

static void
desk_tape_bar_finalize (GObject *object)
{
  DeskTapeBar *self = DESK_TAPE_BAR (object);

  g_free (self->journal);
  g_free (self->note);
  g_free (self->failure);
  G_OBJECT_CLASS (desk_tape_bar_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskTapeBar, name)

static void
desk_tape_bar_class_init (DeskTapeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_tape_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_tape_bar_finalize;
  signals[PLAYING] = g_signal_new ("playing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[DELETED] =
      g_signal_new ("deleted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/tape-bar.ui");
  BIND (place);
  BIND (controls);
  BIND (play_button);
  BIND (play_image);
  BIND (play_words);
  BIND (slider);
  BIND (clock);
  BIND (delete_button);
  BIND (notice);
  gtk_widget_class_bind_template_callback (widget_class, on_unmap);
  gtk_widget_class_bind_template_callback (widget_class, on_play_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
}

static void
desk_tape_bar_init (DeskTapeBar *self)
{
  self->deleting = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
