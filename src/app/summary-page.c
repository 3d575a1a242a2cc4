/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/summary-page.h"

#include <glib/gi18n-lib.h>

#include "app/let-go.h"
#include "app/menu-parts.h"
#include "app/page-scroller.h"
#include "app/page-sheet.h"
#include "app/plain-label.h"
#include "app/report-bar.h"
#include "app/style-class.h"
#include "app/summary-calls.h"
#include "app/summary-figures.h"
#include "app/tape-bar.h"
#include "app/timeline-view.h"
#include "app/wrap-box.h"
#include "engine/journal.h"
#include "report/words.h"

#define NEXT_CHARS 34 /* of "Next: " and a title; the tooltip has it in full */

typedef enum {
  NOT_HANDED_IN, /* it is no exam, or its result is not kept */
  HANDED_IN_HERE,
  HANDED_IN_TO_CLASS,
} HandedIn;

struct _DeskSummaryPage {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *circumstances;
  GtkLabel *handed_in;
  GtkLabel *notice;
  GtkLabel *caution;
  GtkLabel *score;
  GtkLabel *verdict;
  GtkLabel *band;
  GtkLabel *meaning;
  GtkBox *headlines;
  GtkGrid *lessons;
  GtkBox *timeline_box;
  GtkWidget *tape_box;
  GtkGrid *totals;
  GtkWidget *calls_ground;
  GtkWidget *calls;
  GtkWidget *more;
  GtkButton *progress;
  GtkWidget *back;
  GtkWidget *library;
  GtkWidget *again;
  GtkWidget *next;
  DeskReportBar *reports;

  HandedIn handed_in_to;
  DeskScorecard *scorecard; /* owned, as the next */
  DeskSummaryCalls *rows;
  DeskShiftRecorder *recorder; /* owned, as the next three; NULL: it has ended, or there is none */
  DeskAudio *audio;            /* NULL: there is no recording */
  char *journal;
  char *fault;
  char *next_folder;   /* NULL: nothing is offered */
  GtkWidget *awaiting; /* borrowed: a child that stands for the recording to come; or NULL */
};

G_DEFINE_FINAL_TYPE (DeskSummaryPage, desk_summary_page, GTK_TYPE_BOX)

enum {
  AGAIN,
  NEXT,
  BACK,
  RECORDING_DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_class (gpointer widget, const char *style_class)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), style_class);
}

static char *
circumstances_of (const DeskScorecard *scorecard)
{
  const DeskJournalHeader *header = scorecard->header;
  g_autofree char *when = desk_words_started (header);

  return g_strdup_printf ("%s · %s · %s", header->trainee, desk_words_mode (header->mode), when);
}

static void
fill_head (DeskSummaryPage *self)
{
  const DeskScorecard *scorecard = self->scorecard;
  g_autofree char *circumstances = circumstances_of (scorecard);
  g_autofree char *caution = desk_words_caution (scorecard);
  g_autofree char *score = g_strdup_printf ("%.2f", desk_round_2 (scorecard->score));
  g_autofree char *verdict = desk_words_verdict (scorecard);
  g_autofree char *meaning = desk_words_meaning (scorecard);

  desk_plain_label_set_text (self->title, scorecard->scenario->title);
  desk_plain_label_set_text (self->circumstances, circumstances);
  desk_plain_label_set_text (self->caution, caution != NULL ? caution : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caution), caution != NULL);
  gtk_label_set_text (self->score, score);
  add_class (self->score, scorecard->passed ? "desk-right" : "desk-wrong");
  desk_plain_label_set_text (self->verdict, verdict);
  gtk_label_set_text (self->band, desk_words_band (scorecard->band));
  gtk_widget_set_visible (GTK_WIDGET (self->band), scorecard->band != DESK_BAND_NONE);
  gtk_label_set_text (self->meaning, meaning);
}

static void
fill_timeline (DeskSummaryPage *self)
{
  GtkWidget *view = desk_timeline_view_new (self->scorecard);

  g_signal_connect_object (view, "call-activated", G_CALLBACK (desk_summary_calls_open), self->rows,
                           G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (self->timeline_box), view);
}

/* The buttons. */

