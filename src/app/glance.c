/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/glance.h"

#include <glib/gi18n-lib.h>

#include "app/clock.h"
#include "app/lamp.h"
#include "app/promise-menu.h"
#include "app/roving-focus.h"
#include "app/unchanged.h"
#include "app/wording.h"
#include "report/words.h"

typedef enum {
  WAITING,
  TALKING,
  PROMISED,
} Question;

#define N_QUESTIONS ((guint) PROMISED + 1)

/* One question and its answer. */
typedef struct {
  GtkWidget *button;
  GtkWidget *lamp;
  GtkLabel *heading;
  GtkLabel *words;
  DeskClock *clock;
  const char *state_class; /* that the button has; or NULL */
} Segment;

struct _DeskGlance {
  GtkBox parent_instance;

  Segment segments[N_QUESTIONS]; /* widgets are the box's */
  DeskPromiseMenu *menu;         /* likewise */
  DeskSession *session;          /* owned */
};

G_DEFINE_FINAL_TYPE (DeskGlance, desk_glance, GTK_TYPE_BOX)

enum {
  LINE,
  CALL,
  SLIP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const DeskState *
state_of (DeskGlance *self)
{
  return desk_session_get_state (self->session);
}

static char *
caller_of (DeskGlance *self, const DeskCall *call)
{
  return desk_wording_caller (call, state_of (self)->scenario->country);
}

/* Its parts are coloured by it, so that setting it anew would have GTK look at the style of each. */
static void
set_state_class (Segment *segment, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (segment->button);

  if (segment->state_class == name)
    return;
  if (segment->state_class != NULL)
    gtk_style_context_remove_class (style, segment->state_class);
  segment->state_class = name;
  gtk_style_context_add_class (style, name);
}

/* An answer: to whom `words` belong, how their line stands, and since when; since_ms -1: no clock. */
static void
show (DeskGlance *self, Question question, DeskLineState state, const char *words, gint64 since_ms)
{
  Segment *segment = &self->segments[question];
  g_autofree char *spoken =
      g_strdup_printf ("%s: %s", gtk_label_get_text (segment->heading), words);
  g_autofree char *clock =
      since_ms < 0 ? g_strdup ("") : desk_wording_clock (state_of (self)->now_ms - since_ms);

  set_state_class (segment, desk_line_state_name (state));
  g_object_set (segment->lamp, "state", (guint) state, NULL);
  desk_text_unless_same (segment->words, words);
  desk_clock_set_text (segment->clock, clock);
  desk_name_unless_same (segment->button, spoken);
}

static void
set_heading (DeskGlance *self, Question question, const char *words, guint n)
{
  g_autofree char *counted = n > 1 ? g_strdup_printf ("%s (%u)", words, n) : g_strdup (words);

  desk_text_unless_same (self->segments[question].heading, counted);
}

static void
show_line (DeskGlance *self, Question question, guint line, const char *whom)
{
  const DeskCallState *call = desk_state_on_line (state_of (self), line);
  g_autofree char *words = g_strdup_printf (_ ("Line %u · %s · %s"), line, whom,
                                            desk_words_line_state (call->line_state));

  show (self, question, call->line_state, words, call->since_ms);
}

static void
show_waiting (DeskGlance *self)
{
  guint line = desk_state_longest_waiting (state_of (self));
  g_autofree char *caller = NULL;

  set_heading (self, WAITING, _ ("Waiting longest"), desk_state_n_waiting (state_of (self)));
  if (line == 0) {
    show (self, WAITING, DESK_LINE_IDLE, _ ("Nobody is waiting"), -1);
    return;
  }
  caller = caller_of (self, desk_state_call_on_line (state_of (self), line));
  show_line (self, WAITING, line, caller);
}

static void
show_talking (DeskGlance *self)
{
  guint line = desk_state_handset (state_of (self));
  const DeskCallState *call = line > 0 ? desk_state_on_line (state_of (self), line) : NULL;
  g_autofree char *caller = NULL;

  if (call == NULL) {
    show (self, TALKING, DESK_LINE_IDLE, _ ("Nobody"), -1);
    return;
  }
  caller = call->line_state == DESK_LINE_CONSULTING
               ? g_strdup (call->colleague->name)
               : caller_of (self, desk_state_call_on_line (state_of (self), line));
  show_line (self, TALKING, line, caller);
}

static void
show_promised (DeskGlance *self)
{
  g_autoptr (GArray) promises = desk_promises (state_of (self));
  const DeskPromise *oldest = (const DeskPromise *) (gpointer) promises->data;
  g_autofree char *words = NULL;

  desk_promise_menu_update (self->menu, state_of (self), promises);
  set_heading (self, PROMISED, _ ("You promised"), promises->len);
  if (promises->len == 0) {
    show (self, PROMISED, DESK_LINE_IDLE, _ ("Nothing"), -1);
    return;
  }
  words = desk_promise_words (oldest, state_of (self)->scenario);
  show (self, PROMISED, state_of (self)->calls[oldest->call->index].line_state, words,
        oldest->since_ms);
}

void
desk_glance_update (DeskGlance *self)
{
  g_return_if_fail (DESK_IS_GLANCE (self));
  show_waiting (self);
  show_talking (self);
  show_promised (self);
}

/* Where the answers lead. */

static void
on_waiting_clicked (DeskGlance *self)
{
  guint line = desk_state_longest_waiting (state_of (self));

  if (line > 0)
    g_signal_emit (self, signals[LINE], 0, line);
}

static void
on_talking_clicked (DeskGlance *self)
{
  guint line = desk_state_handset (state_of (self));

  if (line > 0)
    g_signal_emit (self, signals[CALL], 0, desk_state_call_on_line (state_of (self), line));
}

static void
go_to (DeskGlance *self, const DeskPromise *promise)
{
  g_signal_emit (self, signals[promise->kind == DESK_PROMISE_MESSAGE ? SLIP : CALL], 0,
                 promise->call);
}

static void
on_promised_clicked (DeskGlance *self)
{
  g_autoptr (GArray) promises = desk_promises (state_of (self));

  if (promises->len > 0)
    go_to (self, &g_array_index (promises, DeskPromise, 0));
}

void
desk_glance_set_session (DeskGlance *self, DeskSession *session)
{
  g_return_if_fail (DESK_IS_GLANCE (self) && self->session == NULL);
  self->session = g_object_ref (session);
  desk_glance_update (self);
}

/* Making. */

static GtkLabel *
label_new (GtkContainer *box, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style_class);
  gtk_container_add (box, label);
  return GTK_LABEL (label);
}

