/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "app/key-stroke.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#define HELD                                                                                       \
  (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_MOD1_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK |           \
   GDK_META_MASK)

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) ||
         (key >= GDK_KEY_ISO_Lock && key <= GDK_KEY_ISO_Level5_Lock) || key == GDK_KEY_Num_Lock ||
         key == GDK_KEY_Scroll_Lock || key == GDK_KEY_Mode_switch;
}

static gboolean
is_function_key (guint key)
{
  return key >= GDK_KEY_F1 && key <= GDK_KEY_F35;
}

static gboolean
types (guint key)
{
  return gdk_keyval_to_unicode (key) != 0 ||
         (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek) || key == GDK_KEY_Multi_key ||
         (key >= GDK_KEY_KP_Space && key <= GDK_KEY_KP_9);
}

/* Those that entries, text views and lists go by. */
static gboolean
moves_cursor (guint key)
{
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_Right:
  case GDK_KEY_Up:
  case GDK_KEY_Down:
  case GDK_KEY_Home:
  case GDK_KEY_End:
  case GDK_KEY_Page_Up:
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Left:
  case GDK_KEY_KP_Right:
  case GDK_KEY_KP_Up:
  case GDK_KEY_KP_Down:
  case GDK_KEY_KP_Home:
  case GDK_KEY_KP_End:
  case GDK_KEY_KP_Page_Up:
  case GDK_KEY_KP_Page_Down:
  case GDK_KEY_BackSpace:
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
  case GDK_KEY_Insert:
  case GDK_KEY_KP_Insert: return TRUE;
  default: return FALSE;
  }
}

static gboolean
goes_around (guint key)
{
  return key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab ||
         key == GDK_KEY_Escape || key == GDK_KEY_Menu;
}

/* With Ctrl, whatever else is held: GTK's bindings for entries and text views, and the marks of input
 * methods. Ctrl+S, which many know as "save", is no editing key and may be given away. */