static void
on_again_clicked (DeskSummaryPage *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
on_next_clicked (DeskSummaryPage *self)
{
  g_signal_emit (self, signals[NEXT], 0, self->next_folder);
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  desk_style_class_set (button, GTK_STYLE_CLASS_SUGGESTED_ACTION, suggested);
}

void
desk_summary_page_offer_next (DeskSummaryPage *self, const char *title, const char *folder)
{
  g_autofree char *escaped = desk_menu_escape (title);
  g_autofree char *label = g_strdup_printf (_ ("_Next: %s"), escaped);
  GtkWidget *words;

  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));

  g_free (self->next_folder);
  self->next_folder = g_strdup (folder);
  gtk_button_set_label (GTK_BUTTON (self->next), label);
  words = gtk_bin_get_child (GTK_BIN (self->next));
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), NEXT_CHARS);
  gtk_widget_set_tooltip_text (self->next, title);
  set_suggested (self->next, self->scorecard->passed);
  set_suggested (self->again, !self->scorecard->passed);
  gtk_widget_show (self->next);
}

static void
on_back_clicked (DeskSummaryPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

/* An exam is worked once: what comes after it is its result. */
static void
suggest_for_exam (DeskSummaryPage *self)
{
  if (self->scorecard->header->mode != DESK_MODE_EXAM)
    return;
  set_suggested (self->again, FALSE);
  set_suggested (GTK_WIDGET (self->progress), TRUE);
}

void
desk_summary_page_tell_handed_in (DeskSummaryPage *self, gboolean to_class)
{
  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));

  self->handed_in_to = to_class ? HANDED_IN_TO_CLASS : HANDED_IN_HERE;
  gtk_label_set_text (
      self->handed_in,
      to_class
          ? _ ("The exam has been handed in. Its result is kept in the history on this computer "
               "and goes to the class folder, where your instructor sees it.")
          : _ ("The exam has been handed in. Its result is kept in the history on this computer."));
  gtk_widget_show (GTK_WIDGET (self->handed_in));
}

void
desk_summary_page_set_notice (DeskSummaryPage *self, const char *notice)
{
  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));

  desk_plain_label_set_text (self->notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
}

GtkWidget *
desk_summary_page_new (DeskScorecard *scorecard)
{
  DeskSummaryPage *self = g_object_new (DESK_TYPE_SUMMARY_PAGE, NULL);

  self->scorecard = desk_scorecard_ref (scorecard);
  desk_report_bar_set_scorecard (self->reports, scorecard);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->progress), "s",
                                    scorecard->header->trainee);
  fill_head (self);
  desk_summary_fill_headlines (GTK_CONTAINER (self->headlines), scorecard);
  desk_summary_fill_lessons (self->lessons, scorecard);
  desk_summary_fill_totals (self->totals, scorecard);
  self->rows = desk_summary_calls_new (scorecard, self->calls_ground, self->calls, self->more);
  fill_timeline (self);
  suggest_for_exam (self);
  return GTK_WIDGET (self);
}

/* A session of the past may be of another scenario than the window's, so that it cannot be worked again
 * from there. */
void
desk_summary_page_show_back (DeskSummaryPage *self, const char *label)
{
  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));
  gtk_widget_hide (self->again);
  gtk_widget_hide (self->library);
  set_suggested (GTK_WIDGET (self->progress), FALSE);
  gtk_button_set_label (self->progress, _ ("P_rogress"));
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->back), label);
  gtk_widget_show (self->back);
}

void
desk_summary_page_hide_progress (DeskSummaryPage *self)
{
  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));
  gtk_widget_hide (GTK_WIDGET (self->progress));
}

static void
on_recording_deleted (DeskSummaryPage *self)
{
  desk_summary_calls_set_tape (self->rows, NULL);
  g_signal_emit (self, signals[RECORDING_DELETED], 0);
}

