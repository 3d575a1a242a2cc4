/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/window.h"

#include <glib/gi18n-lib.h>

#include "app/console-page.h"
#include "app/faults-page.h"
#include "app/let-go.h"
#include "app/library-page.h"
#include "app/next-scenario.h"
#include "app/shift.h"
#include "app/start-page.h"
#include "app/summary-page.h"
#include "app/tell-dialog.h"
#include "app/window-classroom.h"
#include "app/window-geometry.h"
#include "app/window-history.h"
#include "app/window-keys.h"
#include "app/window-language.h"
#include "app/window-late.h"
#include "app/window-library.h"
#include "app/window-menu.h"
#include "app/window-preferences.h"
#include "app/window-recording.h"
#include "app/window-recovery.h"
#include "app/window-shift.h"
#include "app/window-sound.h"
#include "app/window-start.h"
#include "app/window-voices.h"
#include "audio/audio.h"

/* Which page the window shows, and what leads from one to the next; what a page is about is done by the parts. What
 * takes time is kept off the way to the first frame: when the window has been painted once, the voices are got ready,
 * the library is read and the sound device opened, all on threads. */

struct _DeskWindow {
  GtkApplicationWindow parent_instance;

  GSettings *settings;    /* owned, as all below */
  DeskScenario *scenario; /* NULL: none is open */
  DeskAudio *audio;
  DeskWindowVoices *voices;
  DeskWindowShift *work;
  DeskWindowStart *start;
  DeskWindowLanguage *language;
  DeskWindowRecording *recording;
  DeskWindowRecovery *recovery;
  DeskWindowLate *late;
  DeskWindowHistory *history;
  DeskWindowClassroom *classroom;
  DeskWindowLibrary *library;
  GSimpleAction *to_library;
  DeskWindowSound *sound;
  DeskWindowKeys *keys;
  DeskWindowPreferences *preferences;
};

G_DEFINE_FINAL_TYPE (DeskWindow, desk_window, GTK_TYPE_APPLICATION_WINDOW)

static guint settled_signal;

static void show_start (DeskWindow *self);
static void show_library (DeskWindow *self);

static gboolean
is_on (DeskWindow *self)
{
  return desk_window_shift_get (self->work) != NULL;
}

static GtkWidget *
get_page (DeskWindow *self)
{
  return gtk_bin_get_child (GTK_BIN (self));
}

static void
set_page (DeskWindow *self, GtkWidget *page)
{
  GtkWidget *before = get_page (self);

  if (before == page)
    return;
  desk_window_recovery_set_page (self->recovery, NULL);
  if (DESK_IS_LIBRARY_PAGE (before)) /* it is kept as it was left */
    gtk_container_remove (GTK_CONTAINER (self), before);
  else if (before != NULL)
    gtk_widget_destroy (before);
  gtk_container_add (GTK_CONTAINER (self), page);
  gtk_widget_show (page);
  if (DESK_IS_LIBRARY_PAGE (page) || DESK_IS_START_PAGE (page))
    desk_window_recovery_set_page (self->recovery, page);
}

/* The parts, and what they have in common. */

static void
connect (DeskWindow *self, gpointer part, const char *signal, GCallback handler)
{
  g_signal_connect_object (part, signal, handler, self, G_CONNECT_SWAPPED);
}

static void
leave_visits (DeskWindow *self)
{
  desk_window_visit_leave (DESK_WINDOW_VISIT (self->history));
  desk_window_visit_leave (DESK_WINDOW_VISIT (self->classroom));
}

static void
allow_visits (DeskWindow *self, gboolean allowed)
{
  desk_window_visit_set_allowed (DESK_WINDOW_VISIT (self->history), allowed);
  desk_window_visit_set_allowed (DESK_WINDOW_VISIT (self->classroom), allowed);
}

static DeskAudio *
audio_new (void)
{
  g_autofree char *path = desk_sound_settings_default_path ();
  g_autoptr (DeskSoundSettings) settings = desk_sound_settings_new (path);

  return desk_audio_new (settings);
}

/* The end of a shift. */

