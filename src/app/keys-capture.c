/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/keys-capture.h"

#include <glib/gi18n-lib.h>

#include "app/announce.h"
#include "app/plain-label.h"

/* Every key goes to the question, Tab and Enter too, so that they can be refused with a reason. Once a
 * key of another action was pressed there is something to answer: then Enter, Space and Tab work the
 * buttons, and any other key is a new try. */

struct _DeskKeysCapture {
  GtkDialog parent_instance;

  GtkWidget *pressed; /* borrowed children, as below */
  GtkWidget *words;
  GtkWidget *take_over;

  DeskKeys *keys;              /* owned */
  const DeskKeyAction *action; /* of the keys' table */
  DeskKeyStroke stroke;
  gboolean asks; /* whether to take over */
};

G_DEFINE_FINAL_TYPE (DeskKeysCapture, desk_keys_capture, GTK_TYPE_DIALOG)

static void
tell (DeskKeysCapture *self, const char *words)
{
  desk_plain_label_set_text (GTK_LABEL (self->words), words);
  desk_announce (self->words, words);
}

static void
set_asks (DeskKeysCapture *self, gboolean asks)
{
  self->asks = asks;
  gtk_widget_set_sensitive (self->take_over, asks);
  if (asks)
    gtk_widget_grab_focus (self->take_over);
}

static void
ask (DeskKeysCapture *self, const DeskKeyAction *holder)
{
  g_autofree char *label = desk_key_action_label (holder);
  g_autofree char *key = desk_key_stroke_label (self->stroke);
  g_autofree char *words = g_strdup_printf (
      _ ("%s is the key of “%s”. If you take it over, “%s” has no key."), key, label, label);

  set_asks (self, TRUE);
  tell (self, words);
}

static void
refuse (DeskKeysCapture *self, DeskKeyVerdict verdict)
{
  set_asks (self, FALSE);
  self->stroke = (DeskKeyStroke){ 0 };
  tell (self, desk_key_verdict_words (verdict));
}

static void
take (DeskKeysCapture *self, DeskKeyStroke stroke)
{
  g_autofree char *label = desk_key_stroke_label (stroke);
  const DeskKeyVerdict verdict = desk_key_stroke_judge (stroke);
  const DeskKeyAction *holder = desk_keys_find_stroke (self->keys, stroke);

  gtk_label_set_text (GTK_LABEL (self->pressed), label);
  if (verdict != DESK_KEY_ALLOWED) {
    refuse (self, verdict);
    return;
  }
  self->stroke = stroke;
  if (holder != NULL && holder != self->action)
    ask (self, holder);
  else
    gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_ACCEPT);
}

static gboolean
works_buttons (DeskKeyStroke stroke)
{
  return (stroke.modifiers & ~(guint) GDK_SHIFT_MASK) == 0 &&
         (stroke.key == GDK_KEY_Tab || stroke.key == GDK_KEY_Return ||
          stroke.key == GDK_KEY_KP_Enter || stroke.key == GDK_KEY_space);
}

static gboolean
desk_keys_capture_key_press_event (GtkWidget *widget, GdkEventKey *event)
{
  DeskKeysCapture *self = DESK_KEYS_CAPTURE (widget);
  const DeskKeyPress press = desk_key_press_read (gtk_widget_get_display (widget), event);
  const DeskKeyStroke stroke = desk_key_press_stroke (&press);

  if (stroke.key == GDK_KEY_Escape && stroke.modifiers == 0) {
    gtk_dialog_response (GTK_DIALOG (self), GTK_RESPONSE_CANCEL);
    return GDK_EVENT_STOP;
  }
  if (self->asks && works_buttons (stroke))
    return GTK_WIDGET_CLASS (desk_keys_capture_parent_class)->key_press_event (widget, event);
  if (desk_key_stroke_judge (stroke) != DESK_KEY_MODIFIER_ALONE)
    take (self, stroke);
  return GDK_EVENT_STOP;
}

DeskKeyStroke
desk_keys_capture_get_stroke (DeskKeysCapture *self)
{
  g_return_val_if_fail (DESK_IS_KEYS_CAPTURE (self), (DeskKeyStroke){ 0 });
  return self->stroke;
}

GtkWidget *
desk_keys_capture_new (GtkWindow *parent, DeskKeys *keys, const DeskKeyAction *action)
{
  DeskKeysCapture *self = g_object_new (DESK_TYPE_KEYS_CAPTURE, "transient-for", parent, NULL);
  g_autofree char *label = desk_key_action_label (action);
  g_autofree char *question = g_strdup_printf (_ ("Press the new key for “%s”."), label);

  self->keys = g_object_ref (keys);
  self->action = action;
  gtk_label_set_text (GTK_LABEL (self->pressed), "…");
  desk_plain_label_set_text (GTK_LABEL (self->words), question);
  return GTK_WIDGET (self);
}

static void
desk_keys_capture_finalize (GObject *object)
{
  g_clear_object (&DESK_KEYS_CAPTURE (object)->keys);
  G_OBJECT_CLASS (desk_keys_capture_parent_class)->finalize (object);
}

static void
desk_keys_capture_class_init (DeskKeysCaptureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_keys_capture_finalize;
  GTK_WIDGET_CLASS (klass)->key_press_event = desk_keys_capture_key_press_event;
}

static void
desk_keys_capture_init (DeskKeysCapture *self)
{
  GtkBox *content = GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (self)));

  self->words = desk_plain_label_new ("", NULL);
  self->pressed = desk_plain_label_new ("", "desk-captured-key");
  gtk_label_set_xalign (GTK_LABEL (self->pressed), .5);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), 46);
  gtk_label_set_width_chars (GTK_LABEL (self->words), 46);
  gtk_widget_set_size_request (self->words, -1, 60);
  gtk_box_set_spacing (content, 12);
  g_object_set (content, "margin", 18, NULL);
  gtk_box_pack_start (content, self->pressed, FALSE, FALSE, 0);
  gtk_box_pack_start (content, self->words, TRUE, TRUE, 0);
  gtk_dialog_add_button (GTK_DIALOG (self), _ ("Cancel (Escape)"), GTK_RESPONSE_CANCEL);
  self->take_over = gtk_dialog_add_button (GTK_DIALOG (self), _ ("Take over"), GTK_RESPONSE_ACCEPT);
  gtk_window_set_title (GTK_WINDOW (self), _ ("New key"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  set_asks (self, FALSE);
}
