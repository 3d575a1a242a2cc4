/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/recovery-bar.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/clear-container.h"
#include "app/plain-label.h"
#include "app/wrap-box.h"
#include "report/words.h"

/* From so many on they are scrolled, and may be put aside together. */
#define MANY 3

#define MOST_LINES 9 /* of text, that the scrolled ones have room for */

/* Words that have less room than this go over their buttons, and not beside them. */
#define FEWEST_CHARS 40

struct _DeskRecoveryBar {
  GtkBox parent_instance;

  GtkWidget *heading; /* borrowed: children, as below */
  GtkWidget *put_all;
  GtkContainer *rows;
  GtkWidget *scroller; /* around them while they are many */
  guint n_shifts;      /* that are offered */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (DeskRecoveryBar, desk_recovery_bar, GTK_TYPE_BOX)

enum {
  GO_ON,
  SUMMARY,
  PUT_ASIDE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The moment by the clock of this place, as people write it. */
static char *
describe_moment (gint64 unix_s)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (unix_s);

  /* Translators: a date and a time of day, as g_date_time_format() takes them. */
  return moment != NULL ? g_date_time_format (moment, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}

/* "Åsa Lindqvist · Practice · interrupted on 28 November 2026, 14:05, after 12:30 · 4 of 10 calls done" */
static char *
describe (const DeskInterrupted *shift)
{
  g_autofree char *moment = describe_moment (shift->stopped_s);
  g_autofree char *clock = desk_words_clock (shift->t_ms);
  g_autofree char *when = g_strdup_printf (_ ("interrupted on %s, after %s"), moment, clock);
  g_autofree char *calls =
      g_strdup_printf (ngettext ("%u of %u call done", "%u of %u calls done", shift->n_calls),
                       shift->n_done, shift->n_calls);

  return g_strjoin (" · ", shift->header->trainee, desk_words_mode (shift->header->mode), when,
                    calls, NULL);
}

static const char *
path_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "path");
}

static void
on_button_clicked (GtkWidget *button, DeskRecoveryBar *self)
{
  const guint signal = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "signal"));
  g_autofree char *path = g_strdup (path_of (button)); /* the row may go */

  g_signal_emit (self, signals[signal], 0, path);
}

/* Several rows have the same buttons: whoever hears them must know of which shift. */
static GtkWidget *
add_button (DeskRecoveryBar *self,
            GtkWidget *row,
            const DeskInterrupted *shift,
            guint signal,
            const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *base = g_path_get_basename (shift->path);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *name =
      g_strdup_printf ("%s: %s", label, shift->title != NULL ? shift->title : shown);

  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (shift->path), g_free);
  g_object_set_data (G_OBJECT (button), "signal", GUINT_TO_POINTER (signal));
  atk_object_set_name (gtk_widget_get_accessible (button), name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked), self,
                           G_CONNECT_DEFAULT);
  gtk_container_add (GTK_CONTAINER (row), button);
  return button;
}

static void
add_buttons (DeskRecoveryBar *self, GtkWidget *row, const DeskInterrupted *shift)
{
  GtkWidget *box = g_object_new (DESK_TYPE_WRAP_BOX, "spacing", 6, "visible", TRUE, NULL);
  const gboolean is_exam = shift->header != NULL && shift->header->mode == DESK_MODE_EXAM;
  GtkWidget *aside;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_container_add (GTK_CONTAINER (row), box);
  if (shift->fault == NULL && shift->obstacle == NULL)
    gtk_style_context_add_class (
        gtk_widget_get_style_context (add_button (self, box, shift, GO_ON, _ ("Continue"))),
        "suggested-action");
  /* Whoever sees what an exam came to so far has seen its answers. */
  if (is_exam && shift->fault == NULL && shift->obstacle == NULL)
    add_button (self, box, shift, SUMMARY, _ ("Hand in as it is…"));
  else if (shift->fault == NULL)
    add_button (self, box, shift, SUMMARY, _ ("Show the summary so far"));
  aside = add_button (self, box, shift, PUT_ASIDE, _ ("Put aside…"));
  if (is_exam && shift->fault == NULL && shift->obstacle == NULL)
    gtk_button_set_relief (GTK_BUTTON (aside), GTK_RELIEF_NONE);
  gtk_widget_show_all (box);
}

static void
add_words (GtkWidget *box, const char *words, const char *style_class)
{
  GtkWidget *label = desk_plain_label_new (words, style_class);

  gtk_label_set_width_chars (GTK_LABEL (label), FEWEST_CHARS);
  gtk_container_add (GTK_CONTAINER (box), label);
}

static GtkWidget *
labels_new (const DeskInterrupted *shift)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *shown = g_filename_display_name (shift->path);
  g_autofree char *details = shift->fault == NULL ? describe (shift) : g_strdup (shift->fault);
  const char *title = shift->fault == NULL ? shift->title : shown;

  add_words (box, title, "desk-library-title");
  add_words (box, details, "desk-evidence");
  if (shift->obstacle != NULL) {
    g_autofree char *words = g_strdup_printf (_ ("It cannot be continued. %s"), shift->obstacle);

    add_words (box, words, "desk-partly");
  }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_show (box);
  return box;
}