static void
on_shift_left (DeskWindow *self)
{
  desk_window_preferences_set_in_shift (self->preferences, FALSE);
  allow_visits (self, TRUE);
  g_simple_action_set_enabled (self->to_library, TRUE);
  desk_window_sound_set_check_allowed (self->sound, TRUE);
  desk_window_language_hold (self->language, FALSE);
}

/* What its author changed meanwhile counts from now on. */
static void
on_again (DeskWindow *self)
{
  show_start (self);
  desk_window_library_reload (self->library);
}

static void
show_summary (DeskWindow *self, GtkWidget *page)
{
  connect (self, page, "again", G_CALLBACK (on_again));
  g_signal_connect_object (page, "next", G_CALLBACK (desk_window_library_open), self->library,
                           G_CONNECT_SWAPPED);
  /* Asked here too, because to get the model is to have the library read. */
  if (self->scenario != NULL && self->scenario->level == DESK_LEVEL_TUTORIAL)
    desk_next_scenario_seek (DESK_SUMMARY_PAGE (page), self->scenario,
                             desk_window_library_get_model (self->library));
  desk_summary_page_set_notice (DESK_SUMMARY_PAGE (page),
                                desk_window_history_get_notice (self->history));
  set_page (self, page);
}

/* The summary is there already; its session comes into the history only now. */
static void
on_late_written (DeskWindow *self, DeskShift *shift)
{
  g_autoptr (DeskScorecard) card = desk_shift_score (shift, NULL);
  const char *words =
      _ ("There is room on the disk again, and the end of the session has been written.");

  desk_window_history_keep (self->history, card, desk_shift_get_journal (shift));
  if (DESK_IS_CONSOLE_PAGE (get_page (self)))
    desk_console_page_tell (DESK_CONSOLE_PAGE (get_page (self)), words);
  else
    desk_tell_dialog_new (GTK_WINDOW (self), GTK_MESSAGE_INFO, _ ("The session has been saved."),
                          words, NULL);
}

static void
on_shift_finished (DeskWindow *self, DeskShift *shift, DeskShiftRecorder *recorder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScorecard) card = desk_shift_score (shift, &error);
  const char *journal = desk_shift_get_journal (shift);
  GtkWidget *page = desk_summary_page_new (card);

  if (error == NULL)
    desk_window_history_keep (self->history, card, journal);
  if (error == NULL && card->header->mode == DESK_MODE_EXAM && card->finished)
    desk_summary_page_tell_handed_in (DESK_SUMMARY_PAGE (page),
                                      desk_window_history_hands_in (self->history));
  desk_summary_page_await_recording (DESK_SUMMARY_PAGE (page), self->audio, journal, recorder);
  show_summary (self, page);
  if (error != NULL)
    desk_window_late_take (self->late, shift, error);
}

static gboolean
desk_window_delete_event (GtkWidget *widget, GdkEventAny *event)
{
  DeskWindow *self = DESK_WINDOW (widget);

  return desk_window_late_may_close (self->late) && desk_window_shift_may_close (self->work)
             ? GDK_EVENT_PROPAGATE
             : GDK_EVENT_STOP;
}

/* The beginning of a shift. */

static void
on_shift_entered (DeskWindow *self, GtkWidget *page)
{
  desk_window_history_dismiss_notice (self->history);
  allow_visits (self, FALSE);
  g_simple_action_set_enabled (self->to_library, FALSE);
  desk_window_sound_set_check_allowed (self->sound, FALSE);
  desk_window_preferences_set_in_shift (self->preferences, TRUE);
  desk_window_language_hold (self->language, TRUE);
  set_page (self, page);
  desk_window_sound_show (self->sound);
}

static void
on_shift_again (DeskWindow *self, const char *trainee)
{
  show_start (self);
  if (trainee != NULL)
    desk_window_start_begin_again (self->start, trainee);
}

static void
on_start (DeskWindow *self, const char *trainee, DeskStartPage *page)
{
  const DeskTerms terms = desk_start_page_get_terms (page);

  desk_window_start_wish (self->start, trainee, &terms);
}

