/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/summary-calls.h"

#include <glib/gi18n-lib.h>

#include "app/call-detail.h"
#include "app/plain-label.h"
#include "report/words.h"

/* Calls are shown a hundred at a time, and unfold when they are opened: a long shift is there at
 * once. Each hundred lies in a box of its own: GTK goes through all of a box's children, their styles and
 * their sizes, whenever one is added to them. */

#define CALLS_A_TIME 100

struct _DeskSummaryCalls {
  GObject parent_instance;

  DeskScorecard *scorecard; /* owned */
  GtkWidget *ground;        /* borrowed, as the next two */
  GtkWidget *box;
  GtkWidget *more;
  GtkGesture *press; /* owned: on the ground beside the words */
  DeskTapeBar *tape; /* borrowed; NULL: there is no recording */
  GPtrArray *rows;   /* owned: of the calls that are shown, in order, borrowed */
  GtkWidget *wanted; /* borrowed: the call's row to be scrolled to */
  guint scroll_id;   /* 0: none */
};

G_DEFINE_FINAL_TYPE (DeskSummaryCalls, desk_summary_calls, G_TYPE_OBJECT)

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

/* The position of a call's beginning in the recording; -1: it is not in it. */
static gint64
begin_ms (const DeskCallScore *score)
{
  return score->answered ? score->answered_ms : score->ringing_ms;
}

static void
on_listen_clicked (DeskSummaryCalls *self, GtkWidget *button)
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
add_listen_button (DeskSummaryCalls *self, GtkWidget *detail, const DeskCallScore *score)
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
unfold (DeskSummaryCalls *self, GtkExpander *row, const DeskCallScore *score)
{
  GtkWidget *detail = desk_call_detail_new (self->scorecard, score);

  if (self->tape != NULL && begin_ms (score) >= 0)
    add_listen_button (self, detail, score);
  /* GTK lets Tab into what is folded away. */
  g_object_bind_property (row, "expanded", detail, "visible", G_BINDING_SYNC_CREATE);
  gtk_container_add (GTK_CONTAINER (row), detail);
}

static void
on_call_unfolded (DeskSummaryCalls *self, GParamSpec *pspec, GtkExpander *expander)
{
  const DeskCallScore *score = g_object_get_data (G_OBJECT (expander), "score");

  if (gtk_expander_get_expanded (expander) && gtk_bin_get_child (GTK_BIN (expander)) == NULL)
    unfold (self, expander, score);
}

static GtkWidget *
call_row_new (DeskSummaryCalls *self, guint n)
{
  const DeskCallScore *score = &self->scorecard->calls[n];
  GtkWidget *row = gtk_expander_new (NULL);
  g_autofree char *caller = desk_words_caller (score->call);
  g_autofree char *spoken =
      g_strdup_printf (_ ("Call %u, %s: %s, %.2f of 100 points"), n + 1, caller,
                       desk_words_end (score), desk_round_2 (score->score));

  gtk_expander_set_label_widget (GTK_EXPANDER (row), call_head_new (score, n + 1));
  atk_object_set_name (gtk_widget_get_accessible (row), spoken);
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-call");
  g_object_set_data (G_OBJECT (row), "score", (gpointer) score);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_call_unfolded), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_show (row);
  return row;
}

static void
show_more (DeskSummaryCalls *self)
{
  const guint end = MIN (self->rows->len + CALLS_A_TIME, self->scorecard->n_calls);
  GtkWidget *hundred = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  while (self->rows->len < end) {
    GtkWidget *row = call_row_new (self, self->rows->len);

    g_ptr_array_add (self->rows, row);
    gtk_container_add (GTK_CONTAINER (hundred), row);
  }
  gtk_widget_show (hundred);
  gtk_container_add (GTK_CONTAINER (self->box), hundred);
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
  DeskSummaryCalls *self = data;
  const GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (press), NULL);

  if (gtk_get_event_widget ((GdkEvent *) event) != self->ground)
    return;
  for (guint n = 0; n < self->rows->len; n++) {
    GtkWidget *row = self->rows->pdata[n];

    if (head_is_at (row, self->ground, y)) {
      gtk_widget_grab_focus (row);
      gtk_expander_set_expanded (GTK_EXPANDER (row),
                                 !gtk_expander_get_expanded (GTK_EXPANDER (row)));
    }
  }
}

static gboolean
on_scroll_due (gpointer data)
{
  DeskSummaryCalls *self = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (self->wanted, GTK_TYPE_VIEWPORT);
  int x, y;

  self->scroll_id = 0;
  if (viewport != NULL && gtk_widget_translate_coordinates (
                              self->wanted, gtk_bin_get_child (GTK_BIN (viewport)), 0, 0, &x, &y))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), y);
  return G_SOURCE_REMOVE;
}

/* Scrolls when the row, which may be new, has found its place. */
void
desk_summary_calls_open (DeskSummaryCalls *self, guint n)
{
  g_return_if_fail (DESK_IS_SUMMARY_CALLS (self));
  g_return_if_fail (n < self->scorecard->n_calls);

  while (self->rows->len <= n)
    show_more (self);
  self->wanted = self->rows->pdata[n];
  if (self->tape != NULL && begin_ms (&self->scorecard->calls[n]) >= 0)
    desk_tape_bar_seek (self->tape, begin_ms (&self->scorecard->calls[n]));
  gtk_expander_set_expanded (GTK_EXPANDER (self->wanted), TRUE);
  gtk_widget_grab_focus (self->wanted);
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (on_scroll_due, self);
}

void
desk_summary_calls_set_tape (DeskSummaryCalls *self, DeskTapeBar *tape)
{
  g_return_if_fail (DESK_IS_SUMMARY_CALLS (self));
  self->tape = tape;
}

DeskSummaryCalls *
desk_summary_calls_new (DeskScorecard *scorecard,
                        GtkWidget *ground,
                        GtkWidget *box,
                        GtkWidget *more)
{
  DeskSummaryCalls *self = g_object_new (DESK_TYPE_SUMMARY_CALLS, NULL);

  self->scorecard = desk_scorecard_ref (scorecard);
  self->ground = ground;
  self->box = box;
  self->more = more;
  self->press = gtk_gesture_multi_press_new (ground);
  g_signal_connect (self->press, "pressed", G_CALLBACK (on_ground_pressed), self);
  g_signal_connect_object (more, "clicked", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  show_more (self);
  return self;
}

static void
desk_summary_calls_dispose (GObject *object)
{
  DeskSummaryCalls *self = DESK_SUMMARY_CALLS (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->press);
  self->tape = NULL;
  G_OBJECT_CLASS (desk_summary_calls_parent_class)->dispose (object);
}

static void
desk_summary_calls_finalize (GObject *object)
{
  DeskSummaryCalls *self = DESK_SUMMARY_CALLS (object);

  g_ptr_array_unref (self->rows);
  desk_scorecard_unref (self->scorecard);
  G_OBJECT_CLASS (desk_summary_calls_parent_class)->finalize (object);
}

static void
desk_summary_calls_class_init (DeskSummaryCallsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_summary_calls_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_summary_calls_finalize;
}

static void
desk_summary_calls_init (DeskSummaryCalls *self)
{
  self->rows = g_ptr_array_new ();
}
