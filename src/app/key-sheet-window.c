/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/key-sheet-window.h"

#include <glib/gi18n-lib.h>

#include "app/key-sheet-paper.h"
#include "app/page-scroller.h"
#include "app/save-dialog.h"
#include "app/tell-dialog.h"
#include "report/paper-size.h"

struct _DeskKeySheetWindow {
  GtkWindow parent_instance;

  GtkWidget *paper; /* borrowed: a child */

  DeskKeys *keys;         /* owned, as below */
  DeskScenario *scenario; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DeskKeySheetWindow, desk_key_sheet_window, GTK_TYPE_WINDOW)

#define EDGE 12 /* between the paper and the window, pixels */

/* The paper is white in every theme, as what comes out of the printer. */
static gboolean
on_draw (DeskKeySheetWindow *self, cairo_t *cairo)
{
  const DeskPaperSize *size = desk_paper_size_usual ();
  const double width = gtk_widget_get_allocated_width (self->paper) - 2. * EDGE;
  const double scale = width / size->width;

  cairo_translate (cairo, EDGE, EDGE);
  cairo_scale (cairo, scale, scale);
  cairo_rectangle (cairo, 0, 0, size->width, size->height);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_fill_preserve (cairo);
  cairo_set_source_rgb (cairo, .5, .5, .5);
  cairo_set_line_width (cairo, 1 / scale);
  cairo_stroke (cairo);
  desk_key_sheet_draw (cairo, size->width, size->height, self->keys, self->scenario);
  return GDK_EVENT_STOP;
}

/* As high as the paper is for the width it has. */
static void
on_size_allocate (DeskKeySheetWindow *self, GdkRectangle *allocation)
{
  const DeskPaperSize *size = desk_paper_size_usual ();
  const int height = (int) ((allocation->width - 2 * EDGE) * size->height / size->width) + 2 * EDGE;
  int before;

  gtk_widget_get_size_request (self->paper, NULL, &before);
  if (before != height)
    gtk_widget_set_size_request (self->paper, 420, height);
}

static void
on_keys_changed (DeskKeySheetWindow *self)
{
  g_autofree char *text = desk_key_sheet_text (self->keys, self->scenario);

  atk_object_set_description (gtk_widget_get_accessible (self->paper), text);
  gtk_widget_queue_draw (self->paper);
}

/* Out of the window. */

static void
complain (DeskKeySheetWindow *self, const char *what, const GError *error)
{
  desk_tell_dialog_new (GTK_WINDOW (self), GTK_MESSAGE_ERROR, what, error->message, NULL);
}

static void
on_print (DeskKeySheetWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = desk_key_sheet_print_new (self->keys, self->scenario);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           &error);
  if (error != NULL)
    complain (self, _ ("The sheet could not be printed."), error);
}

static void export(DeskKeySheetWindow *self, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = desk_key_sheet_print_new (self->keys, self->scenario);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (self), &error);
  if (error != NULL)
    complain (self, _ ("The sheet could not be saved."), error);
}

static void
on_answered (const DeskSaveAnswer *answer, gpointer data)
{
  g_autoptr (DeskKeySheetWindow) self = data;
  g_autofree char *path = answer->file != NULL ? g_file_get_path (answer->file) : NULL;

  if (path != NULL && gtk_widget_get_visible (GTK_WIDGET (self))) /* it may have been closed */
    export(self, path);
}

static void
on_save (DeskKeySheetWindow *self)
{
  static const DeskSaveKind kind = { ".pdf", N_ ("Sheet to print (PDF)") };

  desk_save_dialog_ask (desk_save_dialog_new (_ ("Save the sheet of keys"), GTK_WINDOW (self),
                                              &kind, 1, _ ("Keys of Frontdesk.pdf")),
                        on_answered, g_object_ref (self));
}

static gboolean
desk_key_sheet_window_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  if (GTK_WIDGET_CLASS (desk_key_sheet_window_parent_class)->key_press_event (widget, event))
    return GDK_EVENT_STOP;
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

/* Making. */

static GtkWidget *
button_new (DeskKeySheetWindow *self, const char *label, void (*clicked) (DeskKeySheetWindow *))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
buttons_new (DeskKeySheetWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *change = gtk_button_new_with_mnemonic (_ ("_Change keys…"));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (change), "win.preferences('keys')");
  gtk_box_pack_start (GTK_BOX (box), change, FALSE, FALSE, 0);
  gtk_box_pack_end (GTK_BOX (box), button_new (self, _ ("_Print…"), on_print), FALSE, FALSE, 0);
  gtk_box_pack_end (GTK_BOX (box), button_new (self, _ ("_Save as PDF…"), on_save), FALSE, FALSE,
                    0);
  g_object_set (box, "margin", 8, NULL);
  return box;
}

GtkWidget *
desk_key_sheet_window_new (GtkWindow *parent, DeskKeys *keys, DeskScenario *scenario)
{
  DeskKeySheetWindow *self =
      g_object_new (DESK_TYPE_KEY_SHEET_WINDOW, "transient-for", parent, NULL);

  self->keys = g_object_ref (keys);
  self->scenario = scenario != NULL ? desk_scenario_ref (scenario) : NULL;
  if (G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  g_signal_connect_object (keys, "changed", G_CALLBACK (on_keys_changed), self, G_CONNECT_SWAPPED);
  on_keys_changed (self);
  return GTK_WIDGET (self);
}

static void
desk_key_sheet_window_finalize (GObject *object)
{
  DeskKeySheetWindow *self = DESK_KEY_SHEET_WINDOW (object);

  g_clear_object (&self->keys);
  g_clear_pointer (&self->scenario, desk_scenario_unref);
  G_OBJECT_CLASS (desk_key_sheet_window_parent_class)->finalize (object);
}

static void
desk_key_sheet_window_class_init (DeskKeySheetWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_key_sheet_window_finalize;
  GTK_WIDGET_CLASS (klass)->key_press_event = desk_key_sheet_window_key_press_event;
}

static void
desk_key_sheet_window_init (DeskKeySheetWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->paper = gtk_drawing_area_new ();
  gtk_widget_set_can_focus (self->paper, TRUE);
  atk_object_set_name (gtk_widget_get_accessible (self->paper), _ ("Keys of Frontdesk"));
  g_signal_connect_object (self->paper, "draw", G_CALLBACK (on_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper, "size-allocate", G_CALLBACK (on_size_allocate), self,
                           G_CONNECT_SWAPPED);
  gtk_box_pack_start (GTK_BOX (box), buttons_new (self), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), desk_page_scroller_new (self->paper), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self), box);
  gtk_widget_show_all (box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Keys of Frontdesk"));
  gtk_window_set_type_hint (GTK_WINDOW (self), GDK_WINDOW_TYPE_HINT_DIALOG);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_position (GTK_WINDOW (self), GTK_WIN_POS_CENTER_ON_PARENT);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 760);
}
