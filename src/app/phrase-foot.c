/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/phrase-foot.h"

#include <glib/gi18n-lib.h>

#include "app/unchanged.h"

/* What is less is the margin around the phrases, and no part of one; px. */
#define MARGIN 6

/* Its room is kept while it has nothing to say, so that nothing moves. */

struct _DeskPhraseFoot {
  GtkBox parent_instance;

  GtkLabel *spoken;
  GtkLabel *more;
  GtkAdjustment *adjustment; /* owned */
};

G_DEFINE_FINAL_TYPE (DeskPhraseFoot, desk_phrase_foot, GTK_TYPE_BOX)

static void
on_pointed (DeskPhraseFoot *self, const char *words)
{
  g_autofree char *quoted = words != NULL ? g_strdup_printf (_ ("“%s”"), words) : g_strdup ("");

  desk_text_unless_same (self->spoken, quoted);
}

static void
on_scrolled (DeskPhraseFoot *self)
{
  GtkAdjustment *adjustment = self->adjustment;
  const double below =
      gtk_adjustment_get_upper (adjustment) -
      (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment));
  const double above =
      gtk_adjustment_get_value (adjustment) - gtk_adjustment_get_lower (adjustment);

  /* Translators: there are more phrases than are in sight; scroll for them */
  desk_text_unless_same (self->more, below > MARGIN   ? _ ("▾ more below")
                                     : above > MARGIN ? _ ("▴ more above")
                                                      : "");
}

static GtkLabel *
label_new (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_style_context_add_class (gtk_widget_get_style_context (label), style_class);
  gtk_widget_show (label);
  return GTK_LABEL (label);
}

GtkWidget *
desk_phrase_foot_new (DeskPhraseGrid *grid, GtkAdjustment *adjustment)
{
  DeskPhraseFoot *self = g_object_new (DESK_TYPE_PHRASE_FOOT, "visible", TRUE, "spacing", 12, NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (grid, "pointed", G_CALLBACK (on_pointed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  on_scrolled (self);
  return GTK_WIDGET (self);
}

static void
desk_phrase_foot_finalize (GObject *object)
{
  g_clear_object (&DESK_PHRASE_FOOT (object)->adjustment);
  G_OBJECT_CLASS (desk_phrase_foot_parent_class)->finalize (object);
}

static void
desk_phrase_foot_class_init (DeskPhraseFootClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_phrase_foot_finalize;
}

static void
desk_phrase_foot_init (DeskPhraseFoot *self)
{
  self->spoken = label_new ("desk-phrase-spoken");
  self->more = label_new ("desk-phrase-more");
  gtk_label_set_xalign (self->spoken, 0);
  gtk_label_set_ellipsize (self->spoken, PANGO_ELLIPSIZE_END);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)),
                               "desk-phrase-foot");
  gtk_box_pack_start (GTK_BOX (self), GTK_WIDGET (self->spoken), TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (self), GTK_WIDGET (self->more), FALSE, FALSE, 0);
}