static gboolean
is_summary_so_far (GtkWidget *page)
{
  return DESK_IS_SUMMARY_PAGE (page) && g_object_get_data (G_OBJECT (page), "so-far") != NULL;
}

static void
show_history_notice (DeskWindow *self)
{
  const char *notice = desk_window_history_get_notice (self->history);
  GtkWidget *page = get_page (self);

  if (DESK_IS_START_PAGE (page))
    desk_start_page_set_history_notice (DESK_START_PAGE (page), notice);
  else if (DESK_IS_SUMMARY_PAGE (page) && !is_summary_so_far (page))
    desk_summary_page_set_notice (DESK_SUMMARY_PAGE (page), notice);
}

/* Both may have changed while nobody was on the page to be told. */
static void
on_visit_left (DeskWindow *self)
{
  desk_window_sound_show (self->sound);
  show_history_notice (self);
  desk_window_library_reload (self->library);
}

static void
show_start (DeskWindow *self)
{
  GtkWidget *page = desk_start_page_new (self->scenario, self->settings);

  connect (self, page, "start", G_CALLBACK (on_start));
  desk_window_recording_ask (self->recording, DESK_START_PAGE (page));
  set_page (self, page);
  desk_window_sound_show (self->sound);
  show_history_notice (self);
}

/* What was waited for does not begin meanwhile. One visit at a time: the other is over. */
static void
on_visit (DeskWindow *self)
{
  desk_window_start_forget (self->start);
  leave_visits (self);
  if (DESK_IS_LIBRARY_PAGE (get_page (self)))
    desk_window_library_close_scenario (self->library);
}

static void
set_scenario (DeskWindow *self, DeskScenario *scenario)
{
  desk_scenario_ref (scenario);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  self->scenario = scenario;
  desk_window_start_set_scenario (self->start, scenario);
  desk_window_sound_set_scenario (self->sound, scenario);
  desk_window_recovery_set_folder (self->recovery, scenario->folder);
  desk_window_voices_set_scenario (self->voices, scenario);
  desk_window_keys_show_scenario (self->keys, scenario);
}

/* Shifts that were interrupted. */

/* It may have been finished just before it was interrupted. */
static void
on_handed_in (DeskWindow *self, DeskShift *shift)
{
  if (is_on (self))
    return;
  desk_window_library_close_scenario (self->library);
  set_scenario (self, desk_session_get_scenario (desk_shift_get_session (shift)));
  on_shift_finished (self, shift, NULL);
}

static void
on_resumed (DeskWindow *self, DeskShift *shift)
{
  DeskSession *session = desk_shift_get_session (shift);

  if (desk_session_get_state (session)->finished) {
    on_handed_in (self, shift);
    return;
  }
  desk_window_library_close_scenario (self->library);
  set_scenario (self, desk_session_get_scenario (session));
  desk_window_start_resume (self->start, shift);
}