void
desk_summary_page_set_recording (DeskSummaryPage *self,
                                 DeskAudio *audio,
                                 const char *journal,
                                 const char *fault)
{
  g_autofree char *path = desk_journal_sound_path (journal);
  GtkWidget *bar;

  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));
  g_return_if_fail (self->audio == NULL);

  /* As the history sees it: a folder by that name is none. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;
  self->audio = g_object_ref (audio);
  self->journal = g_strdup (journal);
  self->fault = g_strdup (fault);
  bar = desk_tape_bar_new (audio, journal);
  desk_tape_bar_set_note (DESK_TAPE_BAR (bar), fault);
  g_signal_connect_object (bar, "deleted", G_CALLBACK (on_recording_deleted), self,
                           G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (self->tape_box), bar);
  gtk_widget_show (self->tape_box);
  desk_summary_calls_set_tape (self->rows, DESK_TAPE_BAR (bar));
}

static void
forget_recorder (DeskSummaryPage *self)
{
  g_clear_object (&self->recorder);
  g_clear_object (&self->audio);
  g_clear_pointer (&self->journal, g_free);
}

static void
on_recording_ended (DeskSummaryPage *self)
{
  g_autoptr (DeskShiftRecorder) recorder = g_object_ref (self->recorder);
  g_autoptr (DeskAudio) audio = g_object_ref (self->audio);
  g_autofree char *journal = g_strdup (self->journal);

  forget_recorder (self);
  gtk_widget_destroy (g_steal_pointer (&self->awaiting));
  gtk_widget_hide (self->tape_box);
  desk_summary_page_set_recording (self, audio, journal, desk_shift_recorder_get_fault (recorder));
}

void
desk_summary_page_await_recording (DeskSummaryPage *self,
                                   DeskAudio *audio,
                                   const char *journal,
                                   DeskShiftRecorder *recorder)
{
  g_return_if_fail (DESK_IS_SUMMARY_PAGE (self));
  g_return_if_fail (self->audio == NULL);

  if (recorder == NULL || desk_shift_recorder_has_ended (recorder)) {
    desk_summary_page_set_recording (
        self, audio, journal, recorder != NULL ? desk_shift_recorder_get_fault (recorder) : NULL);
    return;
  }
  self->audio = g_object_ref (audio);
  self->journal = g_strdup (journal);
  self->recorder = g_object_ref (recorder);
  g_signal_connect_object (recorder, "ended", G_CALLBACK (on_recording_ended), self,
                           G_CONNECT_SWAPPED);
  self->awaiting = desk_plain_label_new (_ ("Writing the recording…"), "desk-evidence");
  gtk_widget_show (self->awaiting);
  gtk_container_add (GTK_CONTAINER (self->tape_box), self->awaiting);
  gtk_widget_show (self->tape_box);
}

GtkWidget *
desk_summary_page_make_anew (DeskSummaryPage *self)
{
  GtkWidget *page;

  g_return_val_if_fail (DESK_IS_SUMMARY_PAGE (self), NULL);

  page = desk_summary_page_new (self->scorecard);
  if (self->handed_in_to != NOT_HANDED_IN)
    desk_summary_page_tell_handed_in (DESK_SUMMARY_PAGE (page),
                                      self->handed_in_to == HANDED_IN_TO_CLASS);
  if (self->recorder != NULL)
    desk_summary_page_await_recording (DESK_SUMMARY_PAGE (page), self->audio, self->journal,
                                       self->recorder);
  else if (self->audio != NULL)
    desk_summary_page_set_recording (DESK_SUMMARY_PAGE (page), self->audio, self->journal,
                                     self->fault);
  return page;
}

static void
desk_summary_page_dispose (GObject *object)
{
  DeskSummaryPage *self = DESK_SUMMARY_PAGE (object);

  desk_let_go (&self->rows);
  G_OBJECT_CLASS (desk_summary_page_parent_class)->dispose (object);
}

static void
desk_summary_page_finalize (GObject *object)
{
  DeskSummaryPage *self = DESK_SUMMARY_PAGE (object);

  g_clear_pointer (&self->scorecard, desk_scorecard_unref);
  g_clear_object (&self->recorder);
  g_clear_object (&self->audio);
  g_free (self->journal);
  g_free (self->fault);
  g_free (self->next_folder);
  G_OBJECT_CLASS (desk_summary_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskSummaryPage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/summary-page.ui");
  BIND (title);
  BIND (circumstances);
  BIND (handed_in);
  BIND (notice);
  BIND (caution);
  BIND (score);
  BIND (verdict);
  BIND (band);
  BIND (meaning);
  BIND (headlines);
  BIND (lessons);
  BIND (timeline_box);
  BIND (tape_box);
  BIND (totals);
  BIND (calls_ground);
  BIND (calls);
  BIND (more);
  BIND (progress);
  BIND (reports);
  BIND (back);
  BIND (library);
  BIND (again);
  BIND (next);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
desk_summary_page_class_init (DeskSummaryPageClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (DESK_TYPE_PAGE_SHEET);
  g_type_ensure (DESK_TYPE_REPORT_BAR);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = desk_summary_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_summary_page_finalize;
  signals[AGAIN] =
      g_signal_new ("again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[RECORDING_DELETED] = g_signal_new ("recording-deleted", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] =
      g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
desk_summary_page_init (DeskSummaryPage *self)
{
  GtkWidget *viewport;

  gtk_widget_init_template (GTK_WIDGET (self));
  desk_page_scroller_take_keys (gtk_widget_get_ancestor (self->calls, GTK_TYPE_SCROLLED_WINDOW));
  /* What has the focus is scrolled to. */
  viewport = gtk_widget_get_ancestor (self->calls, GTK_TYPE_VIEWPORT);
  gtk_container_set_focus_vadjustment (GTK_CONTAINER (viewport),
                                       gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
}
