/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/faults-page.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/open-outside.h"
#include "app/plain-label.h"

/* The author mends these first. */
#define MOST_SHOWN 200

struct _DeskFaultsPage {
  GtkBox parent_instance;

  GtkLabel *heading; /* borrowed: children, as below */
  GtkLabel *place;
  GtkWidget *faults;
  char *path; /* owned, as below */
  char *text; /* of all faults */
};

G_DEFINE_FINAL_TYPE (DeskFaultsPage, desk_faults_page, GTK_TYPE_BOX)

static void
on_copy_clicked (DeskFaultsPage *self)
{
  gtk_clipboard_set_text (gtk_clipboard_get (GDK_SELECTION_CLIPBOARD), self->text, -1);
  desk_announce (GTK_WIDGET (self), _ ("The faults were copied."));
}

static void
on_edit_clicked (DeskFaultsPage *self)
{
  desk_open_outside (GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self))), self->path);
}

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *style_class)
{
  GtkWidget *label = desk_plain_label_new (text, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 100);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_container_add (GTK_CONTAINER (box), label);
  return label;
}

/* Two lines, of which the one points into the other: neither may be broken. */
static void
add_quote (GtkWidget *box, const char *quote)
{
  GtkWidget *label = add_text (box, quote, "desk-fault-quote");

  gtk_label_set_line_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
}

static void
add_fault (DeskFaultsPage *self, const DeskDiagnostic *fault, const char *quote)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const gboolean is_error = fault->severity == DESK_SEVERITY_ERROR;
  g_autofree char *place = fault->line > 0
                               ? g_strdup_printf (is_error ? _ ("Fault in line %u, column %u")
                                                           : _ ("Warning in line %u, column %u"),
                                                  fault->line, fault->column)
                               : g_strdup (is_error ? _ ("Fault in the file") : _ ("Warning"));

  add_text (box, place, is_error ? "desk-wrong" : "desk-partly");
  add_text (box, fault->message, NULL);
  if (quote != NULL)
    add_quote (box, quote);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "desk-fault");
  gtk_widget_show (box);
  gtk_container_add (GTK_CONTAINER (self->faults), box);
}

static void
add_faults (DeskFaultsPage *self, const DeskOpening *opening)
{
  const guint n = desk_diagnostics_get_n_items (opening->diagnostics);

  for (guint i = 0; i < MIN (n, MOST_SHOWN); i++) {
    g_autofree char *quote = desk_diagnostics_quote (opening->diagnostics, i);

    if (quote != NULL)
      g_strchomp (quote);
    add_fault (self, desk_diagnostics_get_item (opening->diagnostics, i), quote);
  }
  if (n > MOST_SHOWN)
    add_text (self->faults, _ ("There are more; correct these first."), "desk-fault");
}

static void
on_old_fault (GtkWidget *fault, gpointer data)
{
  gtk_widget_destroy (fault);
}

void
desk_faults_page_set_opening (DeskFaultsPage *self, const DeskOpening *opening)
{
  const guint n = desk_diagnostics_count (opening->diagnostics, DESK_SEVERITY_ERROR);
  g_autofree char *heading =
      n > 0 ? g_strdup_printf (ngettext ("This scenario cannot be opened: it has %u fault",
                                         "This scenario cannot be opened: it has %u faults", n),
                               n)
            : g_strdup (_ ("This scenario can be opened, with warnings"));
  g_autofree char *shown =
      g_filename_display_name (desk_diagnostics_get_path (opening->diagnostics));

  g_return_if_fail (DESK_IS_FAULTS_PAGE (self));
  g_free (self->path);
  self->path = g_strdup (desk_diagnostics_get_path (opening->diagnostics));
  g_free (self->text);
  self->text = desk_diagnostics_to_text (opening->diagnostics);
  gtk_label_set_text (self->heading, heading);
  desk_plain_label_set_text (self->place, shown);
  gtk_container_foreach (GTK_CONTAINER (self->faults), on_old_fault, NULL);
  add_faults (self, opening);
}

static void
desk_faults_page_finalize (GObject *object)
{
  g_free (DESK_FAULTS_PAGE (object)->path);
  g_free (DESK_FAULTS_PAGE (object)->text);
  G_OBJECT_CLASS (desk_faults_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, DeskFaultsPage, name)

static void
desk_faults_page_class_init (DeskFaultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_faults_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/frontdesk/Frontdesk/ui/faults-page.ui");
  BIND (heading);
  BIND (place);
  BIND (faults);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
}

static void
desk_faults_page_init (DeskFaultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_faults_page_new (const DeskOpening *opening)
{
  DeskFaultsPage *self = g_object_new (DESK_TYPE_FAULTS_PAGE, NULL);

  desk_faults_page_set_opening (self, opening);
  return GTK_WIDGET (self);
}