/* Leads back to where the shift is still offered. */
static void
on_summary_so_far (DeskWindow *self, DeskScorecard *scorecard, const char *journal)
{
  const gboolean from_start = DESK_IS_START_PAGE (get_page (self));
  GtkWidget *page = desk_summary_page_new (scorecard);

  desk_summary_page_show_back (DESK_SUMMARY_PAGE (page), _ ("_Back"));
  g_object_set_data (G_OBJECT (page), "so-far", GINT_TO_POINTER (TRUE));
  desk_summary_page_set_recording (DESK_SUMMARY_PAGE (page), self->audio, journal, NULL);
  g_signal_connect_object (page, "back", G_CALLBACK (from_start ? show_start : show_library), self,
                           G_CONNECT_SWAPPED);
  set_page (self, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
add_recovery (DeskWindow *self)
{
  self->recovery = desk_window_recovery_new (GTK_WINDOW (self));
  connect (self, self->recovery, "resumed", G_CALLBACK (on_resumed));
  connect (self, self->recovery, "handed-in", G_CALLBACK (on_handed_in));
  connect (self, self->recovery, "summary", G_CALLBACK (on_summary_so_far));
}

/* The library. */

static void
show_library_page (DeskWindow *self)
{
  desk_window_start_forget (self->start);
  desk_window_voices_set_scenario (self->voices, NULL);
  desk_window_keys_show_scenario (self->keys, NULL);
  desk_window_library_close_scenario (self->library);
  set_page (self, desk_window_library_get_page (self->library));
}

static void
show_library (DeskWindow *self)
{
  show_library_page (self);
  desk_window_library_refresh (self->library);
}

/* Called before each frame is painted, of which the first is number 0. */
static gboolean
work_after_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DeskWindow *self = DESK_WINDOW (widget);

  if (gdk_frame_clock_get_frame_counter (clock) == 0)
    return G_SOURCE_CONTINUE;
  desk_window_voices_begin (self->voices);
  if (DESK_IS_LIBRARY_PAGE (get_page (self)))
    desk_window_library_refresh (self->library);
  return G_SOURCE_REMOVE;
}

static void
show_faults (DeskWindow *self, const DeskOpening *opening)
{
  desk_window_start_forget (self->start);
  if (DESK_IS_FAULTS_PAGE (get_page (self)))
    desk_faults_page_set_opening (DESK_FAULTS_PAGE (get_page (self)), opening);
  else
    set_page (self, desk_faults_page_new (opening));
}

static gboolean
is_same_text (DeskWindow *self, DeskScenario *scenario)
{
  return self->scenario != NULL && g_str_equal (self->scenario->sha256, scenario->sha256);
}

/* A change is shown where it matters: before a shift, not during it or over its summary. What is about to
 * begin still is, where only files beside the scenario changed. */
static void
on_opened (DeskWindow *self, DeskOpening *opening, gboolean again)
{
  GtkWidget *page = get_page (self);
  const gboolean is_before = DESK_IS_START_PAGE (page) || DESK_IS_FAULTS_PAGE (page);
  g_autofree char *waiting = NULL;

  if (is_on (self) || (again && !is_before)) /* it may have begun meanwhile */
    return;
  if (opening->scenario == NULL) {
    show_faults (self, opening);
    return;
  }
  if (again && is_same_text (self, opening->scenario))
    waiting = desk_window_start_take_waiting (self->start);
  set_scenario (self, opening->scenario);
  if (again && DESK_IS_START_PAGE (page))
    desk_start_page_set_scenario (DESK_START_PAGE (page), opening->scenario);
  else
    show_start (self);
  if (waiting != NULL)
    desk_window_start_wait_again (self->start, waiting);
}

/* Language. */

static void
rebuild_parts (DeskWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Frontdesk"));
  desk_window_library_forget_page (self->library);
  desk_window_preferences_rebuild (self->preferences);
  desk_window_recovery_rebuild (self->recovery);
}

static void
rebuild_page (DeskWindow *self)
{
  GtkWidget *page = get_page (self);

  if (DESK_IS_START_PAGE (page)) {
    show_start (self);
  } else if (DESK_IS_SUMMARY_PAGE (page) && !is_summary_so_far (page)) {
    show_summary (self, desk_summary_page_make_anew (DESK_SUMMARY_PAGE (page)));
  } else if (DESK_IS_FAULTS_PAGE (page)) {
    gtk_widget_destroy (page);
    desk_window_library_open_again (self->library);
  } else {
    show_library (self);
  }
}

/* All that was made in one language is made again in the other. */
static void
on_language_changed (DeskWindow *self, gboolean late)
{
  const gboolean is_visiting = desk_window_visit_is_on (DESK_WINDOW_VISIT (self->history));
  const gboolean is_visiting_class = desk_window_visit_is_on (DESK_WINDOW_VISIT (self->classroom));

  if (late) {
    rebuild_parts (self);
    return;
  }
  desk_window_start_forget (self->start);
  leave_visits (self);
  rebuild_parts (self);
  rebuild_page (self);
  if (is_visiting)
    g_action_group_activate_action (G_ACTION_GROUP (self), "history", g_variant_new_string (""));
  else if (is_visiting_class)
    g_action_group_activate_action (G_ACTION_GROUP (self), "class", NULL);
}

/* F1 answers a line while there is one, and then opens no window over the shift. */
static gboolean
show_help (DeskWindow *self, const GdkEventKey *event)
{
  const GdkModifierType modifiers = event->state & gtk_accelerator_get_default_mod_mask ();

  if (event->keyval != GDK_KEY_F1 || modifiers != 0 || is_on (self))
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (G_ACTION_GROUP (self), "help", NULL);
  return GDK_EVENT_STOP;
}

/* Back, from what was opened; what has the focus may want Escape for itself. */
static gboolean
desk_window_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskWindow *self = DESK_WINDOW (widget);
  GtkWidget *page = get_page (self);

  if (GTK_WIDGET_CLASS (desk_window_parent_class)->key_press_event (widget, event))
    return GDK_EVENT_STOP;
  if (show_help (self, event))
    return GDK_EVENT_STOP;
  if (event->keyval != GDK_KEY_Escape || !(DESK_IS_START_PAGE (page) || DESK_IS_FAULTS_PAGE (page)))
    return GDK_EVENT_PROPAGATE;
  show_library (self);
  return GDK_EVENT_STOP;
}