static gboolean
edits_with_ctrl (guint key)
{
  static const guint keys[] = {
    GDK_KEY_a,     GDK_KEY_c,      GDK_KEY_v,         GDK_KEY_x, GDK_KEY_y,     GDK_KEY_z,
    GDK_KEY_slash, GDK_KEY_period, GDK_KEY_semicolon, GDK_KEY_u, GDK_KEY_space, GDK_KEY_backslash,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

/* Ctrl+U is free without Shift, which begins the writing of a character by its number. */
static gboolean
edits (DeskKeyStroke stroke)
{
  if (moves_cursor (stroke.key))
    return TRUE;
  if ((stroke.modifiers & GDK_CONTROL_MASK) == 0 || (stroke.modifiers & GDK_MOD1_MASK) != 0)
    return FALSE;
  if (stroke.key == GDK_KEY_u)
    return (stroke.modifiers & GDK_SHIFT_MASK) != 0;
  return edits_with_ctrl (stroke.key);
}

static gboolean
desktops (DeskKeyStroke stroke)
{
  if ((stroke.modifiers & (GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0)
    return TRUE;
  return (stroke.modifiers & GDK_MOD1_MASK) != 0 &&
         (is_function_key (stroke.key) || stroke.key == GDK_KEY_space || goes_around (stroke.key));
}

DeskKeyVerdict
desk_key_stroke_judge (DeskKeyStroke stroke)
{
  const GdkModifierType leading = stroke.modifiers & (GDK_CONTROL_MASK | GDK_MOD1_MASK);

  if (is_modifier (stroke.key))
    return DESK_KEY_MODIFIER_ALONE;
  if (stroke.key == 0 || stroke.key == GDK_KEY_VoidSymbol || gdk_keyval_name (stroke.key) == NULL)
    return DESK_KEY_UNKNOWN;
  if (desktops (stroke))
    return DESK_KEY_DESKTOPS;
  if (goes_around (stroke.key) || (is_enter (stroke.key) && leading == 0))
    return DESK_KEY_MOVES;
  if (edits (stroke))
    return DESK_KEY_EDITS;
  if (leading == 0 && !is_function_key (stroke.key) && types (stroke.key))
    return DESK_KEY_TYPES;
  return DESK_KEY_ALLOWED;
}

const char *
desk_key_verdict_words (DeskKeyVerdict verdict)
{
  switch (verdict) {
  case DESK_KEY_ALLOWED: break;
  case DESK_KEY_MODIFIER_ALONE:
    return _ ("Hold Ctrl, Alt or Shift down and press another key with it.");
  case DESK_KEY_UNKNOWN: return _ ("This key has no name. Choose another.");
  case DESK_KEY_TYPES:
    return _ (
        "This key types a character, and you type while you talk. Hold Ctrl or Alt down with it.");
  case DESK_KEY_MOVES:
    return _ ("Tab, Enter, Escape and the menu key are needed to get around by keyboard.");
  case DESK_KEY_EDITS:
    return _ (
        "This key is needed for writing: in a message it moves the cursor, or selects or copies "
        "text.");
  case DESK_KEY_DESKTOPS: return _ ("The desktop uses this key itself.");
  }
  return "";
}

static DeskKeyStroke
stroke_of (guint key, GdkModifierType modifiers)
{
  DeskKeyStroke stroke = { gdk_keyval_to_lower (key), modifiers & HELD };

  if (stroke.key == GDK_KEY_ISO_Left_Tab)
    stroke.key = GDK_KEY_Tab;
  return stroke;
}

gboolean
desk_key_stroke_parse (const char *accelerator, DeskKeyStroke *stroke)
{
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  *stroke = key != 0 ? stroke_of (key, modifiers) : (DeskKeyStroke){ 0 };
  return key != 0;
}

char *
desk_key_stroke_to_string (DeskKeyStroke stroke)
{
  return gtk_accelerator_name (stroke.key, stroke.modifiers);
}

/* GTK calls Enter “Return”, and its twin on the keypad by a name that fits no button. */
char *
desk_key_stroke_label (DeskKeyStroke stroke)
{
  g_autofree char *letter = NULL;
  g_autofree char *label = NULL;

  if (!is_enter (stroke.key))
    return gtk_accelerator_get_label (stroke.key, stroke.modifiers);
  letter = gtk_accelerator_get_label (GDK_KEY_a, stroke.modifiers); /* "Ctrl+A" */
  letter[strlen (letter) - 1] = '\0';
  label = g_strconcat (letter, _ ("Enter"), NULL);
  return g_steal_pointer (&label);
}

gboolean
desk_key_stroke_equal (DeskKeyStroke a, DeskKeyStroke b)
{
  return a.key == b.key && a.modifiers == b.modifiers;
}

DeskKeyPress
desk_key_press_read (GdkDisplay *display, const GdkEventKey *event)
{
  GdkKeymap *keymap = gdk_keymap_get_for_display (display);
  GdkModifierType state = event->state;
  GdkModifierType consumed = 0;
  guint sign = event->keyval;
  guint key = event->keyval;

  gdk_keymap_add_virtual_modifiers (keymap, &state);
  state &= HELD;
  if (event->hardware_keycode != 0) {
    GdkKeymapKey bare = { event->hardware_keycode, event->group, 0 };
    const guint found = gdk_keymap_lookup_key (keymap, &bare);

    gdk_keymap_translate_keyboard_state (keymap, event->hardware_keycode, state, event->group, NULL,
                                         NULL, NULL, &consumed);
    key = found != 0 ? found : key;
  }
  /* A letter with Shift is the letter and Shift; a sign above another one has used Shift up. */
  if (gdk_keyval_to_lower (sign) == gdk_keyval_to_lower (key))
    consumed = 0;
  return (DeskKeyPress){
    .by_sign = stroke_of (sign, state & ~(consumed & GDK_SHIFT_MASK)),
    .by_key = stroke_of (key, state),
  };
}

DeskKeyStroke
desk_key_press_stroke (const DeskKeyPress *press)
{
  return g_unichar_isalnum (gdk_keyval_to_unicode (press->by_key.key)) ? press->by_key
                                                                       : press->by_sign;
}
