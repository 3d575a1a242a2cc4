/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/symbol-size.h"

#include "app/text-scale.h"

/* Symbols are in many templates, and made by GTK itself. What tells each of them the size of its text is the
 * change of its style, which every widget goes through before it is drawn: it is there that they are met,
 * all of them. */

#define DONE "desk-symbol-size"

/* The pixels of a symbol that usually has `usual`, where text is `scale` times as large as usual. */
static int
size_at (int usual, double scale)
{
  return MAX (usual, (int) (usual * scale + 0.5));
}

/* The pixels GTK would give it; 0: it is no symbol beside text, or was given a size of its own. */
static int
usual_size_of (GtkImage *image)
{
  GtkIconSize size;
  int width, height;

  if (gtk_image_get_pixel_size (image) != -1 && g_object_get_data (G_OBJECT (image), DONE) == NULL)
    return 0;
  g_object_get (image, "icon-size", &size, NULL);
  if (size == GTK_ICON_SIZE_DIALOG || !gtk_icon_size_lookup (size, &width, &height))
    return 0;
  return height;
}

static gboolean
on_style_updated (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  int usual, size;

  if (!GTK_IS_IMAGE (widget) || (usual = usual_size_of (GTK_IMAGE (widget))) == 0)
    return TRUE;
  size = size_at (usual, desk_text_scale (widget));
  g_object_set_data (G_OBJECT (widget), DONE, GINT_TO_POINTER (TRUE));
  if (size != gtk_image_get_pixel_size (GTK_IMAGE (widget)))
    gtk_image_set_pixel_size (GTK_IMAGE (widget), size);
  return TRUE;
}

void
desk_symbols_follow_text (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("style-updated", G_TYPE_FROM_CLASS (klass)), 0,
                              on_style_updated, NULL, NULL);
}