static void
on_settled (DeskWindow *self, const char *faults)
{
  g_signal_emit (self, settled_signal, 0, faults);
}

/* In passing: a question would stand between the trainee and the caller. */
static void
tell_to_wait (DeskWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words =
      g_strdup_printf (_ ("“%s” can be opened when this shift is over."), name);

  if (DESK_IS_CONSOLE_PAGE (get_page (self)))
    desk_console_page_tell (DESK_CONSOLE_PAGE (get_page (self)), words);
}

gboolean
desk_window_open (DeskWindow *self, const char *path)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), FALSE);
  if (is_on (self)) {
    tell_to_wait (self, path);
    return FALSE;
  }
  desk_window_start_forget (self->start);
  leave_visits (self);
  desk_window_library_open (self->library, path);
  return TRUE;
}

void
desk_window_settle (DeskWindow *self)
{
  g_return_if_fail (DESK_IS_WINDOW (self));
  desk_window_shift_settle (self->work);
}

void
desk_window_follow (DeskWindow *self, const char *path)
{
  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (self->scenario != NULL);
  desk_window_library_follow (self->library, path, self->scenario);
}

static void
add_work (DeskWindow *self)
{
  self->work = desk_window_shift_new (GTK_APPLICATION_WINDOW (self), self->settings, self->audio,
                                      self->keys, self->recording);
  connect (self, self->work, "entered", G_CALLBACK (on_shift_entered));
  connect (self, self->work, "left", G_CALLBACK (on_shift_left));
  connect (self, self->work, "finished", G_CALLBACK (on_shift_finished));
  connect (self, self->work, "again", G_CALLBACK (on_shift_again));
}

/* The first page is measured as wide as it is to be, and no second time. A window lays out what is in it as
 * narrow as may be when it is realized, which it is before there is a page; and every label with a letter for
 * Alt is measured anew when the window is shown, for the letters are underlined until then. */
static void
lay_out_once (DeskWindow *self)
{
  gtk_window_set_mnemonics_visible (GTK_WINDOW (self), FALSE);
  gtk_widget_realize (GTK_WIDGET (self));
}