/* The buttons stand beside the words where there is room. */
static void
add_row (DeskRecoveryBar *self, const DeskInterrupted *shift)
{
  GtkWidget *row = g_object_new (DESK_TYPE_WRAP_BOX, "spacing", 12, "visible", TRUE, NULL);

  gtk_container_add (GTK_CONTAINER (row), labels_new (shift));
  add_buttons (self, row, shift);
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-recovery-row");
  gtk_container_add (self->rows, row);
}

static void
on_put_all_clicked (DeskRecoveryBar *self)
{
  g_signal_emit (self, signals[PUT_ASIDE], 0, NULL);
}

static char *
heading_of (guint n_shifts)
{
  return g_strdup_printf (
      ngettext ("%u shift was interrupted.", "%u shifts were interrupted.", n_shifts), n_shifts);
}

/* Read out when it appears, for it stands before what has the focus. */
static void
show_heading (DeskRecoveryBar *self, guint n_shifts)
{
  g_autofree char *words = heading_of (n_shifts);
  const gboolean is_new = n_shifts > 0 && !gtk_widget_get_visible (GTK_WIDGET (self));

  gtk_label_set_text (GTK_LABEL (self->heading), words);
  gtk_widget_set_visible (GTK_WIDGET (self), n_shifts > 0);
  if (is_new)
    desk_announce (self->heading, words);
}

/* A scrolled pane asks for the height that its rows have on one line each, wherever they wrap: a few stand
 * for themselves. */
static void
scroll_many (DeskRecoveryBar *self, guint n_shifts)
{
  GtkWidget *rows = GTK_WIDGET (self->rows);
  GtkWidget *place = n_shifts >= MANY ? self->scroller : GTK_WIDGET (self);
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (rows, "Å");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MOST_LINES * height);
  gtk_widget_set_visible (self->scroller, n_shifts >= MANY);
  if (gtk_widget_is_ancestor (rows, self->scroller) == (n_shifts >= MANY))
    return;
  g_object_ref (rows);
  gtk_container_remove (GTK_CONTAINER (gtk_widget_get_parent (rows)), rows);
  gtk_container_add (GTK_CONTAINER (place), rows);
  g_object_unref (rows);
}

void
desk_recovery_bar_set_shifts (DeskRecoveryBar *self, GPtrArray *shifts)
{
  g_return_if_fail (DESK_IS_RECOVERY_BAR (self));

  desk_clear_container (self->rows);
  self->n_shifts = shifts->len;
  for (guint i = 0; i < shifts->len; i++)
    add_row (self, shifts->pdata[i]);
  gtk_widget_set_visible (self->put_all, shifts->len >= MANY);
  scroll_many (self, shifts->len);
  show_heading (self, shifts->len);
}

/* The buttons stay as they are, so that the focus stays where it is; whoever is asked does nothing. It is read out:
 * whoever pressed one does not look at the heading. */
void
desk_recovery_bar_set_busy (DeskRecoveryBar *self, gboolean busy)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_RECOVERY_BAR (self));

  words = busy ? g_strdup (_ ("Going back to where the shift was interrupted…"))
               : heading_of (self->n_shifts);
  gtk_label_set_text (GTK_LABEL (self->heading), words);
  if (busy && !self->busy)
    desk_announce (self->heading, words);
  self->busy = busy;
}

static void
desk_recovery_bar_class_init (DeskRecoveryBarClass *klass)
{
  static const char *const names[N_SIGNALS] = {
    [GO_ON] = "go-on", [SUMMARY] = "summary", [PUT_ASIDE] = "put-aside"
  };

  for (guint n = 0; n < N_SIGNALS; n++)
    signals[n] = g_signal_new (names[n], DESK_TYPE_RECOVERY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_head (DeskRecoveryBar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->heading = desk_plain_label_new ("", "desk-recovery-heading");
  self->put_all = gtk_button_new_with_label (_ ("Put all aside…"));
  g_signal_connect_object (self->put_all, "clicked", G_CALLBACK (on_put_all_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_box_pack_start (GTK_BOX (head), self->heading, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (head), self->put_all, FALSE, FALSE, 0);
  gtk_widget_show (head);
  gtk_container_add (GTK_CONTAINER (self), head);
}

static void
desk_recovery_bar_init (DeskRecoveryBar *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  self->rows = GTK_CONTAINER (rows);
  self->scroller = gtk_scrolled_window_new (NULL, NULL);
  g_object_set (self->scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "overlay-scrolling", FALSE,
                "propagate-natural-height", TRUE, "can-focus", FALSE, NULL);
  add_head (self);
  gtk_container_add (GTK_CONTAINER (self), self->scroller);
  gtk_container_add (GTK_CONTAINER (self), rows);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-recovery");
  gtk_widget_show (rows);
}

GtkWidget *
desk_recovery_bar_new (void)
{
  return g_object_new (DESK_TYPE_RECOVERY_BAR, NULL);
}
