/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/library-row.h"

#include <glib/gi18n-lib.h>

#include "app/plain-label.h"
#include "app/reach.h"
#include "app/style-class.h"
#include "app/wording.h"

#define MOST_WIDTH                                                                                 \
  1240 /* px at the usual size of the text, over which the eye finds the score of a title */

struct _DeskLibraryRow {
  GtkListBoxRow parent_instance;

  DeskLibraryEntry *entry; /* owned */
  GtkLabel *title;         /* borrowed: children, as below */
  GtkLabel *details;
  GtkLabel *faults;
  GtkLabel *score;
};

G_DEFINE_FINAL_TYPE (DeskLibraryRow, desk_library_row, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
add_label (GtkWidget *box, const char *style_class, float xalign)
{
  GtkWidget *label = desk_plain_label_new ("", style_class);

  gtk_label_set_line_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_container_add (GTK_CONTAINER (box), label);
  return GTK_LABEL (label);
}

/* "Yours · Nordvik Bygg · Beginner · Swedish · 4 lines · 8 minutes, 5 calls" */
static char *
describe (const DeskLibraryEntry *entry)
{
  g_autofree char *language = NULL, *lines = NULL, *duration = NULL, *calls = NULL, *words = NULL;

  if (entry->n_errors > 0)
    return g_filename_display_name (entry->folder);
  language = desk_wording_language (entry->language);
  lines = g_strdup_printf (ngettext ("%u line", "%u lines", entry->n_lines), entry->n_lines);
  duration = desk_wording_duration (entry->duration_ms);
  calls = g_strdup_printf (ngettext ("%u call", "%u calls", entry->n_calls), entry->n_calls);
  words = g_strjoin (" · ", entry->organisation, desk_wording_level (entry->level), language, lines,
                     duration, calls, NULL);
  return entry->origin == DESK_ORIGIN_OWN ? g_strjoin (" · ", _ ("Yours"), words, NULL)
                                          : g_steal_pointer (&words);
}

static char *
describe_faults (const DeskLibraryEntry *entry)
{
  if (entry->n_errors > 0)
    return g_strdup_printf (ngettext ("%u fault", "%u faults", entry->n_errors), entry->n_errors);
  if (entry->n_warnings > 0)
    return g_strdup_printf (ngettext ("%u warning", "%u warnings", entry->n_warnings),
                            entry->n_warnings);
  return g_strdup ("");
}

static void
name_row (DeskLibraryRow *self)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));
  const char *faults = gtk_label_get_text (self->faults);
  g_autofree char *name = g_strdup_printf ("%s. %s", gtk_label_get_text (self->title),
                                           gtk_label_get_text (self->details));
  g_autofree char *description =
      g_strjoin (*faults != '\0' ? ". " : "", faults, gtk_label_get_text (self->score), NULL);

  atk_object_set_name (accessible, name);
  atk_object_set_description (accessible, description);
}

void
desk_library_row_set_entry (DeskLibraryRow *self, DeskLibraryEntry *entry)
{
  g_autofree char *details = describe (entry);
  g_autofree char *faults = describe_faults (entry);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self->faults));

  g_return_if_fail (DESK_IS_LIBRARY_ROW (self));
  desk_library_entry_ref (entry);
  g_clear_pointer (&self->entry, desk_library_entry_unref);
  self->entry = entry;
  desk_plain_label_set_text (self->title, entry->title);
  desk_plain_label_set_text (self->details, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->details), gtk_label_get_text (self->details));
  gtk_label_set_text (self->faults, faults);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), *faults != '\0');
  gtk_style_context_remove_class (style, entry->n_errors > 0 ? "desk-partly" : "desk-wrong");
  gtk_style_context_add_class (style, entry->n_errors > 0 ? "desk-wrong" : "desk-partly");
  name_row (self);
}

void
desk_library_row_set_score (DeskLibraryRow *self, const DeskHistoryScore *score)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DESK_IS_LIBRARY_ROW (self));
  if (score != NULL)
    words = g_strdup_printf (_ ("Last %.2f · best %.2f"), score->last, score->best);
  else
    words = g_strdup (_ ("Not worked yet"));
  gtk_label_set_text (self->score, words);
  desk_style_class_set (GTK_WIDGET (self->score), "dim-label", score == NULL);
  name_row (self);
}

DeskLibraryEntry *
desk_library_row_get_entry (DeskLibraryRow *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY_ROW (self), NULL);
  return self->entry;
}

static void
desk_library_row_finalize (GObject *object)
{
  g_clear_pointer (&DESK_LIBRARY_ROW (object)->entry, desk_library_entry_unref);
  G_OBJECT_CLASS (desk_library_row_parent_class)->finalize (object);
}

static void
desk_library_row_class_init (DeskLibraryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_library_row_finalize;
}

static void
desk_library_row_init (DeskLibraryRow *self)
{
  GtkWidget *reach = desk_reach_new (MOST_WIDTH, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = add_label (left, "desk-library-title", 0);
  self->details = add_label (left, "desk-evidence", 0);
  gtk_label_set_line_wrap (self->details, TRUE);
  gtk_label_set_lines (self->details, 2);
  self->faults = add_label (right, "desk-library-faults", 1);
  self->score = add_label (right, "desk-figure", 1);
  gtk_label_set_ellipsize (self->score, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (right, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), left, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), right, FALSE, FALSE, 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (row), "desk-library-row");
  gtk_container_add (GTK_CONTAINER (reach), row);
  gtk_container_add (GTK_CONTAINER (self), reach);
  gtk_widget_show (left);
  gtk_widget_show (right);
  gtk_widget_show (row);
  gtk_widget_show (GTK_WIDGET (self));
}

GtkWidget *
desk_library_row_new (DeskLibraryEntry *entry)
{
  DeskLibraryRow *self = g_object_new (DESK_TYPE_LIBRARY_ROW, NULL);

  desk_library_row_set_entry (self, entry);
  desk_library_row_set_score (self, NULL);
  return GTK_WIDGET (self);
}
