/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/slips-button.h"

#include <glib/gi18n-lib.h>

#include "app/clear-container.h"
#include "app/unchanged.h"
#include "app/wording.h"

/* A list of every call that was answered would take seconds to open towards the end of a long shift. Those
 * whose slips are not logged are listed all, and that of the call on show; of the others so many, and more
 * when they are asked for. */
#define ROWS_FIRST 40

struct _DeskSlipsButton {
  GtkMenuButton parent_instance;

  GtkLabel *label;
  GtkPopover *popover;
  GtkListBox *list;

  DeskSession *session; /* owned */
  const DeskCall *call;
  guint n_rows; /* how many are listed of those that need not be listed */
};

G_DEFINE_FINAL_TYPE (DeskSlipsButton, desk_slips_button, GTK_TYPE_MENU_BUTTON)

enum {
  CALL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DeskScenario *
scenario_of (DeskSlipsButton *self)
{
  return desk_session_get_scenario (self->session);
}

static const DeskCallState *
state_of (DeskSlipsButton *self, const DeskCall *call)
{
  return &desk_session_get_state (self->session)->calls[call->index];
}

static const char *
mark_of (const DeskCallState *call)
{
  if (call->logged)
    return _ ("logged");
  return desk_call_state_has_open_slip (call) ? _ ("not logged") : _ ("nothing written");
}

static GtkWidget *
slip_row_new (DeskSlipsButton *self, const DeskCall *call)
{
  g_autofree char *caller = desk_wording_caller (call, scenario_of (self)->country);
  g_autofree char *clock = desk_wording_clock (state_of (self, call)->due_ms);
  gboolean open = desk_call_state_has_open_slip (state_of (self, call));
  const char *mark = mark_of (state_of (self, call));
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", caller, clock, mark);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (caller);
  GtkWidget *when = gtk_label_new (clock);
  GtkWidget *state = gtk_label_new (mark);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 28);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (when), "desk-figure");
  gtk_style_context_add_class (gtk_widget_get_style_context (state),
                               open ? "desk-not-logged" : "dim-label");
  gtk_container_add (GTK_CONTAINER (box), when);
  gtk_box_pack_start (GTK_BOX (box), name, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (box), state, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-slip-row");
  atk_object_set_name (gtk_widget_get_accessible (row), spoken);
  g_object_set_data (G_OBJECT (row), "call", (gpointer) call);
  gtk_widget_show_all (row);
  return row;
}

static GtkWidget *
more_row_new (guint n_left)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u earlier call", "%u earlier calls", n_left), n_left);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_container_add (GTK_CONTAINER (row), gtk_label_new (words));
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-slip-row");
  gtk_widget_show_all (row);
  return row;
}

static gboolean
must_be_listed (DeskSlipsButton *self, const DeskCall *call)
{
  return call == self->call || desk_call_state_has_open_slip (state_of (self, call));
}

/* The latest call first. Of the rows that are new since there were `n_before`, the first is returned; else
 * the row of the call on show, else the latest. */
static GtkWidget *
fill (DeskSlipsButton *self, guint n_before)
{
  DeskScenario *scenario = scenario_of (self);
  guint n_others = 0;
  GtkWidget *current = NULL;
  gboolean settled = FALSE;

  for (guint i = scenario->n_calls; i-- > 0;) {
    const DeskCall *call = scenario->calls[i];
    GtkWidget *row;

    if (!state_of (self, call)->answered)
      continue;
    if (!must_be_listed (self, call) && ++n_others > self->n_rows)
      continue;
    row = slip_row_new (self, call);
    gtk_container_add (GTK_CONTAINER (self->list), row);
    if (current == NULL ||
        (!settled && (n_before > 0 ? n_others > n_before : call == self->call))) {
      settled = current != NULL;
      current = row;
    }
  }
  if (n_others > self->n_rows)
    gtk_container_add (GTK_CONTAINER (self->list), more_row_new (n_others - self->n_rows));
  return current;
}

static void
clear (DeskSlipsButton *self)
{
  desk_clear_container (GTK_CONTAINER (self->list));
}

/* The keyboard starts at the call on show, or at the first of the rows that are new. */
static void
list_slips (DeskSlipsButton *self, guint n_before)
{
  GtkWidget *current;

  clear (self);
  current = fill (self, n_before);
  if (current == NULL)
    return;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (current));
  gtk_widget_grab_focus (current);
}

static void
on_opened (DeskSlipsButton *self)
{
  self->n_rows = ROWS_FIRST;
  list_slips (self, 0);
}

static void
list_more (DeskSlipsButton *self)
{
  const guint n_before = self->n_rows;

  self->n_rows *= 2;
  list_slips (self, n_before);
}

static void
on_row_activated (DeskSlipsButton *self, GtkListBoxRow *row)
{
  const DeskCall *call = g_object_get_data (G_OBJECT (row), "call");

  if (call == NULL) {
    list_more (self);
    return;
  }
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CALL_CHOSEN], 0, call);
}

static void
count (DeskSlipsButton *self)
{
  DeskScenario *scenario = scenario_of (self);
  guint n_answered = 0, n_open = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < scenario->n_calls; i++) {
    const DeskCall *call = scenario->calls[i];

    n_answered += state_of (self, call)->answered ? 1 : 0;
    n_open += desk_call_state_has_open_slip (state_of (self, call)) ? 1 : 0;
  }
  words = n_open > 0 ? g_strdup_printf (ngettext ("%u not logged", "%u not logged", n_open), n_open)
                     : g_strdup (_ ("All slips"));
  desk_text_unless_same (self->label, words);
  gtk_widget_set_visible (GTK_WIDGET (self), n_answered > 0);
}

static void
on_session_event (DeskSlipsButton *self, const DeskEvent *event)
{
  if (event->type == DESK_EVENT_ANSWERED || event->type == DESK_EVENT_MESSAGE_LOGGED)
    count (self);
}

void
desk_slips_button_set_session (DeskSlipsButton *self, DeskSession *session)
{
  g_return_if_fail (DESK_IS_SLIPS_BUTTON (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "event", G_CALLBACK (on_session_event), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "drafted", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  count (self);
}

void
desk_slips_button_set_call (DeskSlipsButton *self, const DeskCall *call)
{
  self->call = call;
}

static void
desk_slips_button_finalize (GObject *object)
{
  g_clear_object (&DESK_SLIPS_BUTTON (object)->session);
  G_OBJECT_CLASS (desk_slips_button_parent_class)->finalize (object);
}

static void
desk_slips_button_class_init (DeskSlipsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_slips_button_finalize;
  signals[CALL_CHOSEN] = g_signal_new ("call-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/slips-button.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSlipsButton, label);
  gtk_widget_class_bind_template_child (widget_class, DeskSlipsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, DeskSlipsButton, list);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
desk_slips_button_init (DeskSlipsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
