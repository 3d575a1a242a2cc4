/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/summary-page.h"

#include <glib/gi18n-lib.h>

#include "app/call-detail.h"
#include "app/menu-parts.h"
#include "app/page-scroller.h"
#include "app/plain-label.h"
#include "app/reading-order.h"
#include "app/report-bar.h"
#include "app/tape-bar.h"
#include "app/timeline-view.h"
#include "app/wrap-box.h"
#include "engine/journal.h"
#include "report/headlines.h"
#include "report/lessons.h"
#include "report/words.h"

/* Calls are shown a hundred at a time, and unfold when they are opened: a long shift is there at
 * once. Each hundred lies in a box of its own: GTK goes through all of a box's children, their styles and
 * their sizes, whenever one is added to them. */

#define CALLS_A_TIME 100

#define NEXT_CHARS 34 /* of "Next: " and a title; the tooltip has it in full */

struct _DeskSummaryPage {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *circumstances;
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
  GtkGesture *press; /* owned: on the ground beside the words */
  GtkBox *calls;
  GtkWidget *more;
  GtkButton *progress;
  GtkWidget *back;
  GtkWidget *library;
  GtkWidget *again;
  GtkWidget *next;
  DeskReportBar *reports;

  DeskScorecard *scorecard;    /* owned */
  DeskShiftRecorder *recorder; /* owned, as the next three; NULL: it has ended, or there is none */
  DeskAudio *audio;            /* NULL: there is no recording */
  char *journal;
  char *fault;
  char *next_folder;   /* NULL: nothing is offered */
  DeskTapeBar *tape;   /* borrowed: a child; NULL: there is no recording */
  GPtrArray *rows;     /* owned: of the calls that are shown, in order, borrowed */
  GtkWidget *awaiting; /* borrowed: a child that stands for the recording to come; or NULL */
  GtkWidget *wanted;   /* borrowed: the call's row to be scrolled to */
  guint scroll_id;     /* 0: none */
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
fill_headlines (DeskSummaryPage *self)
{
  g_autoptr (GPtrArray) headlines = desk_headlines_new (self->scorecard);
  g_autoptr (GtkSizeGroup) in_front = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  for (guint n = 0; n < headlines->len; n++) {
    const DeskHeadline *headline = headlines->pdata[n];
    gboolean beside = n == DESK_HEADLINE_HANDLING;
    GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
    GtkWidget *words = desk_plain_label_new (headline->words, "desk-evidence");

    gtk_label_set_width_chars (GTK_LABEL (words), beside ? 16 : 24);
    gtk_label_set_max_width_chars (GTK_LABEL (words), beside ? 24 : 36);
    add_class (card, "desk-card");
    gtk_container_add (GTK_CONTAINER (card),
                       desk_plain_label_new (headline->name, "desk-card-head"));
    gtk_container_add (GTK_CONTAINER (card),
                       desk_plain_label_new (headline->figure, beside ? "desk-card-figure-beside"
                                                                      : "desk-card-figure"));
    gtk_container_add (GTK_CONTAINER (card), words);
    gtk_widget_show (card);
    if (!beside)
      gtk_size_group_add_widget (in_front, card);
    gtk_widget_set_hexpand (card, !beside);
    gtk_container_add (GTK_CONTAINER (self->headlines), card);
  }
}

static void on_call_activated (DeskSummaryPage *self, guint n);

static GtkWidget *
lesson_new (const DeskLesson *lesson)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (lesson->cost, "desk-evidence"));
  if (*lesson->advice != '\0')
    gtk_container_add (GTK_CONTAINER (box), desk_plain_label_new (lesson->advice, "desk-advice"));
  gtk_widget_show (box);
  return box;
}

static void
fill_lessons (DeskSummaryPage *self)
{
  g_autoptr (GPtrArray) lessons = desk_lessons_new (self->scorecard);

  if (lessons->len == 0)
    gtk_grid_attach (self->lessons,
                     desk_plain_label_new (_ ("Nothing: every point was earned."), NULL), 0, 0, 1,
                     1);
  for (guint n = 0; n < lessons->len; n++) {
    const DeskLesson *lesson = lessons->pdata[n];

    gtk_grid_attach (self->lessons, desk_plain_label_new (lesson->kind, "desk-call-name"), 0,
                     (int) n, 1, 1);
    gtk_grid_attach (self->lessons, lesson_new (lesson), 1, (int) n, 1, 1);
  }
  desk_grid_set_reading_order (self->lessons);
}