GtkWidget *
desk_window_new (GtkApplication *application, GSettings *settings, DeskScenario *scenario)
{
  DeskWindow *self = g_object_new (DESK_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (DeskHandingIn) handing_in = NULL;
  g_autoptr (DeskStoreSender) sender = NULL;

  self->settings = g_object_ref (settings);
  self->keys = desk_window_keys_new (GTK_APPLICATION_WINDOW (self), settings);
  self->language = desk_window_language_new (settings);
  connect (self, self->language, "changed", G_CALLBACK (on_language_changed));
  desk_window_geometry_remember (GTK_WINDOW (self), settings);
  add_work (self);
  self->sound = desk_window_sound_new (GTK_APPLICATION_WINDOW (self), self->audio, scenario);
  self->start =
      desk_window_start_new (GTK_WINDOW (self), self->work, self->audio, self->sound, self->voices);
  handing_in = desk_handing_in_new (settings, G_APPLICATION (application));
  sender = desk_store_sender_new (settings, G_APPLICATION (application));
  desk_window_history_set_handing_in (self->history, handing_in, sender);
  desk_window_classroom_set_up (self->classroom, settings, handing_in);
  self->preferences = desk_window_preferences_new (GTK_APPLICATION_WINDOW (self), settings,
                                                   self->sound, handing_in, sender);
  lay_out_once (self);
  if (scenario != NULL) {
    set_scenario (self, scenario);
    show_start (self);
  } else {
    show_library_page (self);
  }
  gtk_widget_add_tick_callback (GTK_WIDGET (self), work_after_first_frame, NULL, NULL);
  return GTK_WIDGET (self);
}

/* A shift that was finished by closing the window has no summary to be scored for. */
static void
keep_result (DeskWindow *self)
{
  DeskShift *shift = self->work != NULL ? desk_window_shift_get (self->work) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskScorecard) scorecard = NULL;

  if (shift == NULL || !desk_session_get_state (desk_shift_get_session (shift))->finished)
    return;
  scorecard = desk_shift_score (shift, &error);
  if (error == NULL)
    desk_window_history_keep (self->history, scorecard, desk_shift_get_journal (shift));
  else
    g_printerr ("%s\n", error->message);
}

DeskShift *
desk_window_get_shift (DeskWindow *self)
{
  g_return_val_if_fail (DESK_IS_WINDOW (self), NULL);
  return desk_window_shift_get (self->work);
}

static void
desk_window_dispose (GObject *object)
{
  DeskWindow *self = DESK_WINDOW (object);

  keep_result (self);

  desk_let_go (&self->start);
  desk_let_go (&self->voices);
  desk_let_go (&self->language);
  desk_let_go (&self->work);
  g_clear_object (&self->recording);
  desk_let_go (&self->late);
  desk_let_go (&self->library);
  desk_let_go (&self->recovery);
  g_clear_object (&self->to_library);
  desk_let_go (&self->preferences);
  g_clear_object (&self->sound);
  g_clear_object (&self->audio);
  g_clear_object (&self->keys);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  /* Whoever still keeps a session must know that there is no window to tell it to. */
  desk_let_go (&self->history);
  desk_let_go (&self->classroom);
  G_OBJECT_CLASS (desk_window_parent_class)->dispose (object);
}

static void
desk_window_class_init (DeskWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_window_dispose;
  GTK_WIDGET_CLASS (klass)->delete_event = desk_window_delete_event;
  GTK_WIDGET_CLASS (klass)->key_press_event = desk_window_key_press_event;
  settled_signal = g_signal_new ("settled", DESK_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_library (DeskWindow *self)
{
  self->library = desk_window_library_new (GTK_APPLICATION_WINDOW (self));
  connect (self, self->library, "opened", G_CALLBACK (on_opened));
  connect (self, self->library, "settled", G_CALLBACK (on_settled));
  self->to_library = g_simple_action_new ("library", NULL);
  connect (self, self->to_library, "activate", G_CALLBACK (show_library));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (self->to_library));
}

static void
desk_window_init (DeskWindow *self)
{
  add_library (self);
  self->late = desk_window_late_new (GTK_WINDOW (self));
  connect (self, self->late, "written", G_CALLBACK (on_late_written));
  add_recovery (self);
  self->history = desk_window_history_new (GTK_APPLICATION_WINDOW (self));
  connect (self, self->history, "visit", G_CALLBACK (on_visit));
  connect (self, self->history, "left", G_CALLBACK (on_visit_left));
  connect (self, self->history, "notice", G_CALLBACK (show_history_notice));
  self->classroom = desk_window_classroom_new (GTK_APPLICATION_WINDOW (self));
  connect (self, self->classroom, "visit", G_CALLBACK (on_visit));
  connect (self, self->classroom, "left", G_CALLBACK (on_visit_left));
  self->voices = desk_window_voices_new (GTK_WINDOW (self));
  self->audio = audio_new ();
  self->recording = desk_window_recording_new (self->audio);
  desk_window_history_set_audio (self->history, self->audio);
  desk_window_menu_add (GTK_APPLICATION_WINDOW (self), self->audio);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Frontdesk"));
}
