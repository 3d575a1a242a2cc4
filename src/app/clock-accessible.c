/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/clock-accessible.h"

#include "app/clock.h"

struct _DeskClockAccessible {
  GtkWidgetAccessible parent_instance;

  int n_told; /* characters that listeners know of */
};

static void implement_text (AtkTextIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskClockAccessible,
                               desk_clock_accessible,
                               GTK_TYPE_WIDGET_ACCESSIBLE,
                               G_IMPLEMENT_INTERFACE (ATK_TYPE_TEXT, implement_text))

/* "": its clock is gone. */
static const char *
text_of (gpointer accessible)
{
  GtkWidget *clock = gtk_accessible_get_widget (GTK_ACCESSIBLE (accessible));

  return clock != NULL ? desk_clock_get_text (DESK_CLOCK (clock)) : "";
}

static int
count_characters (AtkText *text)
{
  return (int) g_utf8_strlen (text_of (text), -1);
}

/* `end` -1: to the end, as ATK has it. */
static char *
get_text (AtkText *text, int start, int end)
{
  const int n = count_characters (text);

  start = CLAMP (start, 0, n);
  end = end < 0 ? n : CLAMP (end, start, n);
  return g_utf8_substring (text_of (text), start, end);
}

static gunichar
get_character (AtkText *text, int offset)
{
  if (offset < 0 || offset >= count_characters (text))
    return 0;
  return g_utf8_get_char (g_utf8_offset_to_pointer (text_of (text), offset));
}

/* A clock is one word, one sentence and one line. */
static char *
get_string_at (AtkText *text, int offset, AtkTextGranularity granularity, int *start, int *end)
{
  const int n = count_characters (text);
  const gboolean is_character = granularity == ATK_TEXT_GRANULARITY_CHAR;

  if (offset < 0 || offset > n) {
    *start = *end = -1;
    return NULL;
  }
  *start = is_character ? offset : 0;
  *end = is_character ? MIN (offset + 1, n) : n;
  return get_text (text, *start, *end);
}

static void
implement_text (AtkTextIface *iface)
{
  iface->get_character_count = count_characters;
  iface->get_text = get_text;
  iface->get_character_at_offset = get_character;
  iface->get_string_at_offset = get_string_at;
}

static const char *
desk_clock_accessible_get_name (AtkObject *object)
{
  const char *name = ATK_OBJECT_CLASS (desk_clock_accessible_parent_class)->get_name (object);

  return name != NULL ? name : text_of (object);
}

static void
desk_clock_accessible_initialize (AtkObject *object, gpointer clock)
{
  ATK_OBJECT_CLASS (desk_clock_accessible_parent_class)->initialize (object, clock);
  object->role = ATK_ROLE_LABEL;
  DESK_CLOCK_ACCESSIBLE (object)->n_told = count_characters (ATK_TEXT (object));
}

static void
tell_text (DeskClockAccessible *self)
{
  if (self->n_told > 0)
    g_signal_emit_by_name (self, "text-changed::delete", 0, self->n_told);
  self->n_told = count_characters (ATK_TEXT (self));
  if (self->n_told > 0)
    g_signal_emit_by_name (self, "text-changed::insert", 0, self->n_told);
  if (ATK_OBJECT (self)->name == NULL)
    g_object_notify (G_OBJECT (self), "accessible-name");
}

/* A property of the clock has changed. */
static void
desk_clock_accessible_notify (GObject *clock, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "label"))
    tell_text (DESK_CLOCK_ACCESSIBLE (gtk_widget_get_accessible (GTK_WIDGET (clock))));
  else
    GTK_WIDGET_ACCESSIBLE_CLASS (desk_clock_accessible_parent_class)->notify_gtk (clock, pspec);
}

static void
desk_clock_accessible_class_init (DeskClockAccessibleClass *klass)
{
  ATK_OBJECT_CLASS (klass)->get_name = desk_clock_accessible_get_name;
  ATK_OBJECT_CLASS (klass)->initialize = desk_clock_accessible_initialize;
  GTK_WIDGET_ACCESSIBLE_CLASS (klass)->notify_gtk = desk_clock_accessible_notify;
}

static void
desk_clock_accessible_init (DeskClockAccessible *self)
{
}