static void
fill_timeline (DeskSummaryPage *self)
{
  GtkWidget *view = desk_timeline_view_new (self->scorecard);

  g_signal_connect_object (view, "call-activated", G_CALLBACK (on_call_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (self->timeline_box), view);
}

static void
fill_totals (DeskSummaryPage *self)
{
  g_autoptr (GPtrArray) rows = desk_words_totals (self->scorecard);
  guint n_half = (rows->len + 1) / 2;

  for (guint n = 0; n < rows->len; n++) {
    const DeskWordsRow *row = rows->pdata[n];
    int column = n < n_half ? 0 : 2;
    GtkWidget *value = desk_plain_label_new (row->value, "desk-figure");

    gtk_widget_set_hexpand (value, TRUE);
    gtk_grid_attach (self->totals, desk_plain_label_new (row->label, "desk-evidence"), column,
                     (int) (n % n_half), 1, 1);
    gtk_grid_attach (self->totals, value, column + 1, (int) (n % n_half), 1, 1);
  }
  desk_grid_set_reading_order (self->totals);
}

/* The calls. */

static GtkWidget *
call_head_new (const DeskCallScore *score, guint number)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *caller = desk_words_caller (score->call);
  g_autofree char *name = g_strdup_printf (_ ("%u. %s"), number, caller);
  g_autofree char *points = g_strdup_printf ("%.2f", desk_round_2 (score->score));
  GtkWidget *who = desk_plain_label_new (name, "desk-call-name");
  GtkWidget *figure = desk_plain_label_new (points, "desk-call-score");

  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_label_set_line_wrap (GTK_LABEL (who), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (who), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (who, gtk_label_get_text (GTK_LABEL (who)));
  gtk_widget_set_margin_start (head, 6);
  gtk_container_add (GTK_CONTAINER (head),
                     desk_value_mark_new (score->critical ? 0 : score->score / 100));
  gtk_container_add (GTK_CONTAINER (head), figure);
  gtk_container_add (GTK_CONTAINER (head), who);
  gtk_container_add (GTK_CONTAINER (head),
                     desk_plain_label_new (desk_words_end (score), "desk-evidence"));
  if (score->critical)
    gtk_container_add (GTK_CONTAINER (head),
                       desk_plain_label_new (_ ("critical failure"), "desk-wrong"));
  gtk_widget_show (head);
  return head;
}

/* Where a call begins in the recording; -1: nowhere. */
static gint64
begin_ms (const DeskCallScore *score)
{
  return score->answered ? score->answered_ms : score->ringing_ms;
}

static void
on_listen_clicked (DeskSummaryPage *self, GtkWidget *button)
{
  const DeskCallScore *score = g_object_get_data (G_OBJECT (button), "score");

  if (self->tape == NULL)
    return;
  if (desk_tape_bar_get_playing (self->tape))
    desk_tape_bar_pause (self->tape);
  else
    desk_tape_bar_listen (self->tape, begin_ms (score));
}

static void
on_tape_playing (GtkButton *button, gboolean playing)
{
  gtk_button_set_label (button, playing ? _ ("Pause the recording") : _ ("Listen to this call"));
}

/* It stands at the head of the detail, and goes with the recording. */
static void
add_listen_button (DeskSummaryPage *self, GtkWidget *detail, const DeskCallScore *score)
{
  GtkWidget *button = gtk_button_new ();

  on_tape_playing (GTK_BUTTON (button), desk_tape_bar_get_playing (self->tape));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "score", (gpointer) score);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_listen_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tape, "playing", G_CALLBACK (on_tape_playing), button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tape, "deleted", G_CALLBACK (gtk_widget_hide), button,
                           G_CONNECT_SWAPPED);
  gtk_box_pack_start (GTK_BOX (detail), button, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (detail), button, 0);
  gtk_widget_show (button);
}

static void
unfold (DeskSummaryPage *self, GtkExpander *row, const DeskCallScore *score)
{
  GtkWidget *detail = desk_call_detail_new (self->scorecard, score);

  if (self->tape != NULL && begin_ms (score) >= 0)
    add_listen_button (self, detail, score);
  /* GTK lets Tab into what is folded away. */
  g_object_bind_property (row, "expanded", detail, "visible", G_BINDING_SYNC_CREATE);
  gtk_container_add (GTK_CONTAINER (row), detail);
}

static void
on_call_unfolded (DeskSummaryPage *self, GParamSpec *pspec, GtkExpander *expander)
{
  const DeskCallScore *score = g_object_get_data (G_OBJECT (expander), "score");

  if (gtk_expander_get_expanded (expander) && gtk_bin_get_child (GTK_BIN (expander)) == NULL)
    unfold (self, expander, score);
}

static GtkWidget *
call_row_new (DeskSummaryPage *self, guint n)
{
  const DeskCallScore *score = &self->scorecard->calls[n];
  GtkWidget *row = gtk_expander_new (NULL);
  g_autofree char *caller = desk_words_caller (score->call);
  g_autofree char *spoken =
      g_strdup_printf (_ ("Call %u, %s: %s, %.2f of 100 points"), n + 1, caller,
                       desk_words_end (score), desk_round_2 (score->score));

  gtk_expander_set_label_widget (GTK_EXPANDER (row), call_head_new (score, n + 1));
  atk_object_set_name (gtk_widget_get_accessible (row), spoken);
  add_class (row, "desk-call");
  g_object_set_data (G_OBJECT (row), "score", (gpointer) score);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_call_unfolded), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (row);
  return row;
}