static void
add_segment (DeskGlance *self, Question question, void (*on_clicked) (DeskGlance *self))
{
  Segment *segment = &self->segments[question];
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  segment->button = gtk_button_new ();
  segment->lamp = g_object_new (DESK_TYPE_LAMP, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_button_set_relief (GTK_BUTTON (segment->button), GTK_RELIEF_NONE);
  gtk_style_context_add_class (gtk_widget_get_style_context (segment->button),
                               "desk-glance-segment");
  gtk_container_add (GTK_CONTAINER (row), segment->lamp);
  segment->heading = label_new (GTK_CONTAINER (head), "desk-glance-heading");
  segment->clock = DESK_CLOCK (desk_clock_new ());
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (segment->clock)),
                               "desk-figure");
  gtk_container_add (GTK_CONTAINER (head), GTK_WIDGET (segment->clock));
  gtk_container_add (GTK_CONTAINER (column), head);
  segment->words = label_new (GTK_CONTAINER (column), "desk-glance-words");
  gtk_box_pack_start (GTK_BOX (row), column, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (segment->button), row);
  gtk_box_pack_start (GTK_BOX (place), segment->button, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self), place);
  gtk_widget_show_all (place);
  g_signal_connect_object (segment->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
}

static void
add_menu (DeskGlance *self)
{
  GtkWidget *menu = desk_promise_menu_new ();
  GtkWidget *place = gtk_widget_get_parent (self->segments[PROMISED].button);

  self->menu = DESK_PROMISE_MENU (menu);
  gtk_box_pack_end (GTK_BOX (place), menu, FALSE, FALSE, 0);
  g_signal_connect_object (menu, "chosen", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
}

static void
desk_glance_dispose (GObject *object)
{
  g_clear_object (&DESK_GLANCE (object)->session);
  G_OBJECT_CLASS (desk_glance_parent_class)->dispose (object);
}

static void
desk_glance_class_init (DeskGlanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_glance_dispose;
  signals[LINE] = g_signal_new ("line", DESK_TYPE_GLANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CALL] = g_signal_new ("call", DESK_TYPE_GLANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SLIP] = g_signal_new ("slip", DESK_TYPE_GLANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
desk_glance_init (DeskGlance *self)
{
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "desk-glance");
  add_segment (self, WAITING, on_waiting_clicked);
  add_segment (self, TALKING, on_talking_clicked);
  add_segment (self, PROMISED, on_promised_clicked);
  add_menu (self);
  desk_roving_focus_add (GTK_WIDGET (self));
  set_heading (self, TALKING, _ ("Speaking to"), 0);
}