static void
show_more_calls (DeskSummaryPage *self)
{
  const guint end = MIN (self->rows->len + CALLS_A_TIME, self->scorecard->n_calls);
  GtkWidget *hundred = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  while (self->rows->len < end) {
    GtkWidget *row = call_row_new (self, self->rows->len);

    g_ptr_array_add (self->rows, row);
    gtk_container_add (GTK_CONTAINER (hundred), row);
  }
  gtk_widget_show (hundred);
  gtk_container_add (GTK_CONTAINER (self->calls), hundred);
  gtk_widget_set_visible (self->more, self->rows->len < self->scorecard->n_calls);
}

/* A row is pressed wherever it is, not on its words alone. GtkExpander is as wide as its label, so that what
 * is beside it lands on the ground under all rows. */

static gboolean
head_is_at (GtkWidget *row, GtkWidget *ground, double y)
{
  GtkWidget *head = gtk_expander_get_label_widget (GTK_EXPANDER (row));
  int top;

  return gtk_widget_translate_coordinates (head, ground, 0, 0, NULL, &top) && y >= top &&
         y < top + gtk_widget_get_allocated_height (head);
}

static void
on_ground_pressed (GtkGestureMultiPress *press, int n_press, double x, double y, gpointer data)
{
  DeskSummaryPage *self = data;
  const GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (press), NULL);

  if (gtk_get_event_widget ((GdkEvent *) event) != self->calls_ground)
    return;
  for (guint n = 0; n < self->rows->len; n++) {
    GtkWidget *row = self->rows->pdata[n];

    if (head_is_at (row, self->calls_ground, y)) {
      gtk_widget_grab_focus (row);
      gtk_expander_set_expanded (GTK_EXPANDER (row),
                                 !gtk_expander_get_expanded (GTK_EXPANDER (row)));
    }
  }
}

static gboolean
on_scroll_due (gpointer data)
{
  DeskSummaryPage *self = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (self->wanted, GTK_TYPE_VIEWPORT);
  int x, y;

  self->scroll_id = 0;
  if (viewport != NULL && gtk_widget_translate_coordinates (
                              self->wanted, gtk_bin_get_child (GTK_BIN (viewport)), 0, 0, &x, &y))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), y);
  return G_SOURCE_REMOVE;
}

/* Scrolls when the row, which may be new, has found its place. */
static void
on_call_activated (DeskSummaryPage *self, guint n)
{
  g_return_if_fail (n < self->scorecard->n_calls);

  while (self->rows->len <= n)
    show_more_calls (self);
  self->wanted = self->rows->pdata[n];
  if (self->tape != NULL && begin_ms (&self->scorecard->calls[n]) >= 0)
    desk_tape_bar_seek (self->tape, begin_ms (&self->scorecard->calls[n]));
  gtk_expander_set_expanded (GTK_EXPANDER (self->wanted), TRUE);
  gtk_widget_grab_focus (self->wanted);
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (on_scroll_due, self);
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
  GtkStyleContext *style = gtk_widget_get_style_context (button);

  if (suggested)
    gtk_style_context_add_class (style, GTK_STYLE_CLASS_SUGGESTED_ACTION);
  else
    gtk_style_context_remove_class (style, GTK_STYLE_CLASS_SUGGESTED_ACTION);
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

GtkWidget *
desk_summary_page_new (DeskScorecard *scorecard)
{
  DeskSummaryPage *self = g_object_new (DESK_TYPE_SUMMARY_PAGE, NULL);

  self->scorecard = desk_scorecard_ref (scorecard);
  desk_report_bar_set_scorecard (self->reports, scorecard);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->progress), "s",
                                    scorecard->header->trainee);
  fill_head (self);
  fill_headlines (self);
  fill_lessons (self);
  fill_timeline (self);
  fill_totals (self);
  show_more_calls (self);
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
  self->tape = NULL;
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
  self->tape = DESK_TAPE_BAR (bar);
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
  self->awaiting = desk_plain_label_new (_ ("The recording is being written …"), "desk-evidence");
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

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->press);
  self->tape = NULL;
  G_OBJECT_CLASS (desk_summary_page_parent_class)->dispose (object);
}

static void
desk_summary_page_finalize (GObject *object)
{
  DeskSummaryPage *self = DESK_SUMMARY_PAGE (object);

  g_ptr_array_unref (self->rows);
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
  gtk_widget_class_bind_template_callback (widget_class, show_more_calls);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
desk_summary_page_class_init (DeskSummaryPageClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

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

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->press = gtk_gesture_multi_press_new (self->calls_ground);
  g_signal_connect (self->press, "pressed", G_CALLBACK (on_ground_pressed), self);
  desk_page_scroller_take_keys (
      gtk_widget_get_ancestor (GTK_WIDGET (self->calls), GTK_TYPE_SCROLLED_WINDOW));
  /* What has the focus is scrolled to. */
  viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->calls), GTK_TYPE_VIEWPORT);
  gtk_container_set_focus_vadjustment (GTK_CONTAINER (viewport),
                                       gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
}
